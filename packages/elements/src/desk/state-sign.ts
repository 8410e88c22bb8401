import { css, html, type TemplateResult } from 'lit';
import type { State } from '@lpse-konsultasi/form-schema';

/** Whose turn a state is, as a sign beside its word: colour and shape together, the word always there. */
const signs: { readonly [state in State]: readonly [kind: string, sign: string] } = {
  draft: ['user', '○'],
  submitted: ['turn', '●'],
  reviewing: ['work', '◐'],
  incomplete: ['turn', '●'],
  queued: ['turn', '●'],
  called: ['work', '◐'],
  'no-show': ['turn', '●'],
  analysing: ['work', '◐'],
  answering: ['work', '◐'],
  escalating: ['work', '◐'],
  'handing-over': ['turn', '●'],
  archived: ['done', '✓'],
  'follow-up': ['turn', '●'],
  cancelled: ['gone', '✕'],
};

export function renderState(state: State, word: string): TemplateResult {
  const [kind, sign] = signs[state];
  return html`<span class="state ${kind}"
    ><span class="sign" aria-hidden="true">${sign}</span> ${word}</span
  >`;
}

export const stateSign = css`
  /* Whole on a line of its own before it breaks. */
  .state {
    display: inline-block;
  }

  .sign {
    display: inline-block;
    inline-size: 1em;
    text-align: center;
    color: var(--_lpse-ink-soft);
  }

  .turn .sign,
  .work .sign {
    color: var(--_lpse-accent-text);
  }

  .done .sign {
    color: var(--_lpse-good);
  }

  .gone {
    color: var(--_lpse-ink-soft);
  }
`;
