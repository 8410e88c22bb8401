import { css } from 'lit';

/** The public page: much white, one accent, and numbers that can be read from the other side of the room. */
export const consultationStyles = css`
  .base {
    container-type: inline-size;
  }

  .base > * + * {
    margin-block-start: var(--_lpse-space-5);
  }

  .base > .quiet {
    margin: 0;
  }

  .office-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: flex-start;
    gap: var(--_lpse-space-2) var(--_lpse-space-4);
    padding-block-end: var(--_lpse-space-3);
    border-block-end: 1px solid var(--_lpse-line);
  }

  .office-name {
    font-weight: 600;
  }

  .office-hours {
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
    font-variant-numeric: tabular-nums;
  }

  .open,
  .shut {
    font-weight: 600;
    color: var(--_lpse-ink);
  }

  .open::before,
  .shut::before {
    content: '';
    display: inline-block;
    inline-size: 9px;
    block-size: 9px;
    margin-inline-end: 6px;
    border: 2px solid var(--_lpse-good);
    border-radius: 50%;
    background: var(--_lpse-good);
  }

  .shut::before {
    border-color: var(--_lpse-line-strong);
    background: transparent;
  }

  .languages {
    display: flex;
    border: 1px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
  }

  .language {
    appearance: none;
    min-block-size: 32px;
    margin: 0;
    padding: 0 var(--_lpse-space-3);
    border: 0;
    border-radius: calc(var(--_lpse-radius) - 1px);
    background: transparent;
    color: var(--_lpse-ink);
    font: inherit;
    font-size: var(--_lpse-text-s);
    cursor: pointer;
  }

  .language[aria-pressed='true'] {
    background: var(--_lpse-accent);
    color: var(--_lpse-on-accent);
    font-weight: 600;
  }

  .base > .closed-note {
    margin-block-start: var(--_lpse-space-2);
  }

  .title {
    font-size: var(--_lpse-text-2xl);
  }

  .welcome > * + * {
    margin-block-start: var(--_lpse-space-3);
  }

  .welcome ul {
    margin-block: var(--_lpse-space-2) 0;
    padding-inline-start: var(--_lpse-space-5);
  }

  .lead {
    font-size: var(--_lpse-text-l);
  }

  .track ol {
    display: none;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .track-position {
    padding-inline-start: var(--_lpse-space-3);
    border-inline-start: 4px solid var(--_lpse-accent);
  }

  .track li {
    padding-block-start: var(--_lpse-space-2);
    border-block-start: 4px solid var(--_lpse-line);
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
  }

  .track li.past {
    border-color: var(--_lpse-accent);
  }

  .track li.now {
    border-color: var(--_lpse-accent);
    color: var(--_lpse-ink);
    font-weight: 600;
  }

  .track li.past > span:first-child::before {
    content: '✓ ' / '';
  }

  .summons {
    padding: var(--_lpse-space-4) var(--_lpse-space-5);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-accent);
    color: var(--_lpse-on-accent);
    font-size: var(--_lpse-text-2xl);
    font-weight: 700;
    line-height: 1.2;
    max-inline-size: none;
  }

  .tickets {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: var(--_lpse-space-4) var(--_lpse-space-6);
    margin-block-end: 0;
    padding: var(--_lpse-space-4) 0;
    border-block: 1px solid var(--_lpse-line);
  }

  .ticket dt {
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
  }

  .ticket dd {
    margin: 0;
    font-size: var(--_lpse-text-l);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  /* A ticket number is sixteen characters long: on a narrow phone it shrinks before it breaks. */
  .ticket.main dd {
    font-size: min(var(--_lpse-text-3xl), 9cqi);
    font-weight: 700;
    line-height: 1.15;
  }

  .access-code {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
  }

  .access .hint {
    margin-block-start: var(--_lpse-space-1);
  }

  .steps {
    margin: var(--_lpse-space-3) 0 0;
    padding: 0;
    list-style: none;
  }

  .step {
    position: relative;
    padding: 0 0 var(--_lpse-space-4) 28px;
  }

  .step::before {
    content: '';
    position: absolute;
    inset-block-start: 6px;
    inset-inline-start: 2px;
    inline-size: 12px;
    block-size: 12px;
    border: 2px solid var(--_lpse-line-strong);
    border-radius: 50%;
    background: var(--_lpse-paper);
  }

  .step:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 22px -2px;
    inset-inline-start: 9px;
    border-inline-start: 2px solid var(--_lpse-line);
  }

  .step.now::before {
    border-color: var(--_lpse-accent);
    background: var(--_lpse-accent);
  }

  .step-words {
    display: block;
  }

  .step.now .step-words {
    font-weight: 600;
  }

  .step-note {
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
  }

  .result {
    margin-block-start: var(--_lpse-space-5);
  }

  .result-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: var(--_lpse-space-3);
    margin-block-end: var(--_lpse-space-3);
  }

  .cancel {
    margin-block-start: var(--_lpse-space-4);
  }

  p.cancel > .button-plain {
    padding-inline: 0;
  }

  @container (min-width: max(560px, 35rem)) {
    .track-position {
      display: none;
    }

    .track ol {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: var(--_lpse-space-2);
    }

    .ticket.main dd {
      font-size: calc(var(--_lpse-text-3xl) * 1.5);
    }

    .summons {
      font-size: var(--_lpse-text-3xl);
    }
  }

  @media (forced-colors: active) {
    .language[aria-pressed='true'],
    .summons {
      border: 3px solid;
    }

    .step.now::before,
    .open::before {
      background: CanvasText;
    }
  }
`;
