import { answerDigest, surveyElements } from '@lpse-konsultasi/form-schema';
import type { Actor, Consultation, JsonObject, Profile } from '@lpse-konsultasi/form-schema';

/** A right value for each form of the procedure; `changes` make it the value that a test or a story needs. */
export function guestBook(changes: JsonObject = {}): JsonObject {
  return { nama: 'Rina Wulandari (contoh)', kanal: 'tatapMuka', ...changes };
}

export function consultationForm(changes: JsonObject = {}): JsonObject {
  return {
    kanal: 'tatapMuka',
    nama: 'Rina Wulandari (contoh)',
    telepon: '+6281000000001',
    jenisPengguna: 'publik',
    tipe: 'masalah',
    aplikasi: 'spse',
    kategori: 'regulasiProsedur',
    judul: 'Cara mengikuti tender pertama kali',
    uraian:
      'Saya ingin mengetahui tahapan mengikuti tender melalui SPSE dan dokumen yang perlu disiapkan.',
    pemberitahuanPrivasi: true,
    pernyataanBenar: true,
    ...changes,
  };
}

/** Step 4 with Yes: every item of the office's checklist is ticked. */
export function completeReview(profile: Profile, changes: JsonObject = {}): JsonObject {
  return {
    daftarPeriksa: profile.procedure.checklist.map(({ butir }) => ({ butir, terpenuhi: true })),
    hasil: 'lengkap',
    ...changes,
  };
}

/** Step 4 with No. */
export function incompleteReview(
  profile: Profile,
  kolomKurang: readonly string[],
  alasan: string,
): JsonObject {
  return {
    daftarPeriksa: profile.procedure.checklist.map(({ butir }, index) => ({
      butir,
      terpenuhi: index !== 1,
    })),
    hasil: 'belumLengkap',
    kolomKurang,
    alasan,
  };
}

export function call(loket: string | undefined): JsonObject {
  return loket === undefined ? { metode: 'langsung' } : { metode: 'suara', loket };
}

export function analysis(changes: JsonObject = {}): JsonObject {
  return {
    informasiTambahan: 'Pengguna menunjukkan langkah yang sudah dicoba pada peramban di loket.',
    klasifikasi: {
      kategoriTeknis: 'nonTeknis',
      jenis: 'prosedur',
      urgensi: 'tidakMendesak',
      dampak: 'kecil',
      prioritas: 'rendah',
    },
    solusiDitemukan: true,
    ...changes,
  };
}

/** Step 9, initialled by its author for the case as it stands. */
export function solution(
  consultation: Consultation,
  officer: Actor,
  waktu: string,
  content: { readonly jawaban: string; readonly rujukan?: readonly string[] } = {
    jawaban:
      'Silakan mendaftar sebagai penyedia melalui akun INAPROC, lalu lengkapi data kualifikasi pada SIKaP.',
  },
): JsonObject {
  return {
    ...content,
    paraf: {
      petugasId: officer.id,
      namaPetugas: officer.name,
      jabatan: officer.position ?? 'Petugas layanan',
      cara: 'diketik',
      inisial: initialsOf(officer.name),
      waktu,
      hashIsi: answerDigest(consultation, content),
    },
  };
}

export function escalation(
  { escalation: { tujuan, kanal } }: Profile,
  waktu: string,
  changes: JsonObject = {},
): JsonObject {
  return {
    tujuan: tujuan[0] ?? 'lkpp',
    kanal: kanal[0] ?? 'email',
    alasan: 'Perbaikan data hanya dapat dilakukan oleh pengelola aplikasi di pusat.',
    ringkasan: 'Data pengguna pada aplikasi tidak sesuai dan tidak dapat diperbaiki dari daerah.',
    kronologi: [{ waktu, peristiwa: 'Pengguna melapor dan menunjukkan galat di loket.' }],
    statusNomor: 'terbit',
    nomorLuar: 'CONTOH-000123',
    waktuKirim: waktu,
    ...changes,
  };
}

export function archiving(
  { retention }: Profile,
  penerima: string,
  changes: JsonObject = {},
): JsonObject {
  return {
    salinan: { cara: 'cetak', penerima },
    arsip: {
      kodeKlasifikasi: retention.kodeKlasifikasi ?? '000.3.3',
      lokasi: 'Lemari arsip 1, map contoh',
      bentuk: 'kertas',
    },
    ...changes,
  };
}

export function lkppReply(waktu: string): JsonObject {
  return {
    waktu,
    dari: 'Pusat Bantuan (contoh)',
    jawaban: 'Data pengguna telah diperbaiki. Silakan mencoba masuk kembali.',
  };
}

/** The survey after the copy: the same mark for each element, unless told otherwise. */
export function survey(mark = 4, changes: JsonObject = {}): JsonObject {
  const marks = surveyElements.map((element) => [element, mark] as const);
  return { ...Object.fromEntries(marks), ...changes };
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 5);
}
