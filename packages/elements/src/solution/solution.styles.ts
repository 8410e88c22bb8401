import { css } from 'lit';

export const solution = css`
  .preview lpse-sheet {
    display: block;
    border: 1px solid var(--_lpse-line);
    overflow-x: auto;
  }
`;
