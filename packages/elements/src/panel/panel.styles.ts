import { css } from 'lit';

/** How a panel is set: a heading, what is said, the form, what was kept, the buttons. */
export const panel = css`
  .panel > * + * {
    margin-block-start: var(--_lpse-space-4);
  }

  h2 {
    font-size: var(--_lpse-text-xl);
  }

  h3 {
    font-size: var(--_lpse-text-l);
  }

  h2:focus-visible,
  h2:focus {
    outline: none;
    box-shadow: none;
  }

  .hint,
  .saved,
  .loading {
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
  }

  /* For whoever waits long, as a request is tried again for half a minute. It appears; nothing moves. */
  .still {
    animation: still 0s 6s backwards;
  }

  @keyframes still {
    from {
      visibility: hidden;
    }
  }

  /* Keeps its line while it is empty: what stands below must not jump when the first word is stored. */
  .typed {
    margin: 0 0 var(--_lpse-space-2);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .saved {
    min-block-size: 1.5em;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_lpse-space-3);
  }
`;
