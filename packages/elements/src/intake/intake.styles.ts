import { css } from 'lit';

/** The privacy notice above the form, and what an officer asked for above a correction. */
export const intakeStyles = css`
  details {
    max-inline-size: var(--_lpse-measure);
  }

  details > p {
    margin-block-start: var(--_lpse-space-2);
  }

  summary {
    display: list-item;
    min-block-size: 24px;
    color: var(--_lpse-accent-text);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }

  /* The officer's own words, as they were written. */
  .said {
    padding-inline-start: var(--_lpse-space-3);
    border-inline-start: 3px solid var(--_lpse-line-strong);
    white-space: pre-line;
  }

  .alert ul {
    margin-block-end: 0;
    padding-inline-start: var(--_lpse-space-5);
  }

  .alert li {
    padding-block: var(--_lpse-space-1);
  }
`;
