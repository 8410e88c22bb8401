import type { Json, JsonObject } from '../../json.js';
import type { Profile } from '../../profile/profile.js';
import type { Actor } from '../actor.js';
import type { CommandType } from '../commands.js';
import type { Consultation } from '../consultation.js';
import { decide } from '../decide.js';
import { answerDigest } from '../digest.js';
import { evolve } from '../evolve.js';
import type { ConsultationEvent } from '../events.js';
import { isRefusal } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { State } from '../states.js';
import { profile as testProfile } from './profile.js';

export const user: Actor = { id: 'user', role: 'user', name: '' };
export const reception: Actor = { id: 'p0', role: 'reception', name: 'Contoh: Sari' };
export const officer: Actor = {
  id: 'p1',
  role: 'officer',
  name: 'Contoh: Budi',
  position: 'Petugas layanan',
};
export const colleague: Actor = { id: 'p2', role: 'officer', name: 'Contoh: Tini' };
export const coordinator: Actor = { id: 'k1', role: 'coordinator', name: 'Contoh: Wati' };
export const viewer: Actor = { id: 'v1', role: 'viewer', name: 'Contoh: Adi' };

/** A Monday, 09:00 WIB. */
export const MONDAY_NINE = '2026-06-01T02:00:00.000Z';

export const formulir = {
  nama: 'Contoh: Rina',
  kategori: 'umum',
  uraian: 'Tidak dapat mengunggah dokumen penawaran.',
} satisfies JsonObject;

/** One case at an office: commands go in, events are kept, time passes when it is told to. */
export class Desk {
  readonly profile: Profile;
  readonly events: ConsultationEvent[] = [];
  consultation: Consultation | undefined;
  busyCounters: readonly string[] = [];
  #now = Date.parse(MONDAY_NINE);

  constructor(profile: Profile = testProfile) {
    this.profile = profile;
  }

  get now(): string {
    return new Date(this.#now).toISOString();
  }

  /** The state, or `none` before registration. */
  get state(): State | 'none' {
    return this.consultation?.state ?? 'none';
  }

  /** The case; only to be asked for when there is one. */
  get case(): Consultation {
    if (!this.consultation) throw new Error('No case yet');
    return this.consultation;
  }

  wait(minutes: number): this {
    this.#now += minutes * 60_000;
    return this;
  }

  at(iso: string): this {
    this.#now = Date.parse(iso);
    return this;
  }

  decide(type: CommandType, data: Json, actor: Actor): ConsultationEvent[] | Refusal {
    return decide(
      this.consultation,
      { type, consultationId: 'k-1', data: data as JsonObject },
      {
        at: this.now,
        actor,
        profile: this.profile,
        numbers: { ticket: 'T-1', queue: 'A-1', archive: 'ARS-1' },
        busyCounters: this.busyCounters,
      },
    );
  }

  /** Gives a command and keeps its events; answers the refusal's code, if it is refused. */
  give(type: CommandType, data: Json = {}, actor: Actor = officer): string | undefined {
    const result = this.decide(type, data, actor);
    if (isRefusal(result)) return result.code;
    this.events.push(...result);
    this.consultation = result.reduce<Consultation | undefined>(evolve, this.consultation);
    return undefined;
  }

  /** The same, where a refusal would make the test meaningless. */
  do(type: CommandType, data: Json = dataFor(this, type), actor: Actor = actorFor(type)): this {
    const code = this.give(type, data, actor);
    if (code) throw new Error(`${type} in ${this.state}: ${code}`);
    return this;
  }
}

export function actorFor(type: CommandType): Actor {
  return ['register', 'submit', 'confirm', 'reopen', 'cancel'].includes(type) ? user : officer;
}

/** Data with which the command is in order. */
export function dataFor(desk: Desk, type: CommandType, actor: Actor = actorFor(type)): JsonObject {
  switch (type) {
    case 'register':
      return { nama: formulir.nama };
    case 'submit':
      return desk.consultation?.submissions.at(-1)?.formulir ?? formulir;
    case 'review':
      return complete;
    case 'call':
      return { metode: 'papan', loket: '1' };
    case 'record-attendance':
      return { hasil: 'hadir' };
    case 'analyse':
      return { informasiTambahan: 'Berkas terlalu besar.', solusiDitemukan: true };
    case 'answer':
      return solution(desk.case, actor);
    case 'escalate':
      return { tujuan: 'lkpp', kanal: 'tts', ringkasan: 'Gagal unggah.', nomorLuar: 'TTS-7' };
    case 'archive':
      return { salinan: { cara: 'cetak' }, arsip: { bentuk: 'kertas' } };
    case 'record-number':
      return { nomorLuar: 'TTS-8' };
    case 'remind':
      return { kanal: 'tts', catatan: 'Diminta menunggu.' };
    case 'revoke-escalation':
      return { alasan: 'Solusi ditemukan di sini.' };
    case 'receive-reply':
      return { jawaban: 'Sudah diperbaiki di pusat.' };
    case 'reopen':
      return { alasan: 'Unggahan masih gagal pada tahap akhir.' };
    case 'explain-deviation':
      return { langkah: 3, putaran: 1, jenis: 'waktu', alasan: 'Sambungan terputus.' };
    default:
      return {};
  }
}

const daftarPeriksa = [
  { butir: 'identitas', terpenuhi: true },
  { butir: 'uraian', terpenuhi: true },
];

export const complete: JsonObject = { hasil: 'lengkap', daftarPeriksa };

export function incomplete(...kolomKurang: string[]): JsonObject {
  return { hasil: 'belumLengkap', daftarPeriksa, kolomKurang, alasan: 'Mohon diperjelas.' };
}

export function solution(
  consultation: Consultation,
  { id, name }: Actor,
  jawaban = 'Silakan perkecil berkas, lalu unggah kembali.',
): JsonObject {
  const hashIsi = answerDigest(consultation, { jawaban });
  return {
    jawaban,
    paraf: { petugasId: id, namaPetugas: name, cara: 'diketik', inisial: 'BD', hashIsi },
  };
}

/** A desk whose case stands in the given state, or has not begun (`none`). */
export function deskIn(state: State | 'none', profile?: Profile): Desk {
  const desk = new Desk(profile);
  for (const step of ways[state]) step(desk);
  return desk;
}

type Way = (desk: Desk) => void;

const does =
  (type: CommandType, data?: JsonObject): Way =>
  (desk) => {
    desk.do(type, data);
  };

/** The user takes a minute more than step 3 grants, so that every case has a deviation to speak of. */
const waits: Way = (desk) => {
  desk.wait(6);
};

const toDraft = [does('register'), waits];
const toSubmitted = [...toDraft, does('submit')];
const toReviewing = [...toSubmitted, does('start-review')];
const toQueued = [...toReviewing, does('review')];
const toCalled = [...toQueued, does('call')];
const toAnalysing = [...toCalled, does('record-attendance')];
const notSolved: JsonObject = { informasiTambahan: 'Gangguan di pusat.', solusiDitemukan: false };
const toEscalating = [...toAnalysing, does('analyse', notSolved)];
const toFollowUp = [...toEscalating, does('escalate'), does('archive'), does('receive-reply')];

const ways: { readonly [state in State | 'none']: readonly Way[] } = {
  none: [],
  draft: toDraft,
  submitted: toSubmitted,
  reviewing: toReviewing,
  incomplete: [...toReviewing, does('review', incomplete('/uraian'))],
  queued: toQueued,
  called: toCalled,
  'no-show': [...toCalled, does('record-attendance', { hasil: 'tidakHadir' })],
  analysing: toAnalysing,
  answering: [...toAnalysing, does('analyse')],
  escalating: toEscalating,
  'handing-over': [...toAnalysing, does('analyse'), does('answer')],
  archived: [...toAnalysing, does('analyse'), does('answer'), does('archive')],
  'follow-up': toFollowUp,
  cancelled: [...toDraft, does('cancel')],
};
