import { css } from 'lit';

/** Native controls: `.control` on input, select and textarea; `.choice` around a radio or checkbox with its words. */
export const formControl = css`
  .control {
    appearance: none;
    display: block;
    inline-size: 100%;
    min-block-size: var(--_lpse-control);
    margin: 0;
    padding: var(--_lpse-space-2) var(--_lpse-space-3);
    border: 1px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-paper);
    color: var(--_lpse-ink);
    font: inherit;
    line-height: 1.375;
    text-align: start;
  }

  .control:hover {
    border-color: var(--_lpse-ink);
  }

  .control[aria-invalid='true'] {
    border: 2px solid var(--_lpse-bad);
    padding: calc(var(--_lpse-space-2) - 1px) calc(var(--_lpse-space-3) - 1px);
  }

  .control:disabled {
    background: var(--_lpse-paper-soft);
    color: var(--_lpse-ink-soft);
    border-color: var(--_lpse-line);
    cursor: not-allowed;
  }

  textarea.control {
    resize: vertical;
    field-sizing: content;
    /* As high as its rows say, then as its text. The second line is for browsers that read numbers off attributes. */
    min-block-size: calc(4lh + var(--_lpse-space-4) + 2px);
    min-block-size: calc(attr(rows type(<number>), 4) * 1lh + var(--_lpse-space-4) + 2px);
    max-block-size: 70vh;
  }

  /*
   * An arrow of borders: an image would need a request or a data: URL, which a strict page may refuse. It is measured by
   * the words beside it, so that it grows when they do.
   */
  .select {
    position: relative;
  }

  .select::after {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 0.375em);
    inset-inline-end: 1em;
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid var(--_lpse-ink);
    border-width: 0 max(2px, 0.125em) max(2px, 0.125em) 0;
    transform: rotate(45deg);
    pointer-events: none;
  }

  .select > .control {
    padding-inline-end: 2.5em;
    text-overflow: ellipsis;
  }

  .choice {
    /* As high as a line of the words beside it, whatever their size; never too small for a finger. */
    --_box: max(24px, 1.5 * var(--_lpse-text-m));
    display: flex;
    align-items: flex-start;
    gap: var(--_lpse-space-3);
    padding-block: calc((var(--_lpse-control) - 24px) / 2);
    cursor: pointer;
    max-inline-size: var(--_lpse-measure);
  }

  /* One long word must not make the page wider than the screen. */
  .choice > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .choice > input {
    appearance: none;
    flex: none;
    inline-size: var(--_box);
    block-size: var(--_box);
    margin: 0;
    border: 1px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-paper);
    cursor: inherit;
  }

  .choice:hover > input {
    border-color: var(--_lpse-ink);
  }

  .choice > input[type='radio'],
  .choice > input[type='radio']:focus-visible {
    border-radius: 50%;
  }

  /* A grid around its mark, and only where there is one: most boxes of a form are empty, and grids are heavy. */
  .choice > input:checked {
    display: grid;
    place-content: center;
    border: 2px solid var(--_lpse-accent-text);
  }

  .choice > input:checked::before {
    content: '';
    inline-size: calc(var(--_box) / 2);
    block-size: calc(var(--_box) / 2);
    border-radius: 50%;
    background: var(--_lpse-accent-text);
  }

  .choice > input[type='checkbox']:checked::before {
    inline-size: calc(var(--_box) * 13 / 24);
    block-size: calc(var(--_box) * 7 / 24);
    margin-block-start: calc(var(--_box) / -6);
    border: solid var(--_lpse-accent-text);
    border-width: 0 0 calc(var(--_box) / 8) calc(var(--_box) / 8);
    border-radius: 0;
    background: transparent;
    transform: rotate(-45deg);
  }

  .choice > input[aria-invalid='true'] {
    border: 2px solid var(--_lpse-bad);
  }

  .all:disabled .choice {
    cursor: not-allowed;
    color: var(--_lpse-ink-soft);
  }

  @media (forced-colors: active) {
    /* The drawn marks are backgrounds and borders; the system's own controls are clearer than a repainted copy. */
    .choice > input {
      appearance: auto;
    }

    .choice > input::before {
      display: none;
    }

    .control:disabled {
      color: GrayText;
      border-color: GrayText;
    }
  }
`;
