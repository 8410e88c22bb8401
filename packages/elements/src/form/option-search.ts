import type { Choice } from '@lpse-konsultasi/form-schema';

/** Labels as they are compared: made once for a list of choices, however often it is searched. */
const folded = new WeakMap<readonly Choice[], readonly string[]>();

/**
 * The positions of the choices that fit what was typed, without regard to case, accents and signs: those that begin
 * with it first, then those with a word that does, then the others that hold it. Several words may come in any order.
 */
export function searchOptions(choices: readonly Choice[], typed: string): readonly number[] {
  const words = fold(typed).split(' ').filter(Boolean);
  const labels = foldedLabels(choices);
  if (words.length === 0) return labels.map((_, index) => index);
  const whole = words.join(' ');
  const ranked: number[][] = [[], [], []];
  labels.forEach((label, index) => {
    if (label.startsWith(whole)) ranked[0]?.push(index);
    else if (words.every((word) => ` ${label}`.includes(` ${word}`))) ranked[1]?.push(index);
    else if (words.every((word) => label.includes(word))) ranked[2]?.push(index);
  });
  return ranked.flat();
}

/** The one choice whose label is what was typed, if there is exactly one. */
export function optionCalled(choices: readonly Choice[], typed: string): number | undefined {
  const wanted = fold(typed);
  const labels = foldedLabels(choices);
  const first = labels.indexOf(wanted);
  return first >= 0 && first === labels.lastIndexOf(wanted) ? first : undefined;
}

function foldedLabels(choices: readonly Choice[]): readonly string[] {
  let labels = folded.get(choices);
  if (labels === undefined) {
    labels = choices.map(({ label }) => fold(label));
    folded.set(choices, labels);
  }
  return labels;
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
