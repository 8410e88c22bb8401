import { css } from 'lit';
import { clockBar } from '../desk/clock-bar.js';
import { stateSign } from '../desk/state-sign.js';
import { queueRows } from './queue-rows.styles.js';

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
    padding-inline-end: 2em;
  }

  .select::after {
    inset-inline-end: 0.85em;
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
    inline-size: max(20px, 1.25 * var(--_lpse-text-m));
    block-size: max(20px, 1.25 * var(--_lpse-text-m));
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

export const queue = [clockBar, stateSign, frame, queueRows, paper];
