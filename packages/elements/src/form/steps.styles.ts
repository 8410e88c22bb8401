import { css } from 'lit';

/** The line above a form that is filled step by step, and the button beside each section that is checked. */
export const stepsStyles = css`
  /* The index stands beside all that the form is made of, which takes the width that it has without one. */
  form.with-index {
    display: grid;
    grid-template-columns: 200px minmax(0, 720px);
    column-gap: var(--_lpse-space-6);
    align-content: start;
    max-inline-size: none;
  }

  form.with-index > * {
    grid-column: 2;
  }

  form.with-index > .beside {
    grid-column: 1;
    grid-row: 1 / span 20;
  }

  /* The index is not printed, and nothing stands in its place. */
  @media print {
    form.with-index {
      display: block;
    }
  }

  .progress {
    margin-block-end: var(--_lpse-space-5);
  }

  #progress {
    font-weight: 600;
  }

  .progress > progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 4px;
    margin-block-start: var(--_lpse-space-2);
    border: 0;
    background: var(--_lpse-line);
    color: var(--_lpse-accent);
  }

  .progress > progress::-webkit-progress-bar {
    background: var(--_lpse-line);
  }

  .progress > progress::-webkit-progress-value {
    background: var(--_lpse-accent);
  }

  .progress > progress::-moz-progress-bar {
    background: var(--_lpse-accent);
  }

  .section-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_lpse-space-2) var(--_lpse-space-4);
  }

  @media (forced-colors: active) {
    .progress > progress {
      border: 1px solid CanvasText;
      block-size: 6px;
    }

    /* Backgrounds are taken away; how far it is would go with them. One rule each: a browser drops what it does not know. */
    .progress > progress::-webkit-progress-value {
      forced-color-adjust: none;
      background: CanvasText;
    }

    .progress > progress::-moz-progress-bar {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
