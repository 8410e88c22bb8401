import { css } from 'lit';
import { undoStyles } from './undo.styles.js';

/** What a list consists of: its rows and their buttons. */
export const listStyles = css`
  ${undoStyles}

  .rows {
    display: grid;
    gap: var(--_lpse-space-4);
    margin-block: var(--_lpse-space-3);
  }

  .rows:empty {
    display: none;
  }

  .row,
  .upload {
    min-inline-size: 0;
    margin: 0;
    padding: var(--_lpse-space-4);
    border: 1px solid var(--_lpse-line);
    border-radius: var(--_lpse-radius);
  }

  .row > legend.label {
    padding-inline: var(--_lpse-space-1);
    margin: 0;
  }

  .row.single {
    display: grid;
    gap: var(--_lpse-space-2);
    padding: 0 0 var(--_lpse-space-3);
    border-width: 0 0 1px;
    border-radius: 0;
  }

  .row-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_lpse-space-2);
    margin-block-start: var(--_lpse-space-4);
  }

  .row.single > .row-buttons {
    margin-block-start: 0;
  }
`;
