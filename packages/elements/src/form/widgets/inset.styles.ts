import { css } from 'lit';

/** What lies a level deeper than the field around it. */
export const insetStyles = css`
  .inset {
    margin-block-start: var(--_lpse-space-2);
    padding-inline-start: var(--_lpse-space-4);
    border-inline-start: 2px solid var(--_lpse-line);
  }

  .inset:empty {
    display: none;
  }
`;
