import { css } from 'lit';

export const archive = css`
  .preview lpse-sheet {
    overflow: auto;
  }

  .preview + .facts {
    margin-block-start: var(--_lpse-space-4);
  }

  .word > * + * {
    margin-block-start: var(--_lpse-space-2);
  }

  .facts + .facts {
    padding-block-start: var(--_lpse-space-3);
    border-block-start: 1px solid var(--_lpse-line);
  }
`;
