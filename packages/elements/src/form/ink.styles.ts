import { css } from 'lit';

/** Drawn initials. */
export const inkStyles = css`
  .ink {
    display: block;
    inline-size: 300px;
    max-inline-size: 100%;
    aspect-ratio: 3 / 1;
    margin-block-end: var(--_lpse-space-2);
    border: 1px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-paper);
    color: var(--_lpse-ink);
  }

  .ink path {
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;
