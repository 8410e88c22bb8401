import { css } from 'lit';

export const analysis = css`
  /* As wide as the form below. */
  .notes {
    max-inline-size: 720px;
  }

  .notes > * + * {
    margin-block-start: var(--_lpse-space-2);
  }

  .notes ol {
    margin-block-end: 0;
    padding: 0;
    list-style: none;
  }

  .notes li {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: var(--_lpse-space-1) var(--_lpse-space-3);
    align-items: baseline;
    padding-block: var(--_lpse-space-1);
    border-block-end: 1px solid var(--_lpse-line);
  }

  .notes time {
    color: var(--_lpse-ink-soft);
    font-variant-numeric: tabular-nums;
  }

  .notes .words {
    overflow-wrap: anywhere;
  }

  .jot {
    display: flex;
    gap: var(--_lpse-space-2);
  }

  .jot .control {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 36px;
    padding: 0 var(--_lpse-space-3);
    border: 1px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-paper);
    color: inherit;
    font: inherit;
  }

  #notes-warning {
    padding-inline-start: var(--_lpse-space-3);
    border-inline-start: 3px solid var(--_lpse-warn);
    color: var(--_lpse-warn);
    font-weight: 600;
  }

  #notes-warning:empty {
    display: none;
  }
`;
