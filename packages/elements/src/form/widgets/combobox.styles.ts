import { css } from 'lit';

/** The list of a combobox. */
export const comboboxStyles = css`
  .popup {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: var(--_lpse-space-1);
    box-sizing: border-box;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    border: 1px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-paper);
    color: var(--_lpse-ink);
    box-shadow: 0 4px 16px rgb(0 0 0 / 20%);
    z-index: 1;
  }

  .popup-note {
    padding: var(--_lpse-space-3);
    color: var(--_lpse-ink-soft);
  }

  .option {
    display: flex;
    align-items: center;
    box-sizing: border-box;
    min-block-size: var(--_lpse-control);
    padding: var(--_lpse-space-1) var(--_lpse-space-2);
    border: 2px solid transparent;
    border-radius: var(--_lpse-radius);
    line-height: 1.375;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .option:hover {
    background: var(--_lpse-paper-soft);
  }

  .option[aria-selected='true'] {
    font-weight: 600;
  }

  .option[aria-selected='true']::after {
    content: '✓' / '';
    margin-inline-start: auto;
    padding-inline-start: var(--_lpse-space-2);
  }

  .option.active {
    border-color: var(--_lpse-accent-text);
    background: var(--_lpse-accent-soft);
  }

  @media (forced-colors: active) {
    .option.active {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
