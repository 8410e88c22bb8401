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
  }

  .sentences {
    padding-inline-start: 1.2em;
    font-size: var(--_lpse-text-l);
  }

  .sentences li + li {
    margin-block-start: var(--_lpse-space-1);
  }

  .scroll {
    overflow-x: auto;
  }

  .bars {
    inline-size: 100%;
    min-inline-size: 300px;
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
    overflow-wrap: anywhere;
  }

  th {
    font-weight: 400;
  }

  thead th {
    overflow-wrap: normal;
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

  .steps th:first-child {
    max-inline-size: 32em;
  }

  .tallies {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
    gap: var(--_lpse-space-4) var(--_lpse-space-5);
    align-items: start;
  }

  .tallies td {
    inline-size: 4em;
    text-align: end;
  }

  @media print {
    .choice,
    .exports,
    details {
      display: none;
    }

    .base,
    .sentences {
      font-size: 10pt;
    }

    table {
      font-size: 8.5pt;
    }

    .panel > * + * {
      margin-block-start: 6pt;
    }

    th,
    td {
      padding: 1pt 4pt;
    }

    .bars {
      max-block-size: 90pt;
    }

    .tallies {
      grid-template-columns: repeat(3, 1fr);
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
