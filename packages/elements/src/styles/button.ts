import { css } from 'lit';

/** Buttons: `.button` is the quiet one, `.button-primary` the one action of a screen, `.button-plain` looks like a link, `.button-small` is for rows. */
export const button = css`
  .button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_lpse-space-2);
    min-block-size: var(--_lpse-control);
    min-inline-size: var(--_lpse-control);
    margin: 0;
    padding: var(--_lpse-space-2) var(--_lpse-space-4);
    border: 1px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-paper);
    color: var(--_lpse-ink);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }

  .button:hover {
    border-color: var(--_lpse-ink);
    background: var(--_lpse-paper-soft);
  }

  .button-primary {
    border-color: var(--_lpse-accent);
    background: var(--_lpse-accent);
    color: var(--_lpse-on-accent);
  }

  .button-primary:hover {
    border-color: var(--_lpse-ink);
    background: var(--_lpse-accent);
    box-shadow: inset 0 0 0 1px var(--_lpse-on-accent);
  }

  .button-plain {
    border-color: transparent;
    background: transparent;
    color: var(--_lpse-accent-text);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    padding-inline: var(--_lpse-space-2);
  }

  .button-plain:hover {
    border-color: transparent;
    background: transparent;
    color: var(--_lpse-ink);
  }

  .button-small {
    font-size: var(--_lpse-text-s);
    padding: var(--_lpse-space-1) var(--_lpse-space-3);
  }

  /* A button that waits keeps the focus, which a disabled one would lose. */
  .button:disabled,
  .button[aria-disabled='true'] {
    border-color: var(--_lpse-line);
    background: var(--_lpse-paper-soft);
    color: var(--_lpse-ink-soft);
    box-shadow: none;
    cursor: not-allowed;
  }

  @media (forced-colors: active) {
    .button-primary {
      border-width: 3px;
    }

    /* Forced colours draw a transparent line too; this one is to look like a link. */
    .button-plain,
    .button-plain:hover {
      border-color: Canvas;
      color: LinkText;
    }

    .button:disabled,
    .button[aria-disabled='true'] {
      color: GrayText;
      border-color: GrayText;
    }
  }

  @media print {
    .button {
      display: none;
    }
  }
`;
