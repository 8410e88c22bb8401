import { css } from 'lit';

/**
 * What every element starts from. The page's inherited styles end at `part="base"`, the one root of each template: `:host`
 * itself belongs to the page, whose rules win over ours there (`* { all: unset }` is a real portal's style sheet).
 */
export const base = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none !important;
  }

  [part~='base'] {
    all: initial;
    display: block;
    color-scheme: inherit;
    visibility: inherit;
    color: var(--_lpse-ink);
    background: var(--_lpse-paper);
    font-family: var(--_lpse-font);
    font-size: var(--_lpse-text-m);
    line-height: 1.5;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  [part~='base'],
  [part~='base'] *,
  [part~='base'] *::before,
  [part~='base'] *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0;
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }

  p {
    margin: 0;
    max-inline-size: var(--_lpse-measure);
  }

  p,
  li,
  dd {
    text-wrap: pretty;
  }

  a {
    color: var(--_lpse-accent-text);
    text-underline-offset: 0.15em;
  }

  :focus-visible {
    outline: 3px solid var(--_lpse-focus);
    outline-offset: 2px;
    /* The light edge on both sides of the dark ring keeps it visible on any background of the page. */
    box-shadow: 0 0 0 7px var(--_lpse-focus-edge);
    border-radius: var(--_lpse-radius);
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }

  /* For the ear only. */
  .quiet {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }
`;
