import { css } from 'lit';

/** The line above the queue that calls whoever is next. */
export const nextCallStyles = css`
  .next-call {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_lpse-space-1) var(--_lpse-space-3);
    padding: var(--_lpse-space-2) var(--_lpse-space-3);
    margin-block-end: var(--_lpse-space-3);
    border-block-end: 1px solid var(--_lpse-line);
    font-size: var(--_lpse-text-s);
  }

  .next-call p {
    margin: 0;
  }

  .next-call-who {
    flex: 1 1 12em;
    font-weight: 600;
  }

  .next-call-who .soft {
    display: block;
    font-weight: 400;
  }

  .next-call-act,
  .next-call label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_lpse-space-2);
  }

  .next-call select {
    min-block-size: 36px;
    padding-inline: var(--_lpse-space-1);
    font: inherit;
  }

  .next-call-trouble:empty {
    display: none;
  }
`;
