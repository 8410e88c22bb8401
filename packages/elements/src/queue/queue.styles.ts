import { css } from 'lit';
import { clockBar } from '../desk/clock-bar.js';
import { stateSign } from '../desk/state-sign.js';

const frame = css`
  /* Where a page gives the element a height, the list takes what the filters leave of it. */
  :host {
    display: flex;
    flex-direction: column;
  }

  .base {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    --_lpse-control: 36px;
    --_lpse-queue-least: 36px;
    container-type: inline-size;
    font-size: var(--_lpse-text-s);
  }

  :host([density='comfortable']) .base {
    --_lpse-control: 44px;
    --_lpse-queue-least: 44px;
  }

  h2 {
    font-size: var(--_lpse-text-l);
  }

  .soft {
    color: var(--_lpse-ink-soft);
  }

  .filters {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_lpse-space-2);
    margin-block: var(--_lpse-space-3) var(--_lpse-space-2);
  }

  .filters > :nth-child(-n + 2) {
    grid-column: 1 / -1;
  }

  .views {
    display: flex;
    gap: var(--_lpse-space-2);
  }

  .views > .select {
    flex: 1;
    min-inline-size: 0;
  }

  .control {
    padding: var(--_lpse-space-1) var(--_lpse-space-2);
  }

  .select > .control {
    padding-inline-end: 28px;
  }

  .select::after {
    inset-inline-end: 12px;
  }

  label.select,
  .details .select {
    display: block;
  }

  .narrow[aria-expanded='true'] {
    border-color: var(--_lpse-accent);
    background: var(--_lpse-accent-soft);
  }

  .details {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(130px, 100%), 1fr));
    align-items: end;
    gap: var(--_lpse-space-2);
    padding-block: var(--_lpse-space-2) var(--_lpse-space-3);
    border-block: 1px solid var(--_lpse-line);
  }

  .details > .choice {
    align-items: center;
    gap: var(--_lpse-space-2);
  }

  .details > .choice,
  .details > .keep,
  .details > p {
    grid-column: 1 / -1;
  }

  .details > .choice > input {
    inline-size: 20px;
    block-size: 20px;
  }

  .keep {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_lpse-space-2);
  }

  .keep > label {
    flex: 1 1 130px;
  }

  .count {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_lpse-space-2);
    min-block-size: 32px;
  }

  .count .button,
  .tools .button {
    min-block-size: 28px;
  }

  .fresh {
    border-color: var(--_lpse-accent);
    color: var(--_lpse-accent-text);
  }

  .tools {
    margin-block-end: var(--_lpse-space-1);
  }

  .tools > .button {
    padding-inline: 0;
    margin-inline-end: var(--_lpse-space-3);
    font-weight: 400;
  }

  .bulk,
  .exports {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_lpse-space-1) var(--_lpse-space-2);
  }

  .bulk {
    padding: var(--_lpse-space-2);
    background: var(--_lpse-accent-soft);
  }

  .none {
    padding-block: var(--_lpse-space-4);
  }

  @container (inline-size >= max(560px, 35rem)) {
    .filters {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1.4fr) minmax(0, 1.2fr) auto;
    }

    .filters > :nth-child(-n + 2) {
      grid-column: auto;
    }
  }
`;

const list = css`
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
   * Narrow: who, what and how long on three short lines, in the order in which the eye looks. The third may become
   * two: what state a case is in and how its time stands are never cut.
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
      'box matter waited'
      'box where clock';
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
    inline-size: 18px;
    block-size: 18px;
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

  .where {
    grid-area: where;
    color: var(--_lpse-ink-soft);
  }

  .where > .state {
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
    max-inline-size: 8.5em;
    text-align: end;
  }

  .coming {
    color: var(--_lpse-ink-soft);
    cursor: default;
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

    .where > .state,
    .clock {
      white-space: nowrap;
    }

    .clock {
      max-inline-size: none;
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
      background: Highlight;
      color: HighlightText;
    }

    .row[aria-selected='true'] *,
    .row[aria-current='true'] * {
      color: inherit;
    }
  }
`;

const paper = css`
  .printed {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 9pt;
  }

  .printed caption {
    text-align: start;
    padding-block-end: 6pt;
    font-size: 11pt;
  }

  .printed th,
  .printed td {
    padding: 2pt 4pt;
    border: 0.5pt solid #000;
    text-align: start;
    vertical-align: top;
  }

  .printed tr {
    break-inside: avoid;
  }
`;

export const queue = [clockBar, stateSign, frame, list, paper];
