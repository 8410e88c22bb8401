import { css } from 'lit';

export const archive = css`
  .preview lpse-sheet {
    overflow: auto;
  }

  .facts + .facts {
    padding-block-start: var(--_lpse-space-3);
    border-block-start: 1px solid var(--_lpse-line);
  }
`;
