import { css } from 'lit';

/** What only the picture of an element wears, until the element takes over. */
export const predrawnStyles = css`
  .predrawn-note {
    display: none;
    position: fixed;
    inset: auto var(--_lpse-space-3) var(--_lpse-space-3);
    inline-size: fit-content;
    max-inline-size: calc(100% - 2 * var(--_lpse-space-3));
    margin: 0 auto;
    padding: var(--_lpse-space-3) var(--_lpse-space-4);
    border: 2px solid var(--_lpse-ink);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-paper);
    color: var(--_lpse-ink);
  }

  .predrawn-note:popover-open {
    display: block;
  }

  .predrawn-note > p {
    margin-block-end: var(--_lpse-space-2);
  }

  /* What is true of an hour alone would be wrong in the next. */
  .predrawn-live {
    visibility: hidden;
  }

  /* Nobody is to fill in a form that can never be sent; what to do instead stands above. */
  noscript > p {
    margin-block-end: var(--_lpse-space-5);
  }

  @media (scripting: none) {
    form[part~='base'],
    button,
    .predrawn-live {
      display: none;
    }
  }
`;
