import type { VoiceRules } from '../profile/profile.js';
import { digitWord, largestNumber, numberWordList, numberWords } from './number-words.js';
import type { NumberWord } from './number-words.js';

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'] as const;

/** Whole phrases, which sound better than words put together. */
export const phrases = {
  nomorAntrean: 'nomor antrean',
  silakanMenujuLoket: 'silakan menuju loket',
  silakanMenujuLoketPadaLayar: 'silakan menuju loket yang tertera pada layar',
  silakanMenujuPetugas: 'silakan menuju petugas',
} as const;

export type Phrase = keyof typeof phrases;

/** One recorded sound: a phrase, a number's word, or a letter (`huruf-a`). */
export type Clip = Phrase | NumberWord | 'kosong' | `huruf-${string}`;

/** Everything that the grammar can say, for whoever records or makes the clips. */
export const clips: readonly Clip[] = [
  ...(Object.keys(phrases) as Phrase[]),
  ...numberWordList,
  'kosong',
  ...alphabet.map((letter): Clip => `huruf-${letter}`),
];

/** What the board says: clips in groups, with a short rest between the groups, and the same as a sentence. */
export interface Announcement {
  readonly groups: readonly (readonly Clip[])[];
  /** Indonesian, for a voice that reads. */
  readonly text: string;
}

/** How numbers are said; of `procedure.board.voice`. */
export type VoiceStyle = Pick<VoiceRules, 'digits' | 'zero'>;

/** "Nomor antrean A nol satu dua, silakan menuju loket satu." */
export function announcement(
  call: { readonly nomor: string; readonly loket?: string },
  style: VoiceStyle,
): Announcement {
  const number = spoken(call.nomor, style);
  const way = wayTo(call.loket, style);
  const sentence = [phrases.nomorAntrean, ...number.map(written)].join(' ');
  return {
    groups: [['nomorAntrean', ...number], way.clips],
    text: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}, ${way.text}.`,
  };
}

/**
 * A queue number as it is called: its letters one by one; digits one by one where they begin with a zero or the office
 * wants it so, otherwise as a number. Hyphens and other signs are not said.
 */
export function spoken(number: string, { digits, zero }: VoiceStyle): readonly Clip[] {
  const parts: readonly string[] = number.match(/\p{Nd}+|[a-z]/giu) ?? [];
  return parts.flatMap((part): readonly Clip[] => {
    if (/^[a-z]$/i.test(part)) return [`huruf-${part.toLowerCase()}`];
    const figures = [...part].map(Number).filter((figure) => !Number.isNaN(figure));
    const isNumber = digits === 'number' && figures[0] !== 0 && Number(part) <= largestNumber;
    const words = isNumber ? numberWords(Number(part)) : figures.map(digitWord);
    return words.map((word) => (word === 'nol' && zero === 'kosong' ? 'kosong' : word));
  });
}

/** A counter has a number or a letter, which is said, or a name, which stands on the screen. */
function wayTo(
  counter: string | undefined,
  { zero }: VoiceStyle,
): { readonly clips: readonly Clip[]; readonly text: string } {
  const name = counter?.trim() ?? '';
  if (name === '') return { clips: ['silakanMenujuPetugas'], text: phrases.silakanMenujuPetugas };
  const bare = name.replace(/^(?:loket|counter)\s+/i, '');
  if (/\p{L}{2}/u.test(bare) || !/[\p{Nd}a-z]/iu.test(bare))
    return { clips: ['silakanMenujuLoketPadaLayar'], text: `silakan menuju ${name}` };
  const said = spoken(bare, { digits: 'number', zero });
  return {
    clips: ['silakanMenujuLoket', ...said],
    text: [phrases.silakanMenujuLoket, ...said.map(written)].join(' '),
  };
}

function written(clip: Clip): string {
  return clip.startsWith('huruf-') ? clip.slice('huruf-'.length).toUpperCase() : clip;
}
