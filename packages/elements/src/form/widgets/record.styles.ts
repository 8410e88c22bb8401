import { css } from 'lit';
import { listStyles } from './list.styles.js';

/** Rows of a name and a value: side by side where there is room. */
export const recordStyles = css`
  ${listStyles}

  .fields + .rows {
    margin-block-start: var(--_lpse-space-5);
  }

  .row.member {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_lpse-space-3);
  }

  .row.member > .row-buttons {
    margin-block-start: 0;
  }

  @container (min-width: max(560px, 35rem)) {
    .row.member {
      grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
    }

    .row.member > .row-buttons {
      grid-column: 1 / -1;
    }
  }
`;
