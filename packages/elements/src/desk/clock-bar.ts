import { css, html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '@lpse-konsultasi/form-schema';
import { formatDuration, formatNumber } from '../i18n/format.js';
import type { DeskTexts } from '../locales/desk.js';

/** How far a step is: minutes inside service hours against the limit of the procedure. */
export interface Progress {
  readonly minutes: number;
  readonly limit: number | null;
  /** Present once the step is over: from then on nothing is about to run out. */
  readonly endedAt?: string;
}

export type ProgressLevel = 'good' | 'warn' | 'bad';

/** Amber from 80 % of the limit while the step runs, red beyond it. */
export function levelOf({ minutes, limit, endedAt }: Progress): ProgressLevel {
  if (limit === null || limit <= 0) return 'good';
  if (minutes > limit) return 'bad';
  if (endedAt !== undefined) return 'good';
  return minutes >= 0.8 * limit ? 'warn' : 'good';
}

/** The progress in words; the bar alone says nothing to many people. */
export function progressWords(
  progress: Progress,
  texts: DeskTexts['clock'],
  locale: Locale,
): string {
  const { minutes, limit } = progress;
  if (limit === null) return texts.unlimited(formatDuration(minutes, locale));
  const whole = formatNumber(Math.floor(minutes), locale);
  switch (levelOf(progress)) {
    case 'bad':
      return texts.over(formatNumber(Math.max(1, Math.floor(minutes - limit)), locale));
    case 'warn':
      return texts.near(whole, formatNumber(limit, locale));
    default:
      return texts.within(whole, formatNumber(limit, locale));
  }
}

/** A thin bar that fills. Decoration beside the words: hidden from screen readers. Nothing without a limit. */
export function renderClockBar(progress: Progress): TemplateResult | typeof nothing {
  const { minutes, limit } = progress;
  if (limit === null || limit <= 0) return nothing;
  const share = Math.max(0, Math.min(1, minutes / limit));
  // Presentation attributes of SVG: a style attribute would break under the host's content security policy.
  return html`<svg
    class="bar ${levelOf(progress)}"
    viewBox="0 0 100 4"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <rect class="track" width="100" height="4"></rect>
    <rect class="fill" width=${(share * 100).toFixed(1)} height="4"></rect>
  </svg>`;
}

export const clockBar = css`
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 4px;
  }

  .bar .track {
    fill: var(--_lpse-line);
  }

  .bar .fill {
    fill: var(--_lpse-accent);
  }

  .bar.warn .fill {
    fill: var(--_lpse-warn);
  }

  .bar.bad .fill {
    fill: var(--_lpse-bad);
  }

  .minutes {
    font-variant-numeric: tabular-nums;
  }

  .minutes.warn {
    color: var(--_lpse-warn);
    font-weight: 600;
  }

  .minutes.bad {
    color: var(--_lpse-bad);
    font-weight: 600;
  }

  @media (forced-colors: active) {
    /* Two colours of a forced set may be hard to tell apart: an empty box fills with the colour of the words. */
    .bar {
      box-sizing: border-box;
      block-size: 6px;
      border: 1px solid currentcolor;
    }

    .bar .track {
      fill: none;
    }

    .bar .fill,
    .bar.warn .fill,
    .bar.bad .fill {
      fill: currentcolor;
    }
  }
`;
