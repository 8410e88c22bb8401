/**
 * Words that stand in every text and tell none apart, in Indonesian and the English that help desks mix in. Politeness
 * of a public office belongs to them: "mohon", "silakan", "bapak".
 */
const stopWords: ReadonlySet<string> = new Set(
  (
    'ada adalah agar akan anda apa apabila atau atas bagi bagaimana bahwa bapak belum berikut bila bisa bukan dalam dan ' +
    'dapat dari dengan di dia hal hanya hingga ibu ini itu jadi jangan jika juga kami kalau karena ke kemudian kepada ' +
    'ketika kita lagi lain lalu maka masih melalui mereka mohon namun nya oleh pada para pernah pun saat saja sampai sangat ' +
    'saya seperti serta sesuai setelah silakan sebagai sebelum sedang sehingga selalu semua sudah supaya tapi telah tentang ' +
    'terhadap terima kasih tersebut tetap tetapi tidak untuk yaitu yang ya the a an and are as at be by can for from in is ' +
    'it of on or please that this to was when with you your'
  ).split(' '),
);

/** What is left of a word has to say something: a stem is never shorter than this. */
const SHORTEST = 4;

const particles = [/(?:lah|kah|tah|pun)$/, /(?:ku|mu|nya)$/];

/** Prefixes, some of which change the letter behind them, with the letters that it may have been. */
const prefixes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:me|pe)ny(?=[aeiou])/, ['s']],
  [/^(?:me|pe)ng(?=[aeiou])/, ['', 'k']],
  [/^(?:me|pe)ng(?=[gh])/, ['']],
  [/^(?:me|pe)m(?=[aeiou])/, ['p', 'm']],
  [/^(?:me|pe)m(?=[bfp])/, ['']],
  [/^(?:me|pe)n(?=[aeiou])/, ['t', 'n']],
  [/^(?:me|pe)n(?=[cdjz])/, ['']],
  // Before the next: "perbaikan" begins with per-, not with pe-.
  [/^(?:ber|ter|per)/, ['']],
  [/^(?:me|pe)(?=[lmnrwy])/, ['']],
  [/^(?:di|ke|se)/, ['']],
];

/**
 * A text as the words that a search compares: without case and accents, without words that say nothing, each as its
 * stem. A word whose prefix hides its first letter gives every stem that it may have ("menulis": `tulis`, `nulis`), so
 * that one of them meets the plain word. Light on purpose: codes, names and foreign words stay as they are.
 */
export function wordsOfText(text: string): string[] {
  return foldedWords(text).flatMap(stemsOf);
}

/** Words in order, folded, without stop words. "e-mail" and "80.000" stay one word each. */
export function foldedWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
  const words = folded.match(/[\p{L}\p{N}]+(?:[.\-_][\p{L}\p{N}]+)*/gu) ?? [];
  return words
    .flatMap((word) => (word.includes('-') ? parts(word) : [word]))
    .filter((word) => word.length > 1 && !stopWords.has(word));
}

/** "unggah-ulang" is found by either part; "mata-mata" is one word said twice. */
function parts(word: string): string[] {
  return [...new Set(word.split('-'))];
}

/** The stems that a folded word may have, at least one. */
export function stemsOf(word: string): string[] {
  // What holds a digit is a code.
  if (/\d/.test(word)) return [word];
  return [...new Set(withoutSuffixes(word).flatMap(withoutPrefixes))];
}

function withoutPrefixes(bare: string): string[] {
  for (const [prefix, letters] of prefixes) {
    const rest = bare.replace(prefix, '');
    if (rest === bare) continue;
    const stems = letters.map((letter) => letter + rest).filter((stem) => stem.length >= SHORTEST);
    // "memperbaiki" carries two prefixes; a third is too rare to look for.
    if (stems.length > 0) return stems.map(secondPrefix);
  }
  return [bare];
}

function secondPrefix(stem: string): string {
  const rest = stem.replace(/^(?:per|ber|ter|ke)/, '');
  return rest.length >= SHORTEST ? rest : stem;
}

/** "-kan" may be "-an" behind a k: "kirimkan" is "kirim", "perbaikan" is "baik". Both are kept. */
function withoutSuffixes(word: string): string[] {
  const bare = particles.reduce((rest, suffix) => shortened(rest, suffix), word);
  const stem = shortened(bare, /(?:kan|an|i)$/);
  return bare.endsWith('kan') ? [stem, shortened(bare, /an$/)] : [stem];
}

function shortened(word: string, suffix: RegExp): string {
  const shorter = word.replace(suffix, '');
  return shorter.length >= SHORTEST ? shorter : word;
}
