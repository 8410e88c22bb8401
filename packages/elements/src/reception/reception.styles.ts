import { css } from 'lit';

export const receptionStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_lpse-space-3) var(--_lpse-space-4);
    max-inline-size: none;
  }

  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  legend,
  .guest > :first-child {
    padding: 0;
    margin-block-end: var(--_lpse-space-1);
    font-weight: 600;
  }

  .sources {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_lpse-space-2);
  }

  .sources label {
    display: inline-flex;
    align-items: center;
    gap: var(--_lpse-space-2);
    min-block-size: 34px;
    padding-inline: var(--_lpse-space-3);
    border: 1px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
    cursor: pointer;
  }

  .sources label:has(:checked) {
    border-color: var(--_lpse-accent);
    background: var(--_lpse-accent-soft);
  }

  .sources input {
    margin: 0;
    accent-color: var(--_lpse-accent);
  }

  .guest {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    max-inline-size: 100%;
  }

  .guest .control {
    --_lpse-control: 34px;
  }

  .ticket {
    font-size: var(--_lpse-text-2xl);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .printer {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
