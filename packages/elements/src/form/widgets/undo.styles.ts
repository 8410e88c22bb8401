import { css } from 'lit';

/** The offer to put back what was removed. */
export const undoStyles = css`
  .undo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_lpse-space-3);
    margin-block: var(--_lpse-space-3);
    padding: var(--_lpse-space-2) var(--_lpse-space-3);
    background: var(--_lpse-paper-soft);
    border-radius: var(--_lpse-radius);
  }
`;
