import { css } from 'lit';

/** A scale: side by side where there is room, one below the other where there is none. */
export const ratingStyles = css`
  .rating {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_lpse-space-2);
  }

  .rating-step {
    display: grid;
    grid-template-columns: auto 1fr;
    align-content: center;
    align-items: center;
    gap: var(--_lpse-space-1) var(--_lpse-space-2);
    box-sizing: border-box;
    min-block-size: var(--_lpse-control);
    min-inline-size: 64px;
    padding: var(--_lpse-space-2) var(--_lpse-space-3);
    border: 1px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    cursor: pointer;
  }

  .rating-step:hover {
    border-color: var(--_lpse-ink);
  }

  .rating-step:has(:checked) {
    border: 2px solid var(--_lpse-accent-text);
    padding: calc(var(--_lpse-space-2) - 1px) calc(var(--_lpse-space-3) - 1px);
    background: var(--_lpse-accent-soft);
  }

  .rating-step > input {
    inline-size: calc(1.25 * var(--_lpse-text-m));
    block-size: calc(1.25 * var(--_lpse-text-m));
    margin: 0;
    accent-color: var(--_lpse-accent-text);
    cursor: inherit;
  }

  .rating-number {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .rating-word {
    grid-column: 1 / -1;
    font-size: var(--_lpse-text-s);
    line-height: 1.25;
    overflow-wrap: anywhere;
  }

  .rating.even > .rating-step {
    flex: 1 1 0;
    min-inline-size: 112px;
  }

  @container (inline-size < max(560px, 35rem)) {
    .rating.wordy {
      flex-direction: column;
    }

    .rating.wordy > .rating-step {
      grid-template-columns: auto auto 1fr;
      flex: none;
    }

    .rating.wordy .rating-word {
      grid-column: 3;
      font-size: inherit;
    }
  }

  .all:disabled .rating-step {
    color: var(--_lpse-ink-soft);
    cursor: not-allowed;
  }
`;
