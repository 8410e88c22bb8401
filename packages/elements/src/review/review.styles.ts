import { css } from 'lit';

export const review = css`
  blockquote {
    margin: 0;
  }

  .earlier .round + .round {
    margin-block-start: var(--_lpse-space-3);
  }

  .round {
    container-type: inline-size;
  }

  .differences {
    display: grid;
    gap: var(--_lpse-space-1) var(--_lpse-space-4);
    margin: 0;
  }

  .words + .differences {
    margin-block-start: var(--_lpse-space-3);
  }

  .differences dt {
    color: var(--_lpse-ink-soft);
  }

  .differences dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  @container (inline-size >= max(480px, 30rem)) {
    .differences {
      grid-template-columns: minmax(7em, 30%) minmax(0, 1fr);
    }
  }

  del {
    color: var(--_lpse-ink-soft);
    text-decoration-thickness: 1px;
  }

  /* The reason of a field stands below its tick, where the eye is. */
  .differences dt[data-pointer] {
    overflow-wrap: anywhere;
  }

  ins {
    text-decoration: none;
    background: var(--_lpse-good-soft);
    padding-inline: 2px;
  }
`;
