import { css } from 'lit';

/** A date that is typed, its calendar, and the zone of a moment. */
export const dateStyles = css`
  .date-entry {
    display: flex;
    align-items: center;
    gap: var(--_lpse-space-2);
    max-inline-size: max(360px, 22.5em);
  }

  .date-entry > .control {
    flex: 1 1 auto;
    inline-size: auto;
    min-inline-size: 0;
  }

  .date-pick {
    position: relative;
    flex: none;
  }

  .date-pick > .button {
    padding-inline: var(--_lpse-space-2);
  }

  /* Only its calendar is used, which opens where it stands. */
  .date-pick > input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    opacity: 0;
    pointer-events: none;
  }

  .date-icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
  }

  .date-zone {
    flex: none;
    color: var(--_lpse-ink-soft);
    font-weight: 600;
  }
`;
