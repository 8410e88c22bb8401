import { css } from 'lit';
import { listStyles } from './list.styles.js';

/** Where files are chosen and dropped, those on their way, those attached, and the larger view of a picture. */
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

  .drop.over {
    border: 2px solid var(--_lpse-accent);
    padding: calc(var(--_lpse-space-4) - 1px);
    background: var(--_lpse-accent-soft);
  }

  .drop input:focus-visible + .button {
    outline: 3px solid var(--_lpse-focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 7px var(--_lpse-focus-edge);
  }

  .drop-hint {
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
  }

  .camera {
    display: none;
  }

  /* A finger neither drops nor pastes files, but what it holds has a camera. */
  @media (hover: none) and (pointer: coarse) {
    .drop-hint {
      display: none;
    }

    .camera {
      display: contents;
    }

    .drop .button {
      flex: 1 1 auto;
    }
  }

  .all:disabled .drop .button {
    color: var(--_lpse-ink-soft);
    cursor: not-allowed;
  }

  .file {
    display: flex;
    gap: var(--_lpse-space-4);
    align-items: flex-start;
    overflow-wrap: anywhere;
  }

  .file-words {
    min-inline-size: 0;
  }

  .file-name {
    font-weight: 600;
  }

  .file-size {
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
    font-variant-numeric: tabular-nums;
  }

  .thumb {
    flex: none;
    inline-size: 72px;
    block-size: 72px;
    object-fit: contain;
    border: 1px solid var(--_lpse-line);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-paper-soft);
    cursor: zoom-in;
  }

  .file + .fields:not(:empty) {
    margin-block-start: var(--_lpse-space-3);
  }

  .upload {
    margin-block-start: var(--_lpse-space-3);
  }

  .viewer {
    inline-size: min(960px, 100% - 2 * var(--_lpse-space-4));
    max-block-size: calc(100% - 2 * var(--_lpse-space-4));
    margin: auto;
    padding: var(--_lpse-space-4);
    border: 1px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-paper);
    color: var(--_lpse-ink);
  }

  .viewer::backdrop {
    background: rgb(0 0 0 / 60%);
  }

  .viewer-head {
    display: flex;
    gap: var(--_lpse-space-4);
    align-items: center;
    justify-content: space-between;
    margin-block-end: var(--_lpse-space-3);
  }

  .viewer-name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .viewer canvas {
    display: block;
    inline-size: 100%;
    block-size: min(70vh, 720px);
    object-fit: contain;
    background: var(--_lpse-paper-soft);
  }

  progress {
    display: block;
    inline-size: 100%;
    block-size: 8px;
    accent-color: var(--_lpse-accent);
  }
`;
