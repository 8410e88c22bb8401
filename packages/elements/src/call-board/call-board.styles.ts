import { css } from 'lit';

/** Dark, whatever the page around it is: a screen in a room is no page. Sizes follow the screen, not the page. */
export const callBoardStyles = css`
  :host {
    color-scheme: dark;
    block-size: 100dvh;
    min-block-size: 320px;
    container: board / size;
    overflow: hidden;
  }

  [part~='base'] {
    --edge: max(12px, 2.2cqmin);
    display: grid;
    grid-template: auto 1fr auto auto / 1fr minmax(0, 34%);
    block-size: 100%;
    gap: var(--edge);
    padding: var(--edge);
    font-size: max(16px, 2.6cqmin);
    font-variant-numeric: tabular-nums;
  }

  header {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 var(--edge);
  }

  .office {
    font-size: 1.25em;
    font-weight: 600;
  }

  .time {
    font-size: 1.6em;
    font-weight: 600;
    line-height: 1.1;
  }

  .stage {
    min-inline-size: 0;
    min-block-size: 0;
    display: grid;
    container: stage / size;
    border: 2px solid var(--_lpse-line);
    border-radius: 12px;
  }

  .stage.fresh {
    border-color: var(--_lpse-accent);
    outline: 6px solid var(--_lpse-accent);
    outline-offset: -6px;
  }

  .current {
    display: grid;
    align-content: center;
    justify-items: center;
    text-align: center;
    gap: 1cqb;
    padding: 2cqmin;
    max-inline-size: none;
  }

  .current .number {
    /* As wide as the stage allows for this many characters, and no higher than leaves room for the counter. */
    font-size: min(calc(135cqi / var(--characters, 5)), 44cqb);
    font-weight: 700;
    line-height: 1;
    letter-spacing: 0.01em;
    color: var(--_lpse-ink);
    overflow-wrap: normal;
    white-space: nowrap;
  }

  .current .label {
    font-size: max(16px, min(5cqi, 7cqb));
    color: var(--_lpse-ink-soft);
  }

  .current .counter {
    font-size: max(22px, min(11cqi, 17cqb));
    font-weight: 700;
    line-height: 1.1;
    color: var(--_lpse-accent-text);
    overflow-wrap: anywhere;
  }

  .current .name {
    font-size: max(18px, min(6cqi, 8cqb));
  }

  .welcome {
    font-size: max(20px, min(6cqi, 9cqb));
    max-inline-size: 24ch;
    text-wrap: balance;
  }

  .last {
    min-inline-size: 0;
    min-block-size: 0;
    overflow: hidden;
    display: grid;
    grid-template-rows: auto 1fr;
    gap: 0.5em;
  }

  h2 {
    font-size: 1.1em;
    color: var(--_lpse-ink-soft);
  }

  ol {
    list-style: none;
    margin: 0;
    padding: 0;
  }

  .last ol {
    display: grid;
    grid-auto-rows: minmax(0, 1fr);
    border-block-start: 1px solid var(--_lpse-line);
  }

  .last li {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 0 1em;
    border-block-end: 1px solid var(--_lpse-line);
    padding-block: 0.2em;
  }

  .last .number {
    font-size: 1.9em;
    font-weight: 700;
    line-height: 1.1;
    white-space: nowrap;
  }

  .last .where {
    text-align: end;
    font-size: 1.25em;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }

  .last small {
    display: block;
    font-size: 0.7em;
    color: var(--_lpse-ink-soft);
  }

  .next {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.2em 1.5em;
  }

  .next ol {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.9em;
    max-block-size: 1.3em;
    overflow: hidden;
    font-size: 1.5em;
    font-weight: 600;
    line-height: 1.3;
    flex: 1;
  }

  .next p {
    max-inline-size: none;
    color: var(--_lpse-ink-soft);
  }

  footer {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    font-size: 15px;
    color: var(--_lpse-ink-soft);
  }

  footer label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }

  footer input {
    accent-color: var(--_lpse-accent);
    inline-size: 120px;
    block-size: 32px;
  }

  .lost {
    grid-column: 1 / -1;
    margin: 0;
    max-inline-size: none;
  }

  @container board (max-width: 760px) or (max-aspect-ratio: 1/1) {
    [part~='base'] {
      grid-template: auto minmax(0, 1.4fr) minmax(0, 1fr) auto auto / 1fr;
    }
  }

  @media (forced-colors: active) {
    .stage.fresh {
      outline-color: Highlight;
    }
  }
`;
