import { css } from 'lit';

/** What waits to be sent: a plain list on a soft ground, one entry under the other. */
export const outboxStyles = css`
  .outbox {
    container-type: inline-size;
    padding: var(--_lpse-space-4) var(--_lpse-space-5);
    border: 1px solid var(--_lpse-line-strong);
    border-inline-start: 6px solid var(--_lpse-warn);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-paper);
  }

  .outbox h2 {
    font-size: var(--_lpse-text-l);
  }

  .entries {
    margin-block-end: 0;
    padding: 0;
    list-style: none;
  }

  .entry {
    padding-block: var(--_lpse-space-3);
    border-block-start: 1px solid var(--_lpse-line);
  }

  .entry > * + * {
    margin-block-start: var(--_lpse-space-1);
  }

  .entry-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_lpse-space-1) var(--_lpse-space-4);
  }

  .what {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .since {
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
    font-variant-numeric: tabular-nums;
  }

  .reason strong {
    font-weight: 600;
  }

  .entry .bad {
    color: var(--_lpse-bad);
  }

  .entry .actions {
    margin-block-start: var(--_lpse-space-2);
  }

  .entry .button-plain {
    padding-inline: 0;
  }

  .entry .alert {
    margin-block-start: var(--_lpse-space-2);
  }
`;
