import { css } from 'lit';

/** What is said about a draft: above the form that it came back, below it that it is kept. */
export const draftStyles = css`
  .draft-notice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_lpse-space-2) var(--_lpse-space-4);
    align-items: center;
    justify-content: space-between;
    margin-block-end: var(--_lpse-space-5);
    padding: var(--_lpse-space-3) var(--_lpse-space-4);
  }

  .draft-notice > * {
    margin: 0;
  }

  /* Keeps its line while it is empty: what stands below must not jump when the first word is stored. */
  .draft-status {
    min-block-size: 1.5em;
    margin-block: var(--_lpse-space-3) 0;
  }
`;
