import { css } from 'lit';

/** What is held of a file, and the button that takes it away. */
export const encodedFileStyles = css`
  .held {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_lpse-space-3);
    align-items: center;
    margin-block-start: var(--_lpse-space-2);
  }

  .control[type='file'] {
    max-inline-size: 100%;
  }
`;
