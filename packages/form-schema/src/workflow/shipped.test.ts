import { describe, expect, it } from 'vitest';
import { clocks, deviations } from '../clocks/clocks.js';
import { profile as base } from '../generated/profiles/base.js';
import { profile as batang } from '../generated/profiles/batang.js';
import { profile as batangPublic } from '../generated/profiles/batang.public.js';
import type { JsonObject } from '../json.js';
import type { Profile } from '../profile/profile.js';
import { allowedCommands } from './admission.js';
import { decide } from './decide.js';
import { initialsValid } from './digest.js';
import { verifyLog } from './log.js';
import { Desk, officer, reception, solution, user } from './testing/desk.js';

/** A vendor's problem as the real form asks for it. */
const formulir = {
  kanal: 'tatapMuka',
  nama: 'Contoh: Rina Wulandari',
  telepon: '+6281000000001',
  jenisPengguna: 'penyedia',
  jenisPelakuUsaha: 'badanUsaha',
  namaBadanUsaha: 'CV Contoh Sejahtera',
  npwp: '0012345678901000',
  bertindakSebagai: 'pimpinan',
  tipe: 'masalah',
  aplikasi: 'spse',
  kategori: 'unggahDokumen',
  kodePaket: '10080116000',
  judul: 'Gagal mengunggah penawaran',
  uraian: 'Unggahan berhenti pada 80 % dan muncul galat 500.',
  pemberitahuanPrivasi: true,
  pernyataanBenar: true,
} satisfies JsonObject;

const waktu = '2026-06-01T09:30:00+07:00';

function reviewOf({ procedure }: Profile, changes: JsonObject = {}): JsonObject {
  const daftarPeriksa = procedure.checklist.map(({ butir }) => ({ butir, terpenuhi: true }));
  return { daftarPeriksa, hasil: 'lengkap', ...changes };
}

function flagging(profile: Profile, ...kolomKurang: string[]): JsonObject {
  return reviewOf(profile, { hasil: 'belumLengkap', kolomKurang, alasan: 'Mohon diperjelas.' });
}

const escalation: JsonObject = {
  tujuan: 'lkpp',
  kanal: 'pusatBantuanInaproc',
  alasan: 'Gangguan pada peladen pusat.',
  ringkasan: 'Unggahan penawaran gagal pada semua peramban.',
  kronologi: [{ waktu, peristiwa: 'Galat 500 saat mengunggah.' }],
  statusNomor: 'menunggu',
  waktuKirim: waktu,
};

const archive: JsonObject = {
  salinan: { cara: 'cetak', penerima: 'Contoh: Rina Wulandari' },
  arsip: { kodeKlasifikasi: '000.3.3', lokasi: 'Rak 1', bentuk: 'kertas' },
};

function submitted(profile: Profile, form: JsonObject = formulir): Desk {
  const desk = new Desk(profile);
  return desk
    .do('register', { nama: form['nama'] ?? '', kanal: 'tatapMuka' })
    .wait(4)
    .do('submit', form)
    .do('start-review');
}

function atAnalysis(profile: Profile): Desk {
  const desk = submitted(profile).wait(2).do('review', reviewOf(profile));
  desk.do('call', { metode: 'suara', loket: '1' }).do('record-attendance', { hasil: 'hadir' });
  return desk.wait(20);
}

describe.each([
  ['base', base],
  ['batang', batang],
])('the procedure of the shipped profile %s', (_id, profile) => {
  it('leads to an answer, within all limits', () => {
    const desk = atAnalysis(profile);
    desk.do('analyse', { informasiTambahan: 'Berkas 300 MB.', solusiDitemukan: true }).wait(8);
    const paraf = solution(desk.case, officer)['paraf'] as JsonObject;
    const data = {
      ...solution(desk.case, officer),
      paraf: { ...paraf, jabatan: 'Petugas', waktu },
    };
    desk.do('answer', data).wait(5).do('archive', archive);
    expect(desk.state).toBe('archived');
    expect(initialsValid(desk.case, 0)).toBe(true);
    expect(verifyLog(desk.events)).toEqual({ ok: true });
    expect(deviations(desk.events, profile, desk.now)).toEqual([]);
    expect(clocks(desk.events, profile, desk.now).map(({ step }) => step)).toEqual([
      1, 2, 3, 4, 6, 7, 8, 9, 11,
    ]);
  });

  it('leads over LKPP and its reply to an answer, and misses the number that was not given', () => {
    const desk = atAnalysis(profile);
    desk.do('analyse', { informasiTambahan: 'Di luar wewenang.', solusiDitemukan: false });
    desk.do('escalate', escalation).do('archive', archive).wait(60);
    desk.do('receive-reply', { waktu, dari: 'LKPP', jawaban: 'Sudah diperbaiki.' });
    const paraf = solution(desk.case, officer)['paraf'] as JsonObject;
    const data = {
      ...solution(desk.case, officer),
      paraf: { ...paraf, jabatan: 'Petugas', waktu },
    };
    desk.do('answer', data).do('archive', archive);
    expect(desk.case.archives).toHaveLength(2);
    expect(deviations(desk.events, profile, desk.now).map(({ hal }) => hal)).toEqual(['nomorLuar']);
  });

  it('gives the form back twice, with exactly the flagged fields and what they bring along', () => {
    const desk = submitted(profile).do('review', flagging(profile, '/uraian')).do('return');
    const clearer = { ...formulir, uraian: 'Unggahan berhenti pada 80 % sejak pukul 08.00.' };
    expect(desk.give('submit', { ...clearer, npwp: '0012345678901999' }, user)).toBe(
      'LPSE_FORM_FIELD_LOCKED',
    );
    desk.do('submit', clearer).do('start-review');
    desk.do('review', flagging(profile, '/kategori')).do('return');
    const { kodePaket: _, ...rest } = clearer;
    const letter = {
      jenis: 'suratPermohonan',
      nama: 'surat.pdf',
      mime: 'application/pdf',
      ukuran: 1024,
      sha256: 'a'.repeat(64),
    };
    const other = { ...rest, kategori: 'perubahanData', userIdSpse: 'CVCONTOH' };
    expect(desk.give('submit', { ...other, lupaUserId: true }, user)).toBe('LPSE_FORM_INVALID');
    expect(
      desk.give('submit', { ...other, lampiran: [letter], judul: 'Judul yang lain' }, user),
    ).toBe('LPSE_FORM_FIELD_LOCKED');
    desk.do('submit', { ...other, lampiran: [letter] });
    expect(desk.case.putaran).toBe(3);
  });

  it.each(['/kodePaketKatalog', '/nip', '/lampiran/0', '/tidakAda', '/sandi'])(
    'has no field %s to flag in this case',
    (pointer) => {
      expect(submitted(profile).give('review', flagging(profile, pointer))).toBe(
        'LPSE_REVIEW_FIELD_UNKNOWN',
      );
    },
  );

  it.each(['/kodePaket', '/namaBadanUsaha', '/lampiran', '/nib', '/waktuKejadian', '/izin/survei'])(
    'has a field %s to flag in this case',
    (pointer) => {
      expect(submitted(profile).give('review', flagging(profile, pointer))).toBeUndefined();
    },
  );

  it('takes a paper as it is from reception, but no password', () => {
    const { kodePaket: _, npwp: __, ...paper } = formulir;
    const desk = new Desk(profile).do('register', { nama: 'Contoh: Rina', kanal: 'tatapMuka' });
    expect(desk.give('submit', { ...paper, kataSandi: 'rahasia' }, reception)).toBe(
      'LPSE_FORM_INVALID',
    );
    desk.do('submit', paper, reception);
    expect(desk.case.submissions[0]?.temuan.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/kodePaket',
      '/npwp',
    ]);
  });

  it('calls to the office’s counters only', () => {
    const desk = submitted(profile).do('review', reviewOf(profile));
    expect(desk.give('call', { metode: 'suara', loket: '99' })).toBe('LPSE_FORM_INVALID');
  });
});

describe('the public profile', () => {
  const context = {
    at: '2026-06-01T02:00:00.000Z',
    profile: batangPublic,
    numbers: { ticket: 'T-1', queue: 'A-1', archive: 'ARS-1' },
    busyCounters: [],
  };

  it('is enough for what a visitor does', () => {
    expect(allowedCommands(undefined, user, batangPublic)).toEqual(['register']);
    const data = { nama: 'Contoh: Rina', kanal: 'portal' };
    const command = { type: 'register', consultationId: 'k-1', data } as const;
    expect(decide(undefined, command, { ...context, actor: user })).toHaveLength(2);
  });

  it('lets nobody do what needs a form of the desk', () => {
    const desk = submitted(batang);
    const command = { type: 'review', consultationId: 'k-1', data: reviewOf(batang) } as const;
    expect(decide(desk.consultation, command, { ...context, actor: officer })).toMatchObject({
      code: 'LPSE_WORKFLOW_ROLE_FORBIDDEN',
    });
  });
});
