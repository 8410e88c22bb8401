import { css } from 'lit';

/** Numbers side by side, each under its unit. */
export const durationStyles = css`
  .duration-parts {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--_lpse-space-3);
    max-inline-size: 360px;
  }

  .duration-unit {
    display: block;
    margin-block-end: var(--_lpse-space-1);
    font-size: var(--_lpse-text-s);
  }

  .duration-turn {
    padding-inline: 0;
  }
`;
