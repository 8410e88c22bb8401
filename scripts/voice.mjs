// `node scripts/voice.mjs` makes the voice of the call board anew: every clip that the grammar of
// packages/form-schema/src/voice can say, spoken by eSpeak NG, trimmed by SoX, packed by LAME into one MP3 stream, and
// written as a module with the place of each clip. Needs `espeak-ng`, `sox` with its MP3 format and `lame`; on Debian:
// apt-get install espeak-ng sox libsox-fmt-mp3 lame. Not part of the build: what it writes is in the repository.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Formant synthesis in the Indonesian voice with a female variant: no recorded speaker, so nobody's voice. */
const voice = 'id+f3';
const wordsPerMinute = '128';
const pitch = '42';
/** Hertz; speech needs no more. */
const rate = '22050';
/** Kilobits per second. */
const bitrate = '24';
/** Seconds of silence around each clip: decoders differ in how much of the encoder's delay they cut. */
const gap = 0.12;

/** How letters and words are written so that the synthesiser says them as Indonesians do. */
const letters = {
  ...{ a: 'a', b: 'bé', c: 'cé', d: 'dé', e: 'é', f: 'èf', g: 'gé', h: 'ha', i: 'i', j: 'jé' },
  ...{ k: 'ka', l: 'èl', m: 'èm', n: 'èn', o: 'o', p: 'pé', q: 'ki', r: 'èr', s: 'ès', t: 'té' },
  ...{ u: 'u', v: 'vé', w: 'wé', x: 'èks', y: 'yé', z: 'zèt' },
};

const target = fileURLToPath(
  new URL('../packages/elements/src/call-board/voice-data.ts', import.meta.url),
);
const { clips, phrases } = await loadGrammar();
const folder = mkdtempSync(path.join(tmpdir(), 'lpse-voice-'));
try {
  const places = {};
  const files = [];
  let at = 0;
  for (const clip of clips) {
    const file = path.join(folder, `${clip}.wav`);
    const length = say(textOf(clip), file);
    places[clip] = [round(at + gap), round(length)];
    at += gap + length + gap;
    files.push(file);
  }
  const all = path.join(folder, 'all.wav');
  const packed = path.join(folder, 'all.mp3');
  execFileSync('sox', [...files, all]);
  execFileSync('lame', ['--quiet', '-m', 'm', '-b', bitrate, '--resample', '22.05', all, packed]);
  const bytes = readFileSync(packed);
  writeFileSync(target, moduleOf(places, bytes.toString('base64')));
  console.log(`${clips.length} clips, ${at.toFixed(1)} s, ${bytes.length} bytes`);
} finally {
  rmSync(folder, { recursive: true });
}

/** Speaks a text into a file and answers how many seconds it takes, without the silence around it. */
function say(text, file) {
  const raw = `${file}.raw.wav`;
  const bare = `${file}.bare.wav`;
  execFileSync('espeak-ng', ['-v', voice, '-s', wordsPerMinute, '-p', pitch, '-w', raw, text]);
  const trim = ['silence', '1', '0.01', '0.4%'];
  // A sound whose length is not known yet can only be faded in: the end is, while it is the beginning.
  const clean = ['reverse', ...trim, 'fade', 't', '0.02', 'reverse', ...trim, 'fade', 't', '0.005'];
  execFileSync('sox', [raw, '-r', rate, '-c', '1', bare, ...clean, 'norm', '-2']);
  execFileSync('sox', [bare, file, 'pad', String(gap), String(gap)]);
  return Number(execFileSync('soxi', ['-D', bare], { encoding: 'utf8' }));
}

function textOf(clip) {
  const letter = /^huruf-(.)$/.exec(clip)?.[1];
  return letter === undefined ? (phrases[clip] ?? clip) : letters[letter];
}

function round(seconds) {
  return Math.round(seconds * 1000) / 1000;
}

async function loadGrammar() {
  const file = new URL('../packages/form-schema/dist/voice/announcement.js', import.meta.url);
  try {
    return await import(file.href);
  } catch {
    throw new Error('Run `npm run build` first: the grammar says which clips there are.');
  }
}

function moduleOf(places, base64) {
  const lines = Object.entries(places).map(
    ([clip, [from, length]]) =>
      `  ${/^\w+$/.test(clip) ? clip : `'${clip}'`}: [${from}, ${length}],`,
  );
  return `// Written by \`node scripts/voice.mjs\`, which says how. Not edited by hand.

/** Where each clip begins in the sound and how long it is, in seconds. */
export const voicePlaces: { readonly [clip: string]: readonly [from: number, length: number] } = {
${lines.join('\n')}
};

/** The sound, MP3 in base64: a module needs no permission of its own in a page's policy, and no address. */
export const voiceSound =
  '${base64}';
`;
}
