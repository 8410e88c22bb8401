import { css } from 'lit';

export const knowledge = css`
  .knowledge > * + * {
    margin-block-start: var(--_lpse-space-3);
  }

  h3 {
    margin: 0;
    font-size: var(--_lpse-text-m);
  }

  .search {
    display: block;
  }

  .search > span {
    display: block;
    margin-block-end: var(--_lpse-space-1);
    font-size: var(--_lpse-text-s);
  }

  .search .control {
    inline-size: 100%;
    box-sizing: border-box;
    min-block-size: 36px;
    padding: 0 var(--_lpse-space-3);
    border: 1px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-paper);
    color: inherit;
    font: inherit;
  }

  .found {
    margin-block-end: 0;
    padding: 0;
    list-style: none;
    border-block-start: 1px solid var(--_lpse-line);
  }

  .suggestion {
    border-block-end: 1px solid var(--_lpse-line);
  }

  .choose {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    padding: var(--_lpse-space-2);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .choose:hover {
    background: var(--_lpse-accent-soft);
  }

  .title,
  .about {
    display: block;
    overflow-wrap: anywhere;
  }

  .title {
    font-weight: 600;
  }

  .about,
  .matter {
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
  }

  .preview {
    padding: 0 var(--_lpse-space-2) var(--_lpse-space-3);
  }

  .preview > * {
    margin: 0;
    max-inline-size: var(--_lpse-measure);
  }

  .preview > * + * {
    margin-block-start: var(--_lpse-space-2);
  }

  .matter,
  .answer {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .answer {
    padding-inline-start: var(--_lpse-space-3);
    border-inline-start: 3px solid var(--_lpse-accent);
  }
`;
