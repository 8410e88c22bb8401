import { css } from 'lit';
import { undoStyles } from './undo.styles.js';

/** Short texts beside each other. */
export const tagsStyles = css`
  ${undoStyles}

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_lpse-space-2);
    margin: 0 0 var(--_lpse-space-3);
    padding: 0;
    list-style: none;
  }

  .tag {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_lpse-space-2);
    padding-inline-start: var(--_lpse-space-3);
    border: 1px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    overflow-wrap: anywhere;
  }

  .tag > .button {
    border-width: 0 0 0 1px;
    border-radius: 0;
  }

  @media print {
    .tag {
      padding-inline-end: var(--_lpse-space-3);
    }
  }

  .tag > .error {
    flex-basis: 100%;
    padding-block-end: var(--_lpse-space-2);
  }

  .tag-entry {
    display: flex;
    gap: var(--_lpse-space-2);
  }

  .tag-entry > .button {
    flex: none;
  }
`;
