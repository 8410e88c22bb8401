import { css } from 'lit';
import { listStyles } from './list.styles.js';

/** The place to drop files, and files on their way. */
export const filesStyles = css`
  ${listStyles}

  .drop {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_lpse-space-3);
    padding: var(--_lpse-space-4);
    border: 1px dashed var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-paper-soft);
  }

  .drop > input:focus-visible + .button {
    outline: 3px solid var(--_lpse-focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 7px var(--_lpse-focus-edge);
  }

  .drop-hint {
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
  }

  /* A finger neither drops nor pastes files. */
  @media (hover: none) and (pointer: coarse) {
    .drop-hint {
      display: none;
    }
  }

  .all:disabled .drop > .button {
    color: var(--_lpse-ink-soft);
    cursor: not-allowed;
  }

  .file {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_lpse-space-1) var(--_lpse-space-3);
    overflow-wrap: anywhere;
  }

  .file-name {
    font-weight: 600;
  }

  .file-size {
    color: var(--_lpse-ink-soft);
    font-variant-numeric: tabular-nums;
  }

  .file + .fields:not(:empty) {
    margin-block-start: var(--_lpse-space-3);
  }

  .upload {
    margin-block-start: var(--_lpse-space-3);
  }

  progress {
    display: block;
    inline-size: 100%;
    block-size: 8px;
    accent-color: var(--_lpse-accent);
  }
`;
