import { css } from 'lit';
import { deskPaper } from './desk-paper.styles.js';
import { stateSign } from './state-sign.js';

export const desk = [
  stateSign,
  css`
    .base {
      --_lpse-desk-gap: var(--_lpse-space-5);
      font-size: var(--_lpse-text-m);
    }

    .columns .regions {
      display: grid;
      grid-template-columns: minmax(280px, 340px) minmax(0, 1fr) minmax(240px, 300px);
      align-items: start;
    }

    .columns .queue,
    .columns .context {
      position: sticky;
      inset-block-start: 0;
      max-block-size: 100vh;
      padding: var(--_lpse-space-3);
    }

    .columns .context {
      overflow-y: auto;
      scrollbar-width: thin;
      scrollbar-gutter: stable;
    }

    /* The list takes what the window leaves and scrolls by itself, so the filters above it stay. */
    .columns .queue {
      --lpse-queue-height: none;
      display: flex;
      flex-direction: column;
      overflow-y: auto;
    }

    .columns .queue > lpse-queue {
      min-block-size: 0;
    }

    .context > * + * {
      margin-block-start: var(--_lpse-space-4);
    }

    .context:focus {
      outline: none;
    }

    .columns .case {
      min-block-size: 60vh;
      padding: var(--_lpse-space-3) var(--_lpse-space-5);
      border-inline: 1px solid var(--_lpse-line);
    }

    .menu {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 var(--_lpse-space-4);
      padding-inline: var(--_lpse-space-3);
      border-block-end: 1px solid var(--_lpse-line);
      font-size: var(--_lpse-text-s);
    }

    .menu ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--_lpse-space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }

    .menu button {
      appearance: none;
      min-block-size: 36px;
      padding: 0 var(--_lpse-space-2);
      border: 0;
      border-block-end: 3px solid transparent;
      background: transparent;
      color: var(--_lpse-ink);
      font: inherit;
      cursor: pointer;
    }

    .menu button:hover {
      background: var(--_lpse-paper-soft);
    }

    .menu [aria-current='page'] {
      border-block-end-color: var(--_lpse-accent);
      font-weight: 600;
    }

    /* Whoever is further down sees it as well. */
    .lost {
      position: sticky;
      inset-block-start: 0;
      z-index: 2;
      padding: var(--_lpse-space-2) var(--_lpse-space-4);
    }

    .room {
      padding: var(--_lpse-space-4);
    }

    /* A form keeps its measure; a table and a drawing take what there is. */
    .room > :is(lpse-guest-book, lpse-reception) {
      max-inline-size: 728px;
    }

    kbd {
      display: inline-block;
      min-inline-size: 1.6em;
      padding: 0 0.35em;
      border: 1px solid var(--_lpse-line-strong);
      border-radius: var(--_lpse-radius);
      font: inherit;
      font-size: var(--_lpse-text-s);
      text-align: center;
    }

    .shortcuts {
      max-inline-size: min(560px, 94vw);
      padding: var(--_lpse-space-5);
      border: 1px solid var(--_lpse-line-strong);
      border-radius: var(--_lpse-radius);
      background: var(--_lpse-paper);
      color: var(--_lpse-ink);
    }

    .shortcuts::backdrop {
      background: rgb(0 0 0 / 45%);
    }

    .shortcuts > * + * {
      margin-block-start: var(--_lpse-space-3);
    }

    .shortcuts table {
      inline-size: 100%;
      border-collapse: collapse;
    }

    .shortcuts th {
      padding-block: var(--_lpse-space-1);
      font-weight: 400;
      text-align: start;
    }

    .shortcuts td {
      text-align: end;
      white-space: nowrap;
    }

    .shortcuts tr {
      border-block-end: 1px solid var(--_lpse-line);
    }

    .switch {
      display: flex;
      align-items: center;
      gap: var(--_lpse-space-2);
      min-block-size: 32px;
    }

    .switch > input {
      inline-size: max(20px, 1.25 * var(--_lpse-text-m));
      block-size: max(20px, 1.25 * var(--_lpse-text-m));
      margin: 0;
    }

    /*
     * Where the next action is out of sight, the foot of the case leads to it. It lies over the case and takes no room
     * in it: it goes just when the action comes into sight, and nothing may move under a finger that is about to press.
     */
    .foot-place {
      position: sticky;
      inset-block-end: 0;
      z-index: 1;
      block-size: 0;
    }

    .foot {
      position: absolute;
      inset: auto 0 0;
      margin: 0;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--_lpse-space-2);
      max-inline-size: none;
      padding-block: var(--_lpse-space-2);
      border-block-start: 2px solid var(--_lpse-accent);
      background: var(--_lpse-paper);
    }

    .foot .button {
      --_lpse-control: 34px;
    }

    /* What gets the focus is brought up to where the foot does not cover it. */
    .case :is(summary, button, a) {
      scroll-margin-block-end: 6rem;
    }

    .others {
      padding: var(--_lpse-space-1) var(--_lpse-space-2);
      border-inline-start: 3px solid var(--_lpse-warn);
      background: var(--_lpse-warn-soft);
      font-size: var(--_lpse-text-s);
    }

    .earlier ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    .earlier li {
      padding-block: var(--_lpse-space-1);
    }

    .earlier .button {
      justify-content: start;
      min-block-size: 28px;
      padding: 0;
      text-align: start;
    }

    .earlier .soft {
      display: block;
    }

    .tabs .regions > *,
    .single .regions > * {
      padding: var(--_lpse-space-3);
    }

    .tabs > .tabs {
      display: flex;
      gap: var(--_lpse-space-4);
      border-block-end: 1px solid var(--_lpse-line);
    }

    [role='tab'] {
      appearance: none;
      min-block-size: 44px;
      padding: 0 var(--_lpse-space-3);
      border: 0;
      border-block-end: 3px solid transparent;
      background: transparent;
      color: var(--_lpse-ink);
      font: inherit;
      cursor: pointer;
    }

    [role='tab'][aria-selected='true'] {
      border-block-end-color: var(--_lpse-accent);
      font-weight: 600;
    }

    /* Forced colours draw a transparent line too. */
    @media (forced-colors: active) {
      [role='tab'][aria-selected='false'],
      .menu button:not([aria-current='page']) {
        border-block-end-color: Canvas;
      }
    }

    .single .context {
      border-block-start: 1px solid var(--_lpse-line);
    }

    .back {
      margin-block-end: var(--_lpse-space-3);
    }

    .case > * + * {
      margin-block-start: var(--_lpse-space-4);
    }

    .case-head h2 {
      font-size: var(--_lpse-text-xl);
      outline: none;
      box-shadow: none;
    }

    /* Whole on a line of its own before it breaks. */
    .number {
      display: inline-block;
      font-variant-numeric: tabular-nums;
      margin-inline-end: var(--_lpse-space-2);
      color: var(--_lpse-accent-text);
    }

    .subject {
      font-size: var(--_lpse-text-l);
    }

    .details {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--_lpse-space-4);
      max-inline-size: none;
      font-size: var(--_lpse-text-s);
      color: var(--_lpse-ink-soft);
    }

    .soft {
      color: var(--_lpse-ink-soft);
      font-size: var(--_lpse-text-s);
    }

    .words {
      white-space: pre-line;
    }

    summary {
      cursor: pointer;
      min-block-size: 32px;
      display: flex;
      align-items: center;
    }

    summary::before {
      content: '';
      inline-size: 6px;
      block-size: 6px;
      margin-inline-end: var(--_lpse-space-2);
      border-inline-end: 2px solid currentcolor;
      border-block-end: 2px solid currentcolor;
      transform: rotate(-45deg);
    }

    details[open] > summary::before {
      transform: rotate(45deg);
    }

    h3 {
      font-size: var(--_lpse-text-m);
    }

    h4 {
      font-size: var(--_lpse-text-s);
      color: var(--_lpse-ink-soft);
    }

    .section,
    .record {
      padding-block: var(--_lpse-space-2);
      border-block-start: 1px solid var(--_lpse-line);
    }

    .record > * + * {
      margin-block-start: var(--_lpse-space-1);
    }

    .record > h4 {
      margin-block-start: var(--_lpse-space-3);
    }

    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(168px, 100%), 1fr));
      gap: var(--_lpse-space-1) var(--_lpse-space-4);
      margin: var(--_lpse-space-1) 0 0;
      font-size: var(--_lpse-text-s);
    }

    .field.wide {
      grid-column: 1 / -1;
    }

    .sheet {
      container-type: inline-size;
    }

    @container (inline-size >= 400px) {
      .field.long {
        grid-column: span 2;
      }
    }

    dt {
      color: var(--_lpse-ink-soft);
    }

    dd {
      margin: 0;
      max-inline-size: var(--_lpse-measure);
      white-space: pre-line;
    }

    .flag {
      color: var(--_lpse-warn);
      font-weight: 600;
    }

    .files {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    .files {
      white-space: normal;
    }

    .files .button {
      text-align: start;
      min-block-size: 28px;
      padding-inline: 0;
    }

    .act {
      padding-block-start: var(--_lpse-space-4);
      border-block-start: 2px solid var(--_lpse-accent);
    }

    .act > * + * {
      margin-block-start: var(--_lpse-space-5);
      padding-block-start: var(--_lpse-space-4);
      border-block-start: 1px solid var(--_lpse-line);
    }

    .nothing {
      padding-block: var(--_lpse-space-7);
      text-align: center;
      color: var(--_lpse-ink-soft);
    }

    .nothing p {
      margin-inline: auto;
    }
  `,
  deskPaper,
];
