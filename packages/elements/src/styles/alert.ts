import { css } from 'lit';

/** A message that stands in the flow: `.alert` with `.alert-bad`, `.alert-warn` or `.alert-good`. Its words say what it is; colour only helps. */
export const alert = css`
  .alert {
    padding: var(--_lpse-space-4) var(--_lpse-space-5);
    border: 1px solid var(--_lpse-line-strong);
    border-inline-start: 6px solid var(--_lpse-accent);
    border-radius: var(--_lpse-radius);
    background: var(--_lpse-accent-soft);
    color: var(--_lpse-ink);
  }

  /* Not "* + *": for that the browser would look at all that follows whenever anything anywhere comes or goes. */
  .alert > :where(:not(:first-child)) {
    margin-block-start: var(--_lpse-space-2);
  }

  .alert-title {
    font-size: var(--_lpse-text-l);
    font-weight: 600;
  }

  .alert-bad {
    border-color: var(--_lpse-bad);
    background: var(--_lpse-bad-soft);
  }

  .alert-bad .alert-title,
  .alert-bad a:not(.button) {
    color: var(--_lpse-bad);
  }

  .alert-warn {
    border-color: var(--_lpse-warn);
    background: var(--_lpse-warn-soft);
  }

  .alert-warn .alert-title {
    color: var(--_lpse-warn);
  }

  .alert-good {
    border-color: var(--_lpse-good);
    background: var(--_lpse-good-soft);
  }

  .alert-good .alert-title {
    color: var(--_lpse-good);
  }
`;
