import { css } from 'lit';

/** The rows of the queue, which stand in as many lines as their width asks for. */
export const queueRows = css`
  /* A box that scrolls by itself: only the rows in it are in the page, however many there are. */
  .viewport {
    --_lpse-queue-row: max(var(--_lpse-queue-least), calc(4 * 1.35em + 20px));
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    min-block-size: min(30vh, calc(var(--_lpse-rows) * var(--_lpse-queue-row)));
    max-block-size: var(--lpse-queue-height, 72vh);
    border-block: 1px solid var(--_lpse-line);
  }

  .list {
    position: relative;
    block-size: calc(var(--_lpse-rows) * var(--_lpse-queue-row));
    contain: strict;
  }

  /*
   * Narrow: who, what, how long and the clock on a line each, in the order in which the eye looks, so that the matter has
   * the whole width. What state a case is in and how its time stands are never cut.
   */
  .row {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(var(--_lpse-index) * var(--_lpse-queue-row));
    block-size: var(--_lpse-queue-row);
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    grid-template-areas:
      'box who who'
      'box matter matter'
      'box where waited'
      'box clock clock';
    align-content: center;
    align-items: baseline;
    column-gap: var(--_lpse-space-2);
    padding-inline: var(--_lpse-space-1) var(--_lpse-space-2);
    border-block-end: 1px solid var(--_lpse-line);
    border-inline-start: 4px solid transparent;
    line-height: 1.35;
    overflow: hidden;
    cursor: pointer;
  }

  .row:hover {
    background: var(--_lpse-paper-soft);
  }

  .row[aria-selected='true'],
  .row[aria-current='true'] {
    background: var(--_lpse-accent-soft);
  }

  .row[aria-current='true'] {
    border-inline-start-color: var(--_lpse-accent);
  }

  .row:focus-visible {
    outline-offset: -3px;
    box-shadow: none;
  }

  .box {
    grid-area: box;
    align-self: center;
    inline-size: max(18px, 1.25em);
    block-size: max(18px, 1.25em);
    margin-inline-end: var(--_lpse-space-1);
    border: 1px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-paper);
  }

  [aria-selected='true'] > .box {
    display: grid;
    place-content: center;
    border: 2px solid var(--_lpse-accent-text);
  }

  [aria-selected='true'] > .box::before {
    content: '';
    inline-size: 9px;
    block-size: 5px;
    margin-block-start: -2px;
    border: solid var(--_lpse-accent-text);
    border-width: 0 0 2px 2px;
    transform: rotate(-45deg);
  }

  .who {
    grid-area: who;
    display: flex;
    gap: var(--_lpse-space-2);
  }

  .number {
    grid-area: number;
    font-weight: 600;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  .dot {
    margin-inline-end: var(--_lpse-space-1);
    color: var(--_lpse-accent-text);
  }

  .name {
    grid-area: name;
  }

  .unread .name,
  .unread > .matter {
    font-weight: 600;
  }

  .name,
  .matter {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .others {
    padding-inline: var(--_lpse-space-1);
    border: 1px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    font-weight: 400;
    color: var(--_lpse-ink-soft);
  }

  .matter {
    grid-area: matter;
  }

  /* Where no clock runs, its line is the matter's. */
  .row:not(:has(> .clock)) > .matter {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    white-space: normal;
  }

  .where {
    grid-area: where;
    color: var(--_lpse-ink-soft);
  }

  .waited {
    grid-area: waited;
    text-align: end;
    white-space: nowrap;
    color: var(--_lpse-ink-soft);
    font-variant-numeric: tabular-nums;
  }

  .clock {
    grid-area: clock;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: var(--_lpse-space-2);
  }

  /* Beside its words, as long as what is left of the line. */
  .clock > .bar {
    flex: 1;
    min-inline-size: 3em;
  }

  .coming {
    color: var(--_lpse-ink-soft);
    cursor: default;
  }

  /* A phone with large text: nothing shares a line, and who it is and how the case stands may take two. */
  @container (inline-size < 14rem) {
    .viewport {
      --_lpse-queue-row: max(var(--_lpse-queue-least), calc(8 * 1.35em + 20px));
    }

    .row {
      grid-template-columns: auto minmax(0, 1fr);
      grid-template-areas:
        'box who'
        'box matter'
        'box where'
        'box clock'
        'box waited';
    }

    .who {
      flex-wrap: wrap;
      row-gap: 0;
    }

    .waited {
      text-align: start;
    }
  }

  @container (inline-size >= max(720px, 45rem)) {
    .viewport {
      --_lpse-queue-row: max(var(--_lpse-queue-least), calc(2 * 1.35em + 12px));
    }

    .row {
      grid-template-columns: auto 12em minmax(0, 1fr) auto minmax(10em, max-content);
      grid-template-areas:
        'box number name where waited'
        'box . matter matter clock';
    }

    .who {
      display: contents;
    }

    .row:not(:has(> .clock)) > .matter {
      -webkit-line-clamp: 1;
      line-clamp: 1;
    }

    .where,
    .clock {
      white-space: nowrap;
    }

    .clock {
      display: block;
      text-align: end;
    }
  }

  @container (inline-size >= max(960px, 60rem)) {
    .viewport {
      --_lpse-queue-row: max(var(--_lpse-queue-least), calc(1.35em + 12px));
    }

    .row {
      grid-template-columns:
        auto 12em minmax(8em, 1fr) minmax(0, 2fr) minmax(12em, max-content)
        5.5em minmax(12em, max-content);
      grid-template-areas: 'box number name matter where waited clock';
      align-items: center;
      column-gap: var(--_lpse-space-3);
    }

    .number {
      overflow: hidden;
      text-overflow: ellipsis;
    }
  }

  @media (forced-colors: active) {
    /* Forced colours draw a transparent line too. */
    .row {
      border-inline-start-color: Canvas;
    }

    .row[aria-selected='true'],
    .row[aria-current='true'] {
      forced-color-adjust: none;
      border-inline-start-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }

    .row[aria-current='true'] {
      border-inline-start-color: HighlightText;
    }

    .row[aria-selected='true'] *,
    .row[aria-current='true'] * {
      color: inherit;
    }
  }
`;
