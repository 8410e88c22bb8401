import { css } from 'lit';

export const escalation = css`
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_lpse-space-2) var(--_lpse-space-4);
    margin: 0;
    padding: 0;
    list-style: none;
    counter-reset: step;
  }

  .steps > li {
    display: flex;
    align-items: center;
    gap: var(--_lpse-space-2);
    counter-increment: step;
  }

  .steps > li::before {
    content: counter(step) '.';
    color: var(--_lpse-ink-soft);
    font-variant-numeric: tabular-nums;
  }

  .reminders {
    margin: 0;
    padding-inline-start: var(--_lpse-space-4);
    font-size: var(--_lpse-text-s);
  }

  .reminders .words {
    display: block;
  }

  .channel > * + * {
    margin-block-start: var(--_lpse-space-2);
  }

  a.button {
    text-decoration: none;
  }

  .package {
    margin: 0;
    padding: var(--_lpse-space-3);
    max-block-size: 24em;
    overflow: auto;
    border: 1px solid var(--_lpse-line);
    font: inherit;
    font-size: var(--_lpse-text-s);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
