import { css } from 'lit';

/** The box for initials, and the choice between the two ways to put them there. */
export const signatureStyles = css`
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_lpse-space-6);
  }

  canvas.ink {
    cursor: crosshair;
    touch-action: none;
  }

  .ink ~ .row-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_lpse-space-2);
  }
`;
