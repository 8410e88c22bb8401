import { css } from 'lit';

/** For fingers, and for reading while standing: everything within is larger by the same tokens that a page sets. */
export const kioskStyles = css`
  [part~='base'] {
    --lpse-control-height: 60px;
    --lpse-text-s: 17px;
    --lpse-text-m: 20px;
    --lpse-text-l: 22px;
    --lpse-text-xl: 28px;
    --lpse-text-2xl: 36px;
    --_lpse-control: 60px;
    --_lpse-text-s: 17px;
    --_lpse-text-m: 20px;
    --_lpse-text-l: 22px;
    --_lpse-text-xl: 28px;
    --_lpse-text-2xl: 36px;
    font-size: 20px;
    max-inline-size: 900px;
    margin-inline: auto;
    padding: var(--_lpse-space-4);
  }

  .welcome,
  .done {
    display: grid;
    gap: var(--_lpse-space-5);
    padding-block: var(--_lpse-space-5);
  }

  /* Nobody is here yet: read from across the room, and pressed in passing. */
  .welcome {
    align-content: center;
    min-block-size: 80svh;
  }

  .welcome .office {
    padding-inline-start: var(--_lpse-space-4);
    border-inline-start: 6px solid var(--_lpse-accent);
    font-size: var(--_lpse-text-xl);
    font-weight: 600;
  }

  .welcome h2 {
    font-size: clamp(36px, 7vw, 64px);
  }

  .welcome .lead {
    font-size: var(--_lpse-text-xl);
    line-height: 1.4;
  }

  h2 {
    font-size: var(--_lpse-text-2xl);
  }

  .start {
    justify-self: start;
    inline-size: min(100%, 480px);
    min-block-size: 112px;
    font-size: 36px;
  }

  .leave {
    margin-block-start: var(--_lpse-space-6);
    padding-block-start: var(--_lpse-space-4);
    border-block-start: 1px solid var(--_lpse-line);
  }

  .slip {
    display: grid;
    gap: var(--_lpse-space-3);
    justify-items: start;
    padding: var(--_lpse-space-5);
    border: 2px solid var(--_lpse-line-strong);
    border-radius: var(--_lpse-radius);
  }

  .slip dl {
    margin: 0;
  }

  .slip dt {
    color: var(--_lpse-ink-soft);
  }

  .slip dd {
    margin: 0 0 var(--_lpse-space-3);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .slip-office {
    font-weight: 600;
  }

  [part='slip'] {
    container-type: inline-size;
  }

  /* A number is read and typed as one: on a narrow screen it is smaller rather than broken. */
  .slip-ticket {
    font-size: clamp(18px, calc((100cqi - 54px) / 11), 36px);
    font-weight: 700;
    line-height: 1.15;
  }

  .slip-code {
    font-family: ui-monospace, 'Liberation Mono', monospace;
    font-weight: 600;
  }

  .slip-qr svg {
    inline-size: 220px;
    block-size: 220px;
    display: block;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_lpse-space-4);
    max-inline-size: none;
  }

  dialog {
    max-inline-size: min(560px, calc(100vw - 32px));
    padding: var(--_lpse-space-6);
    border: 3px solid var(--_lpse-ink);
    border-radius: 8px;
    background: var(--_lpse-paper);
    color: var(--_lpse-ink);
    font: inherit;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 60%);
  }

  dialog h2 {
    margin-block-end: var(--_lpse-space-3);
  }

  .left {
    margin-block: var(--_lpse-space-4);
    font-size: 28px;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
`;

/** The slip on paper, as narrow as a receipt, so that it fits a receipt printer and a sheet alike. */
export const slipPaper = css`
  .slip {
    inline-size: 68mm;
    font:
      10pt/1.35 'Liberation Sans',
      Arial,
      sans-serif;
    color: #000;
  }

  p,
  dl,
  dd {
    margin: 0 0 2mm;
  }

  .slip-office {
    font-weight: bold;
  }

  .slip-ticket {
    font-size: 16pt;
    font-weight: bold;
    overflow-wrap: anywhere;
  }

  .slip-code {
    font-family: 'Liberation Mono', monospace;
    overflow-wrap: anywhere;
  }

  .slip-qr svg {
    display: block;
    inline-size: 34mm;
    block-size: 34mm;
  }
`;
