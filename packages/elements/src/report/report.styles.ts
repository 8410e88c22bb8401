import { css } from 'lit';

export const reportStyles = css`
  .office {
    color: var(--_lpse-ink-soft);
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_lpse-space-3);
  }

  .choice label {
    display: grid;
    gap: var(--_lpse-space-1);
    font-size: var(--_lpse-text-s);
  }

  .choice .control {
    min-block-size: var(--_lpse-control);
  }

  .base {
    max-inline-size: 1120px;
    container-type: inline-size;
  }

  .sentences {
    padding-inline-start: 1.2em;
    font-size: var(--_lpse-text-l);
  }

  .sentences li + li {
    margin-block-start: var(--_lpse-space-1);
  }

  /* What is scrolled begins with the latest. */
  .scroll {
    overflow-x: auto;
    direction: rtl;
  }

  .bars {
    display: block;
    direction: ltr;
    min-inline-size: 100%;
    max-block-size: 260px;
  }

  .bar {
    fill: var(--_lpse-accent);
  }

  .ground {
    stroke: var(--_lpse-line-strong);
    stroke-width: 1;
  }

  .value,
  .label {
    fill: var(--_lpse-ink);
    font: 8px var(--_lpse-font);
    text-anchor: middle;
  }

  .label {
    fill: var(--_lpse-ink-soft);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_lpse-text-s);
  }

  caption {
    margin-block-end: var(--_lpse-space-1);
    font-size: var(--_lpse-text-m);
    font-weight: 600;
    text-align: start;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  th,
  td {
    padding: var(--_lpse-space-1) var(--_lpse-space-2);
    border-block-end: 1px solid var(--_lpse-line);
    text-align: start;
    vertical-align: top;
  }

  /* What people wrote may be one long word; the report's own words stay whole. */
  .words {
    overflow-wrap: anywhere;
  }

  th {
    font-weight: 400;
  }

  thead th {
    color: var(--_lpse-ink-soft);
    font-weight: 600;
  }

  td {
    font-variant-numeric: tabular-nums;
  }

  td.open {
    color: var(--_lpse-warn);
    font-weight: 600;
  }

  .activity {
    color: var(--_lpse-ink-soft);
  }

  /* On a phone what a row is about stands above its figures, which keep their columns. */
  @container (inline-size < max(560px, 35rem)) {
    .stacked tr {
      display: grid;
      grid-template-columns: repeat(5, minmax(0, 1fr));
      border-block-end: 1px solid var(--_lpse-line);
    }

    .deviations tr {
      grid-template-columns: 4.5em minmax(0, 2fr) minmax(0, 3fr);
    }

    .stacked :is(th, td) {
      padding: 2px;
      border: 0;
    }

    .stacked :is(th, td):not(.words) {
      overflow-wrap: normal;
    }

    .stacked thead th {
      font-size: max(12px, 0.75rem);
    }

    .stacked th:first-child {
      grid-column: 1 / -1;
      padding-block-start: var(--_lpse-space-2);
    }
  }

  /* A phone with large text: the figures keep their columns, and are read on sideways. */
  @container (inline-size < 14rem) {
    table {
      display: block;
      overflow-x: auto;
    }

    caption {
      display: block;
    }

    .stacked tr {
      grid-template-columns: repeat(5, 5em);
    }

    .deviations tr {
      grid-template-columns: 4.5em 8em 12em;
    }

    .stacked th:first-child {
      position: sticky;
      inset-inline-start: 0;
      inline-size: 100cqi;
    }
  }

  @container (inline-size >= max(560px, 35rem)) {
    .steps th:first-child {
      max-inline-size: 32em;
    }
  }

  .tallies {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, max(220px, 13.75rem)), 1fr));
    gap: var(--_lpse-space-4) var(--_lpse-space-5);
    align-items: start;
  }

  .tallies :is(th, td) {
    padding-inline: var(--_lpse-space-1);
  }

  .tallies td {
    inline-size: 4em;
    text-align: end;
  }

  .tallies thead th + th {
    text-align: end;
  }

  @media print {
    .choice,
    .exports,
    details {
      display: none;
    }

    /* The type of the official sheet: the office's papers look alike, whatever the portal's pages are set in. */
    .base,
    .sentences {
      font:
        10pt/1.3 'Liberation Sans',
        Arial,
        Helvetica,
        sans-serif;
    }

    .sentences {
      columns: 2;
      column-gap: 16pt;
    }

    .sentences li {
      break-inside: avoid;
    }

    table {
      font-size: 8pt;
    }

    h2 {
      font-size: 13pt;
    }

    h3,
    caption {
      margin-block-end: 0;
      font-size: 10pt;
    }

    .sentences li + li {
      margin-block-start: 0;
    }

    .panel > * + * {
      margin-block-start: 5pt;
    }

    /* Short tables, one below the other in as many columns as the paper has room for. */
    .tallies {
      display: block;
      columns: 3;
      column-gap: 12pt;
    }

    .tallies table {
      break-inside: avoid;
      margin-block-end: 5pt;
    }

    th,
    td {
      padding: 0.5pt 4pt;
      line-height: 1.2;
    }

    .steps th:first-child {
      max-inline-size: none;
      inline-size: 68%;
    }

    .bars {
      inline-size: 100%;
      max-block-size: 60pt;
    }

    .tallies td {
      inline-size: 2.5em;
    }

    .steps td {
      white-space: nowrap;
    }

    tr,
    .bars {
      break-inside: avoid;
    }
  }

  @media (forced-colors: active) {
    .bar {
      fill: CanvasText;
    }

    .value,
    .label {
      fill: CanvasText;
    }

    .ground {
      stroke: CanvasText;
    }
  }
`;
