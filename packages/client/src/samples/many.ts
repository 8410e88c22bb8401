import type { ConsultationEvent, JsonObject } from '@lpse-konsultasi/form-schema';
import type { EmbeddedBackend } from '../embedded/embedded-backend.js';
import { samplePeople } from './people.js';
import type { PlayOptions, Scene } from './play.js';
import { SampleOffice } from './sample-office.js';
import { scenes } from './scenes.js';

const { officer, secondOfficer } = samplePeople;
const minute = 60_000;
const day = 24 * 60 * minute;

const firstNames = [
  ...['Agus', 'Ayu', 'Bambang', 'Citra', 'Dewi', 'Eko', 'Fitri', 'Gunawan', 'Hesti', 'Indra'],
  ...[
    'Joko',
    'Kartika',
    'Lestari',
    'Mulyono',
    'Nur',
    'Oktavia',
    'Putri',
    'Rahmat',
    'Slamet',
    'Tri',
  ],
];
const lastNames = [
  ...['Anggraini', 'Basuki', 'Cahyani', 'Darmawan', 'Febriani', 'Handoko', 'Kusuma', 'Lukito'],
  ...['Maharani', 'Nugroho', 'Prasetyo', 'Rahayu', 'Santoso', 'Utomo', 'Wibowo', 'Yuliana'],
];
const matters = [
  ['regulasiProsedur', 'Cara mengikuti tender pertama kali'],
  ['regulasiProsedur', 'Syarat kualifikasi usaha kecil'],
  ['regulasiProsedur', 'Masa berlaku jaminan penawaran'],
  ['aksesLambat', 'Halaman SPSE lambat sejak pagi'],
  ['aksesLambat', 'Waktu habis saat membuka pengumuman'],
  ['pesanGalat', 'Pesan galat setelah masuk ke aplikasi'],
  ['pesanGalat', 'Galat 500 saat menyimpan data kualifikasi'],
  ['registrasiVerifikasi', 'Pendaftaran penyedia belum diverifikasi'],
  ['registrasiVerifikasi', 'Berkas verifikasi sudah dikirim, status belum berubah'],
  ['epurchasing', 'Pesanan e-purchasing belum diproses'],
] as const;
const answers = [
  'Silakan memperbarui peramban, mengosongkan singgahan, lalu mencoba masuk kembali.',
  'Silakan mengikuti panduan pada menu Unduhan; langkahnya sudah kami tunjukkan di loket.',
  'Silakan melengkapi berkas di akun INAPROC, kemudian menunggu verifikasi satu hari kerja.',
];

/** Numbers that look like chance and are the same each time. */
function chances(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export interface ManyOptions extends PlayOptions {
  /** How many cases. */
  readonly count: number;
  /** How many of them, the newest, are still being worked on. Default: 400. */
  readonly open?: number;
}

/**
 * As many invented cases as an office has in years, one after another from the oldest, each with its whole log by the
 * real rules: decided, numbered, sealed. For measuring, and for a demo that shall feel like a full archive. Most are
 * short: withdrawn before an officer took them up, as far as the generator is concerned.
 */
export function* manyLogs({
  profile,
  now = new Date(),
  count,
  open = 400,
}: ManyOptions): Generator<readonly ConsultationEvent[]> {
  const office = new SampleOffice(profile);
  const chance = chances(count);
  const perDay = 40;
  for (let number = 0; number < count; number += 1) {
    const left = count - number;
    const isOpen = left <= open;
    // Office hours of a day in the past; the open ones came in during the last two hours.
    const newer = left - open - 1;
    const start = isOpen
      ? now.getTime() - (left / open) * 120 * minute
      : now.getTime() -
        (Math.floor(newer / perDay) + 1) * day +
        (perDay - 1 - (newer % perDay)) * 4 * minute;
    const id = `c0470800-0000-4000-9000-${String(number + 1).padStart(12, '0')}`;
    let at = start;
    for (const scene of courseOf(number, isOpen, chance)) {
      at = Math.min(at + scene.after * minute, now.getTime());
      if (!office.carryOut(id, scene, new Date(at))) break;
    }
    const log = office.logOf(id);
    office.forget(id);
    if (log.length > 0) yield log;
  }
}

/** What happens in one case, from its first scene to where it stands. */
function courseOf(number: number, isOpen: boolean, chance: (below: number) => number): Scene[] {
  const nama = `${pick(firstNames, chance)} ${pick(lastNames, chance)} (contoh)`;
  const [kategori, judul] = pick(matters, chance);
  const telepon = `+62810${String(number % 9000).padStart(8, '0')}`;
  const form: JsonObject = { nama, telepon, kategori, judul };
  const by = chance(2) === 0 ? officer : secondOfficer;
  const all = [
    scenes.register({ nama, telepon }),
    scenes.submit(2 + chance(5), form),
    scenes.startReview(chance(8), by),
    scenes.accept(1 + chance(6), by),
    scenes.call(chance(30), by),
    scenes.attend(1, 'hadir', by),
    scenes.analyse(5 + chance(35), {}, by),
    scenes.answer(2 + chance(14), pick(answers, chance), [], by),
    scenes.archive(1 + chance(9), by),
  ];
  // Whoever is at a counter keeps it: only a few of the open ones may be.
  if (isOpen) return all.slice(0, chance(40) === 0 ? 5 + chance(4) : 1 + chance(4));
  return chance(5) === 0 ? all : [...all.slice(0, 2), scenes.cancel(3 + chance(20))];
}

function pick<T>(
  values: readonly [T, ...T[]] | readonly T[],
  chance: (below: number) => number,
): T {
  const value = values[chance(values.length)];
  if (value === undefined) throw new TypeError('nothing to pick from');
  return value;
}

/** Cases that are taken over at once: the page stays alive between them. */
const portion = 250;

/** Fills a desk with many cases; answers how many there are. `onProgress` hears how many are in. */
export async function fillWithMany(
  backend: EmbeddedBackend,
  {
    onProgress,
    ...options
  }: Omit<ManyOptions, 'profile'> & { onProgress?: (done: number) => void },
): Promise<number> {
  let done = 0;
  let logs: (readonly ConsultationEvent[])[] = [];
  const flush = async (): Promise<void> => {
    done += await backend.importLogs(logs);
    logs = [];
    onProgress?.(done);
  };
  for (const log of manyLogs({ ...options, profile: backend.profile })) {
    logs.push(log);
    if (logs.length >= portion) await flush();
  }
  await flush();
  return done;
}
