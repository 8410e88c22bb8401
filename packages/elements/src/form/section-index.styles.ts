import { css } from 'lit';

/** The list of sections beside a form. */
export const sectionIndexStyles = css`
  .index {
    position: sticky;
    inset-block-start: var(--lpse-form-index-top, 16px);
    max-block-size: calc(100vh - 32px);
    overflow-y: auto;
  }

  .index ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .index button {
    display: block;
    inline-size: 100%;
    min-block-size: 40px;
    padding: var(--_lpse-space-2) var(--_lpse-space-3);
    border: 0;
    border-inline-start: 3px solid var(--_lpse-line);
    background: none;
    color: var(--_lpse-ink);
    font: inherit;
    font-size: var(--_lpse-text-s);
    line-height: 1.375;
    text-align: start;
    cursor: pointer;
  }

  .index button:disabled {
    color: var(--_lpse-ink-soft);
    cursor: default;
  }

  .index button:hover:not(:disabled) .index-title {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .index button[aria-current] {
    border-inline-start-color: var(--_lpse-accent);
    font-weight: 600;
  }

  .index-title {
    display: block;
  }

  .index-state {
    display: block;
    font-weight: 400;
  }

  .index-state::before {
    font-weight: 700;
  }

  .index-state.good {
    color: var(--_lpse-good);
  }

  .index-state.good::before {
    content: '✓ ' / '';
  }

  .index-state.bad {
    color: var(--_lpse-bad);
  }

  .index-state.bad::before {
    content: '! ' / '';
  }

  @media (forced-colors: active) {
    .index button[aria-current] {
      border-inline-start-color: Highlight;
    }
  }

  @media print {
    .index {
      display: none;
    }
  }
`;
