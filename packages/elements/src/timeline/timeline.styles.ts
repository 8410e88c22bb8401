import { css } from 'lit';
import { clockBar } from '../desk/clock-bar.js';

export const timeline = [
  clockBar,
  css`
    .base {
      font-size: var(--_lpse-text-s);
    }

    h2 {
      font-size: var(--_lpse-text-l);
    }

    h3 {
      font-size: var(--_lpse-text-m);
    }

    ol,
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    .panel > h3 {
      margin-block-start: var(--_lpse-space-5);
    }

    .panel > h3 + * {
      margin-block-start: var(--_lpse-space-2);
    }

    .clocks > li + li,
    .deviations > li + li {
      margin-block-start: var(--_lpse-space-3);
    }

    .step {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 var(--_lpse-space-3);
      max-inline-size: none;
    }

    .running {
      margin-inline-start: var(--_lpse-space-2);
      color: var(--_lpse-accent-text);
    }

    /* The document's own words are long; the number and the first lines are enough to know the step. */
    .activity {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-clamp: 2;
    }

    .deviations > li {
      padding-inline-start: var(--_lpse-space-3);
      border-inline-start: 3px solid var(--_lpse-warn);
    }

    .open {
      color: var(--_lpse-warn);
      font-weight: 600;
    }

    .date {
      margin-block: var(--_lpse-space-2) var(--_lpse-space-1);
      font-weight: 600;
    }

    .entry {
      display: grid;
      grid-template-columns: 3.25em 1fr;
      padding-block: var(--_lpse-space-1);
      border-block-start: 1px solid var(--_lpse-line);
    }

    .entry time {
      font-variant-numeric: tabular-nums;
      color: var(--_lpse-ink-soft);
    }

    .entry .soft {
      display: block;
    }
  `,
];
