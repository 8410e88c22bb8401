import { css } from 'lit';

/** What a list consists of: rows, files and their uploads, tags, and the box for drawn initials. */
export const rowsStyles = css`
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

  .tag > .error {
    flex-basis: 100%;
    padding-block-end: var(--_lpse-space-2);
  }

  .tag-entry {
    display: flex;
    gap: var(--_lpse-space-2);
  }

  .ink {
    display: block;
    inline-size: 300px;
    max-inline-size: 100%;
    aspect-ratio: 3 / 1;
    margin-block-end: var(--_lpse-space-2);
    border: 1px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-paper);
    color: var(--_lpse-ink);
  }

  canvas.ink {
    cursor: crosshair;
    touch-action: none;
  }

  .ink path {
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;
