import { css } from 'lit';

export const procedure = css`
  h2 {
    max-inline-size: none;
  }

  .drawing {
    display: none;
    margin: var(--_lpse-space-4) 0;
    break-inside: avoid;
  }

  .chart {
    inline-size: 100%;
    max-inline-size: 580px;
    block-size: auto;
  }

  .lane {
    fill: none;
    stroke: var(--_lpse-line);
  }

  .lane-name {
    fill: var(--_lpse-ink-soft);
    font: 600 14px var(--_lpse-font);
    text-anchor: middle;
  }

  .shape {
    fill: var(--_lpse-paper);
    stroke: var(--_lpse-ink);
    stroke-width: 1.5;
  }

  .node text {
    fill: var(--_lpse-ink);
    font: 600 16px var(--_lpse-font);
    text-anchor: middle;
  }

  .done .shape {
    fill: var(--_lpse-good-soft);
    stroke: var(--_lpse-good);
  }

  .current .shape {
    fill: var(--_lpse-accent-soft);
    stroke: var(--_lpse-accent);
    stroke-width: 3;
  }

  .arrow {
    fill: none;
    stroke: var(--_lpse-ink-soft);
    stroke-width: 1.5;
  }

  .tip {
    fill: var(--_lpse-ink-soft);
  }

  .answer {
    fill: var(--_lpse-ink);
    font: 14px var(--_lpse-font);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_lpse-text-s);
  }

  caption {
    margin-block-end: var(--_lpse-space-2);
    font-weight: 600;
    text-align: start;
  }

  th,
  td {
    padding: var(--_lpse-space-2);
    border: 1px solid var(--_lpse-line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: break-word;
  }

  tr.current > * {
    background: var(--_lpse-accent-soft);
  }

  tr.current > th {
    box-shadow: inset 3px 0 var(--_lpse-accent);
  }

  .none {
    color: var(--_lpse-ink-soft);
  }

  :host {
    container-type: inline-size;
  }

  @container (inline-size >= max(600px, 37.5rem)) {
    .drawing {
      display: block;
    }
  }

  /* Side by side: the drawing stays in sight while the table is read. */
  @container (inline-size >= max(1080px, 67.5rem)) {
    .whole {
      display: grid;
      grid-template-columns: minmax(0, 400px) minmax(0, 1fr);
      gap: var(--_lpse-space-5);
      align-items: start;
      margin-block-start: var(--_lpse-space-4);
    }

    .drawing {
      position: sticky;
      inset-block-start: var(--_lpse-space-3);
      margin: 0;
    }

    .chart {
      max-block-size: 94vh;
    }
  }

  /* Stacked: a row becomes a small sheet, and each cell says what it is. */
  @container (inline-size < max(760px, 47.5rem)) {
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    table,
    tbody,
    caption,
    tr,
    th,
    td {
      display: block;
    }

    td:has(> .none) {
      display: none;
    }

    tr {
      margin-block-end: var(--_lpse-space-3);
      border: 1px solid var(--_lpse-line);
    }

    tbody th,
    td {
      border: 0;
    }

    td::before {
      content: attr(data-label) ': ';
      font-weight: 600;
    }
  }

  /*
   * On paper: the head and the drawing on the first page, the table as the document has it on the pages after. The paper
   * is no container, so nothing that depends on the width of the screen holds there.
   */
  @media print {
    .base {
      font:
        10pt/1.3 'Liberation Sans',
        Arial,
        Helvetica,
        sans-serif;
    }

    h2 {
      font-size: 13pt;
    }

    .whole {
      display: block;
      margin: 0;
    }

    .drawing {
      display: block;
      position: static;
      margin: 8pt 0 0;
    }

    .chart {
      display: block;
      inline-size: auto;
      max-inline-size: 100%;
      block-size: 205mm;
      max-block-size: none;
      margin-inline: auto;
    }

    table {
      break-before: page;
      font-size: 8.5pt;
      line-height: 1.2;
    }

    th,
    td {
      padding: 2pt 4pt;
      border: 0.5pt solid #000;
    }

    thead th:nth-child(2) {
      inline-size: 28%;
    }

    thead th:nth-child(3) {
      inline-size: 16%;
    }

    tr {
      break-inside: avoid;
    }
  }

  @media (forced-colors: active) {
    .shape,
    .arrow {
      stroke: CanvasText;
      fill: Canvas;
    }

    .arrow {
      fill: none;
    }

    .tip,
    .node text,
    .answer,
    .lane-name {
      fill: CanvasText;
    }

    .current .shape {
      stroke: Highlight;
    }
  }
`;
