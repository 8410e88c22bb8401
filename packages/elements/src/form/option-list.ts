import { noChange, type ElementPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { Choice } from '@lpse-konsultasi/form-schema';

/** What a list offers, and which of it is chosen. */
export interface OptionList {
  /** The words of no choice at all. */
  readonly blank: string;
  /** A value that is no longer offered, in words. */
  readonly stray: string | undefined;
  readonly choices: readonly Choice[];
  /** The place of the chosen one; below 0 when none is. */
  readonly chosen: number;
}

/**
 * Fills a `<select>`. A template for each option would be most of what a page with many lists is made of, and options
 * change only all at once.
 */
class OptionListDirective extends Directive {
  #shown: OptionList | undefined;

  override render(_list: OptionList): unknown {
    return noChange;
  }

  override update(part: ElementPart, [list]: [OptionList]): unknown {
    const select = part.element as HTMLSelectElement;
    const { blank, stray, choices, chosen } = list;
    const shown = this.#shown;
    if (shown?.choices !== choices || shown.blank !== blank || shown.stray !== stray) {
      const before = [new Option(blank, '')];
      if (stray !== undefined) before.push(new Option(stray, 'stray'));
      const offered = choices.map(({ label }, index) => new Option(label, String(index)));
      select.replaceChildren(...before, ...offered);
    }
    this.#shown = list;
    const selected = stray !== undefined ? 1 : chosen + 1;
    if (select.selectedIndex !== selected) select.selectedIndex = selected;
    return noChange;
  }
}

export const optionList = directive(OptionListDirective);
