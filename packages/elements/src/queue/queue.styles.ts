import { css } from 'lit';
import { clockBar } from '../desk/clock-bar.js';
import { stateSign } from '../desk/state-sign.js';

export const queue = [
  clockBar,
  stateSign,
  css`
    .base {
      --_lpse-control: 36px;
      --_lpse-queue-row: 36px;
      container-type: inline-size;
      font-size: var(--_lpse-text-s);
    }

    :host([density='comfortable']) .base {
      --_lpse-control: 44px;
      --_lpse-queue-row: 44px;
    }

    h2 {
      font-size: var(--_lpse-text-l);
    }

    .soft {
      color: var(--_lpse-ink-soft);
    }

    .filters {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--_lpse-space-2);
      margin-block: var(--_lpse-space-3) var(--_lpse-space-2);
    }

    .filters > :first-child {
      grid-column: 1 / -1;
    }

    .filters .control {
      padding: var(--_lpse-space-1) var(--_lpse-space-2);
    }

    .filters .select > .control {
      padding-inline-end: 28px;
    }

    .filters .select::after {
      inset-inline-end: 12px;
    }

    .count {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--_lpse-space-2);
      min-block-size: 32px;
    }

    .count .button {
      min-block-size: 28px;
    }

    .list {
      border-block-start: 1px solid var(--_lpse-line);
    }

    /* Narrow: who, what and how long on three short lines, in the order in which the eye looks. */
    .row {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      grid-template-areas:
        'number name name'
        'matter matter waited'
        'where where clock';
      column-gap: var(--_lpse-space-2);
      align-items: baseline;
      min-block-size: var(--_lpse-queue-row);
      padding: var(--_lpse-space-2);
      border-block-end: 1px solid var(--_lpse-line);
      border-inline-start: 4px solid transparent;
      line-height: 1.35;
      cursor: pointer;
      content-visibility: auto;
      contain-intrinsic-block-size: auto 72px;
    }

    .row:hover {
      background: var(--_lpse-paper-soft);
    }

    .row[aria-selected='true'] {
      background: var(--_lpse-accent-soft);
      border-inline-start-color: var(--_lpse-accent);
    }

    .row:focus-visible {
      outline-offset: -3px;
      box-shadow: none;
    }

    .number {
      grid-area: number;
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }

    .name {
      grid-area: name;
      font-weight: 600;
    }

    .name,
    .matter {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .matter {
      grid-area: matter;
    }

    .where {
      grid-area: where;
      min-inline-size: 0;
      color: var(--_lpse-ink-soft);
    }

    /* Beside the clock there may be no room for "Menyerahkan salinan" in one line. */
    .where .state {
      white-space: normal;
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
      min-inline-size: 96px;
      text-align: end;
      white-space: nowrap;
    }

    .more {
      padding-block: var(--_lpse-space-3);
    }

    .none {
      padding-block: var(--_lpse-space-4);
    }

    @container (inline-size >= 560px) {
      .row {
        grid-template-columns: 9.5em minmax(0, 1fr) auto 8em;
        grid-template-areas:
          'number name where waited'
          '. matter matter clock';
        contain-intrinsic-block-size: auto 48px;
      }

      .filters {
        grid-template-columns: 2fr 1fr 1fr;
      }

      .filters > :first-child {
        grid-column: auto;
      }
    }

    @container (inline-size >= 960px) {
      .row {
        grid-template-columns: 9.5em minmax(8em, 1fr) 2fr 12em 5em 11em;
        grid-template-areas: 'number name matter where waited clock';
        align-items: center;
        column-gap: var(--_lpse-space-3);
        padding-block: var(--_lpse-space-1);
        contain-intrinsic-block-size: auto var(--_lpse-queue-row);
      }

      .number {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    }

    @media (forced-colors: active) {
      .row[aria-selected='true'] {
        forced-color-adjust: none;
        background: Highlight;
        color: HighlightText;
      }

      .row[aria-selected='true'] * {
        color: inherit;
      }
    }
  `,
];
