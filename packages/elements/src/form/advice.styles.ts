import { css } from 'lit';

/** A word of advice beside a field: amber, with a sign and a word, and quieter than a problem. */
export const adviceStyles = css`
  .warning {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_lpse-space-2) var(--_lpse-space-3);
    margin-block-end: var(--_lpse-space-2);
    padding: var(--_lpse-space-2) var(--_lpse-space-3);
    border-inline-start: 3px solid var(--_lpse-warn);
    background: var(--_lpse-warn-soft);
    color: var(--_lpse-ink);
    max-inline-size: var(--_lpse-measure);
  }

  .warning > p {
    flex: 1 1 240px;
  }

  .warning-word {
    color: var(--_lpse-warn);
    font-weight: 600;
  }

  .warning.done {
    border-color: var(--_lpse-good);
    background: var(--_lpse-good-soft);
  }

  .choice ~ .warning,
  .control ~ .warning {
    margin-block: var(--_lpse-space-2) 0;
  }
`;
