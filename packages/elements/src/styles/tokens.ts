import { css } from 'lit';

/**
 * The design tokens. A host page sets the public `--lpse-*` properties (docs/reference/tokens.md), on `:root` or on
 * one element; our sheets read only the resolved `--_lpse-*` ones. Two names, because a value declared on `:host`
 * would win over what the element inherits from the page, and no office could then theme all elements at once.
 *
 * Dark values follow the page's `color-scheme`, never the system's preference alone: most portals are light only, and
 * a dark form on a white page is nobody's wish. Spaces are px, because hosts change the root font size; text grows with
 * it, for those who have set a larger one in their browser, and never gets smaller than it is.
 */
export const tokens = css`
  :host {
    --_lpse-font: var(
      --lpse-font-family,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      'Liberation Sans',
      Arial,
      sans-serif
    );
    --_lpse-text-s: var(--lpse-text-s, max(14px, 0.875rem));
    --_lpse-text-m: var(--lpse-text-m, max(16px, 1rem));
    --_lpse-text-l: var(--lpse-text-l, max(18px, 1.125rem));
    --_lpse-text-xl: var(--lpse-text-xl, max(22px, 1.375rem));
    --_lpse-text-2xl: var(--lpse-text-2xl, max(28px, 1.75rem));
    --_lpse-text-3xl: var(--lpse-text-3xl, max(36px, 2.25rem));
    --_lpse-space-1: var(--lpse-space-1, 4px);
    --_lpse-space-2: var(--lpse-space-2, 8px);
    --_lpse-space-3: var(--lpse-space-3, 12px);
    --_lpse-space-4: var(--lpse-space-4, 16px);
    --_lpse-space-5: var(--lpse-space-5, 24px);
    --_lpse-space-6: var(--lpse-space-6, 32px);
    --_lpse-space-7: var(--lpse-space-7, 48px);
    --_lpse-radius: var(--lpse-radius, 4px);
    --_lpse-control: var(--lpse-control-height, 44px);
    --_lpse-measure: var(--lpse-measure, 68ch);

    --_lpse-ink: var(--lpse-color-ink, #16202a);
    --_lpse-ink-soft: var(--lpse-color-ink-soft, #3f4c58);
    --_lpse-paper: var(--lpse-color-paper, #ffffff);
    --_lpse-paper-soft: var(--lpse-color-paper-soft, #f2f5f6);
    --_lpse-line: var(--lpse-color-line, #ccd4d9);
    --_lpse-line-strong: var(--lpse-color-line-strong, #66737e);
    --_lpse-accent: var(--lpse-color-accent, #0b5563);
    --_lpse-on-accent: var(--lpse-color-on-accent, #ffffff);
    --_lpse-accent-text: var(--lpse-color-accent-text, #0b5563);
    --_lpse-accent-soft: var(--lpse-color-accent-soft, #e8f0f2);
    --_lpse-good: var(--lpse-color-good, #0b5c30);
    --_lpse-on-good: var(--lpse-color-on-good, #ffffff);
    --_lpse-good-soft: var(--lpse-color-good-soft, #e8f4ec);
    --_lpse-warn: var(--lpse-color-warn, #6b4200);
    --_lpse-on-warn: var(--lpse-color-on-warn, #ffffff);
    --_lpse-warn-soft: var(--lpse-color-warn-soft, #fcf2dc);
    --_lpse-bad: var(--lpse-color-bad, #9c1616);
    --_lpse-on-bad: var(--lpse-color-on-bad, #ffffff);
    --_lpse-bad-soft: var(--lpse-color-bad-soft, #fdeeec);
    --_lpse-focus: var(--lpse-color-focus, #16202a);
    --_lpse-focus-edge: var(--lpse-color-focus-edge, #ffffff);
  }

  :host([density='compact']) {
    --_lpse-control: var(--lpse-control-height-compact, 34px);
    --_lpse-space-5: var(--lpse-space-5-compact, 16px);
    --_lpse-text-m: var(--lpse-text-m-compact, max(15px, 0.9375rem));
  }

  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_lpse-ink: var(--lpse-color-ink, light-dark(#16202a, #e9eef1));
      --_lpse-ink-soft: var(--lpse-color-ink-soft, light-dark(#3f4c58, #bcc7ce));
      --_lpse-paper: var(--lpse-color-paper, light-dark(#ffffff, #14191d));
      --_lpse-paper-soft: var(--lpse-color-paper-soft, light-dark(#f2f5f6, #1e262c));
      --_lpse-line: var(--lpse-color-line, light-dark(#ccd4d9, #3a464f));
      --_lpse-line-strong: var(--lpse-color-line-strong, light-dark(#66737e, #8d9ba6));
      --_lpse-accent: var(--lpse-color-accent, light-dark(#0b5563, #7fcbd8));
      --_lpse-on-accent: var(--lpse-color-on-accent, light-dark(#ffffff, #06222a));
      --_lpse-accent-text: var(--lpse-color-accent-text, light-dark(#0b5563, #8fd4e0));
      --_lpse-accent-soft: var(--lpse-color-accent-soft, light-dark(#e8f0f2, #1b2e34));
      --_lpse-good: var(--lpse-color-good, light-dark(#0b5c30, #8fd8aa));
      --_lpse-on-good: var(--lpse-color-on-good, light-dark(#ffffff, #06210f));
      --_lpse-good-soft: var(--lpse-color-good-soft, light-dark(#e8f4ec, #17301f));
      --_lpse-warn: var(--lpse-color-warn, light-dark(#6b4200, #f1c675));
      --_lpse-on-warn: var(--lpse-color-on-warn, light-dark(#ffffff, #2a1a00));
      --_lpse-warn-soft: var(--lpse-color-warn-soft, light-dark(#fcf2dc, #332810));
      --_lpse-bad: var(--lpse-color-bad, light-dark(#9c1616, #ffb3ab));
      --_lpse-on-bad: var(--lpse-color-on-bad, light-dark(#ffffff, #370502));
      --_lpse-bad-soft: var(--lpse-color-bad-soft, light-dark(#fdeeec, #3a1d1b));
      --_lpse-focus: var(--lpse-color-focus, light-dark(#16202a, #ffffff));
      --_lpse-focus-edge: var(--lpse-color-focus-edge, light-dark(#ffffff, #14191d));
    }
  }

  /* An office that sets its accent alone gets readable text on it, links that keep 7:1 on paper, and its tint. */
  @supports (color: lch(from red l c h)) and (color: light-dark(#000, #fff)) {
    :host {
      --_lpse-on-accent: var(
        --lpse-color-on-accent,
        lch(from var(--_lpse-accent) calc((49.44 - l) * 999) 0 0)
      );
      --_lpse-accent-text: var(
        --lpse-color-accent-text,
        light-dark(
          oklch(from var(--_lpse-accent) min(l, 0.42) c h),
          oklch(from var(--_lpse-accent) max(l, 0.82) min(c, 0.12) h)
        )
      );
      --_lpse-accent-soft: var(
        --lpse-color-accent-soft,
        color-mix(in oklab, var(--_lpse-accent) 9%, var(--_lpse-paper))
      );
    }
  }

  /* Paper is black on white, whatever the screen was. */
  @media print {
    :host {
      --_lpse-ink: #000;
      --_lpse-ink-soft: #000;
      --_lpse-paper: #fff;
      --_lpse-paper-soft: #fff;
      --_lpse-line: #777;
      --_lpse-line-strong: #000;
      --_lpse-accent-text: #000;
      --_lpse-accent-soft: #fff;
      --_lpse-good-soft: #fff;
      --_lpse-warn-soft: #fff;
      --_lpse-bad-soft: #fff;
      --_lpse-good: #000;
      --_lpse-warn: #000;
      --_lpse-bad: #000;
    }
  }
`;
