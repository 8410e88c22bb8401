import { views } from '../../access/views.js';
import { formIds } from '../../forms/form.js';
import type { FormDefinition, FormId } from '../../forms/form.js';
import type { Step, StepNumber } from '../../procedure/procedure.js';
import type { Profile } from '../../profile/profile.js';
import { commandTypes } from '../commands.js';
import type { CommandType } from '../commands.js';
import { form } from './forms.js';

/**
 * A small office for tests of the pure rules: a form of six fields whose validators are predicates one can read. It
 * says nothing of the real forms; those have tests of their own.
 */
export const profile: Profile = {
  id: 'contoh',
  office: {
    slug: 'contoh',
    nama: 'LPSE Contoh',
    instansi: 'Pemerintah Daerah Contoh',
    unit: 'Bidang Layanan dan Dukungan',
    zonaWaktu: 'WIB',
    jamLayanan: {
      senin: [
        ['08:00', '12:00'],
        ['13:00', '15:30'],
      ],
      selasa: [
        ['08:00', '12:00'],
        ['13:00', '15:30'],
      ],
      rabu: [
        ['08:00', '12:00'],
        ['13:00', '15:30'],
      ],
      kamis: [
        ['08:00', '12:00'],
        ['13:00', '15:30'],
      ],
      jumat: [
        ['08:00', '11:30'],
        ['13:00', '15:00'],
      ],
    },
    hariLibur: [{ tanggal: '2026-08-17', nama: 'Hari Kemerdekaan' }],
    loket: ['1', '2'],
  },
  document: {
    judul: 'Contoh',
    nomor: 'CONTOH-1',
    revisi: '00',
    berlakuEfektif: '2017-01-08',
    disahkanOleh: '',
    pengesahan: [],
    dasarHukum: [],
    penjelasanSingkat: [],
    tujuan: [],
    peringatan: [],
    keterkaitan: [],
    kualifikasiPelaksana: [],
    peralatan: [],
    pencatatan: [],
    definisi: [],
  },
  forms: Object.fromEntries(formIds.map((id) => [id, form(id)])) as Record<FormId, FormDefinition>,
  procedure: {
    steps: [null, null, 5, 5, 5, 5, null, 30, 10, 5, 10].map(step),
    maxCalls: 2,
    reopenDays: 14,
    calling: {
      minutesBetween: 0,
      afterLast: 'coordinator',
      priority: { rule: 'first', needs: ['prioritasLansia'] },
    },
    board: {
      names: 'none',
      voice: { source: 'clips', digits: 'each', zero: 'nol', times: 1, chime: true },
    },
    kiosk: { idleSeconds: 60, warnSeconds: 20 },
    paperDays: 30,
    numberedFields: false,
    checklist: [
      { butir: 'identitas', texts: { id: 'Identitas terisi', en: 'Identity is filled in' } },
      { butir: 'uraian', texts: { id: 'Uraian jelas', en: 'The description is clear' } },
    ],
    priority: {
      matrix: {
        mendesak: { besar: 'tinggi', sedang: 'tinggi', kecil: 'menengah' },
        tidakMendesak: { besar: 'menengah', sedang: 'rendah', kecil: 'rendah' },
      },
      override: true,
    },
    roles: {
      user: ['register', 'submit', 'confirm', 'reopen', 'cancel'],
      reception: ['register', 'submit', 'start-review', 'review', 'return', 'call', 'cancel'],
      officer: commandTypes.filter((type) => type !== 'register'),
      coordinator: commandTypes,
      viewer: [] satisfies CommandType[],
    },
    views: {
      user: ['dataPribadi', 'petugas'],
      reception: ['dataPribadi', 'petugas', 'catatan', 'riwayat', 'daftar'],
      officer: views,
      coordinator: views,
      viewer: views,
    },
    numbers: { ticket: '{seq}', queue: 'A-{seq}', archive: 'ARS-{seq}' },
  },
  escalation: { tujuan: ['lkpp'], kanal: ['email', 'tts'], reminderDays: 3 },
  retention: {},
  survey: { aktif: true },
  locales: ['id', 'en'],
  messages: {},
};

function step(minutes: number | null, index: number): Step {
  const no = (index + 1) as StepNumber;
  return {
    no,
    uraianKegiatan: `Langkah ${no}`,
    perlengkapan: '',
    waktu: minutes === null ? '' : `${minutes} Menit`,
    output: '',
    ket: '',
    minutes,
    actor: no === 1 || no === 3 ? 'penggunaSpse' : 'bidangLayananDanDukungan',
    kind: 'kegiatan',
    next: [],
  };
}
