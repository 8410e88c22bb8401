import { css } from 'lit';

export const statusStyles = css`
  .expected {
    padding: var(--_lpse-space-3) var(--_lpse-space-4);
    border-inline-start: 4px solid var(--_lpse-accent);
    background: var(--_lpse-accent-soft, transparent);
  }

  .expected h3 {
    margin: 0;
    font-size: var(--_lpse-text-m);
  }

  .expected p {
    margin-block: var(--_lpse-space-1) 0;
  }

  .result-head .actions {
    margin: 0;
  }
`;
