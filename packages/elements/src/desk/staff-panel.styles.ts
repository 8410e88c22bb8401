import { css } from 'lit';

/** The officers' panels: dense, calm, lines instead of boxes. */
export const staffPanel = css`
  .base {
    container-type: inline-size;
  }

  h2 {
    font-size: var(--_lpse-text-l);
  }

  h3 {
    font-size: var(--_lpse-text-m);
  }

  /* The next action stays at the foot of the screen while its form is longer than that. */
  @media (min-height: 600px) and (min-width: 600px) {
    lpse-form {
      --_lpse-form-foot: 6rem;
    }

    lpse-form::part(actions) {
      position: sticky;
      inset-block-end: 0;
      z-index: 1;
      padding-block: var(--_lpse-space-3);
      background: var(--_lpse-paper);
    }
  }

  .facts {
    display: grid;
    grid-template-columns: fit-content(45%) minmax(0, 1fr);
    gap: var(--_lpse-space-1) var(--_lpse-space-4);
    margin: 0;
  }

  .facts dt {
    color: var(--_lpse-ink-soft);
  }

  .facts dd {
    margin: 0;
    overflow-wrap: anywhere;
    max-inline-size: var(--_lpse-measure);
    white-space: pre-line;
  }

  /* A phone with large text: what it is stands above what it says. */
  @container (inline-size < 14rem) {
    .facts {
      display: block;
    }

    .facts dd + dt {
      margin-block-start: var(--_lpse-space-2);
    }
  }

  .note {
    padding-inline-start: var(--_lpse-space-3);
    border-inline-start: 3px solid var(--_lpse-line);
  }

  .note > * + * {
    margin-block-start: var(--_lpse-space-2);
  }

  .note.warn {
    border-inline-start-color: var(--_lpse-warn);
  }

  .note h3 {
    font-size: var(--_lpse-text-m);
  }

  .words {
    white-space: pre-line;
  }

  ul.findings {
    margin: 0;
    padding-inline-start: 1.25em;
  }

  .big {
    font-size: var(--_lpse-text-3xl);
    font-weight: 600;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
  }

  .soft {
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
  }

  summary {
    display: inline-flex;
    align-items: center;
    min-block-size: 32px;
    cursor: pointer;
    color: var(--_lpse-accent-text);
    text-decoration: underline;
    text-underline-offset: 0.15em;
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

  details[open] > :not(summary) {
    margin-block-start: var(--_lpse-space-3);
  }

  .side {
    padding-block-start: var(--_lpse-space-3);
    border-block-start: 1px solid var(--_lpse-line);
  }
`;
