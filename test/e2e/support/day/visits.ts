import { scenes, sampleValues, type Moment, type Scene } from '@lpse-konsultasi/client/samples';
import type { Actor, JsonObject } from '@lpse-konsultasi/form-schema';

/** Where a command is given: by the visitor at home, at the reception, or by whichever officer gets to it first. */
export type Side = 'user' | 'reception' | 'officer';

export interface Step {
  readonly side: Side;
  /** What is entered, once it is known who enters it. */
  readonly scene: (by: Actor) => Scene;
}

/** One visitor whose course is fixed, and how far they have come. */
export interface Visit {
  readonly id: string;
  readonly nama: string;
  readonly telepon: string;
  readonly steps: readonly Step[];
  done: number;
  /** Of the case, after the last step that was answered. */
  version: number;
  /** Step 4 is finished by whoever began it. */
  reviewer?: string;
}

export function nextStep({ steps, done }: Visit): Step | undefined {
  return steps[done];
}

const officer = (scene: (by: Actor) => Scene): Step => ({ side: 'officer', scene });
const user = (scene: () => Scene): Step => ({ side: 'user', scene: () => scene() });

/** Complete; where the machine has found something, with the officer's reason to take it all the same. */
function verdict({ consultation, profile }: Moment): JsonObject {
  const found = consultation.submissions.at(-1)?.temuan.length ?? 0;
  return sampleValues.completeReview(
    profile,
    found > 0 ? { alasan: 'Kode paket disusulkan saat dipanggil.' } : {},
  );
}

const review = [
  officer((by) => scenes.startReview(0, by)),
  officer((by) => ({ ...scenes.accept(0, by), data: verdict })),
] as const;
const meet = [
  officer((by) => scenes.call(0, by)),
  officer((by) => scenes.attend(0, 'hadir', by)),
] as const;
const answer = officer((by) =>
  scenes.answer(0, 'Silakan perbarui peramban, lalu ulangi dari halaman awal.', [], by),
);
const archive = officer((by) => scenes.archive(0, by));
const solve = [officer((by) => scenes.analyse(0, {}, by)), answer, archive] as const;
const escalate = [
  officer((by) => scenes.analyse(0, { solusiDitemukan: false }, by)),
  officer((by) => scenes.escalate(0, {}, by)),
  archive,
] as const;
const miss = (hasil: 'tidakHadir' | 'dilewati'): readonly Step[] => [
  officer((by) => scenes.call(0, by)),
  officer((by) => scenes.attend(0, hasil, by)),
];
const requeue = officer((by) => scenes.requeue(0, by));
const withdraw = user(() => scenes.cancel(0));
const copyRefused = officer((by) => {
  const archiving = scenes.archive(0, by);
  return {
    ...archiving,
    data: (moment) => {
      const data = typeof archiving.data === 'function' ? archiving.data(moment) : archiving.data;
      return { ...data, salinan: { cara: 'ditolak' } };
    },
  };
});

/** What may become of a form that was handed in; each visitor takes the next course of the list. */
const courses: readonly ((form: JsonObject) => readonly Step[])[] = [
  () => [...review, ...meet, ...solve],
  (form) => [...sentBack(form), ...review, ...meet, ...solve],
  () => [...review, ...miss('tidakHadir'), requeue, ...meet, ...solve],
  () => [...review, withdraw],
  () => [...review, ...meet, ...escalate],
  () => [...review, ...meet, ...solve, user(() => scenes.confirm(0))],
  () => [
    ...review,
    ...meet,
    ...escalate,
    officer((by) => scenes.receiveReply(0, by)),
    answer,
    archive,
  ],
  () => [...review, ...miss('dilewati'), requeue, ...meet, ...solve],
  () => [
    ...review,
    ...meet,
    ...solve,
    user(() => scenes.reopen(0, 'Masih muncul galat yang sama.')),
    answer,
    archive,
  ],
  () => [...review, ...meet, ...solve.slice(0, 2), copyRefused],
  (form) => [...sentBack(form), ...sentBack(form), ...review, ...meet, ...solve],
  () => [
    ...review,
    ...miss('tidakHadir'),
    requeue,
    ...miss('dilewati'),
    requeue,
    ...miss('tidakHadir'),
    officer((by) => scenes.cancel(0, { alasan: 'Tidak hadir setelah tiga panggilan.' }, by)),
  ],
  // These stay where the day leaves them; none of them at a counter, which would be taken for good.
  () => [],
  () => review.slice(0, 1),
  () => [...review],
  () => [...review, ...meet, solve[0]],
];

/** Found incomplete, given back, and handed in once more with what was asked for. */
function sentBack(form: JsonObject): readonly Step[] {
  return [
    officer((by) => scenes.startReview(0, by)),
    officer((by) =>
      scenes.findIncomplete(0, ['/uraian'], 'Mohon tuliskan pesan galat yang tampil.', by),
    ),
    officer((by) => scenes.handBack(0, by)),
    user(() => scenes.submit(0, { ...form, uraian: `${String(form['uraian'])} Galat: kode 500.` })),
  ];
}

const matters = [
  ['publik', 'regulasiProsedur', 'Cara mengikuti tender pertama kali'],
  ['publik', 'aksesLambat', 'Halaman SPSE sangat lambat'],
  ['publik', 'pesanGalat', 'Muncul pesan galat saat masuk'],
  ['publik', 'jadwalTahapan', 'Menanyakan jadwal pemasukan penawaran'],
] as const;

/** So many visitors, the same at each run. Nobody of them exists. */
export function planVisits(count: number): Visit[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    const nama = `Tamu Rekaan ${number} (contoh)`;
    const telepon = `+6281000000${number}`;
    const [jenisPengguna, kategori, judul] = matters[index % matters.length] ?? matters[0];
    // One in four comes to the reception or calls it.
    const side: Side = index % 4 === 3 ? 'reception' : 'user';
    const kanal = side === 'user' ? 'portal' : index % 8 === 3 ? 'telepon' : 'tatapMuka';
    const form: JsonObject = sampleValues.consultationForm({
      nama,
      telepon,
      email: `tamu${number}@contoh.example`,
      kanal,
      jenisPengguna,
      kategori,
      judul,
      // Who calls may not have everything at hand; the reception hands the form in as it is.
      ...(kategori === 'jadwalTahapan' && kanal !== 'telepon' && { kodePaket: '10080116000' }),
    });
    const course = courses[index % courses.length] ?? (() => []);
    return {
      id: `00000000-0000-4000-8000-${number.padStart(12, '0')}`,
      nama,
      telepon,
      steps: [
        { side, scene: (by) => scenes.register({ nama, telepon, kanal }, by) },
        { side, scene: (by) => scenes.submit(0, form, by) },
        ...course(form),
      ],
      done: 0,
      version: 0,
    };
  });
}
