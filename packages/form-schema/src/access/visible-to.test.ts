import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.js';
import type { Profile, Role } from '../profile/profile.js';
import { initialsValid } from '../workflow/digest.js';
import { replay } from '../workflow/evolve.js';
import type { ConsultationEvent } from '../workflow/events.js';
import { verifyLog } from '../workflow/log.js';
import { states } from '../workflow/states.js';
import { Desk, deskIn, officer } from '../workflow/testing/desk.js';
import { profile } from '../workflow/testing/profile.js';
import { play, moves } from '../workflow/testing/random-desk.js';
import { maySee, views, type View } from './views.js';
import { logVisibleTo, visibleTo } from './visible-to.js';

const roles: readonly Role[] = ['user', 'reception', 'officer', 'coordinator', 'viewer'];

/** An office that shows each role exactly these views. */
function showing(...shown: readonly View[]): Profile {
  const same = Object.fromEntries(roles.map((role) => [role, shown]));
  return {
    ...profile,
    procedure: { ...profile.procedure, views: same as Profile['procedure']['views'] },
  };
}

const allBut = (...hidden: readonly View[]): Profile =>
  showing(...views.filter((view) => !hidden.includes(view)));

const recordOf = ({ events, case: consultation }: Desk) => ({ consultation, events });

/** Texts that stand where each view covers, and nowhere else. */
const secrets: { readonly [view in View]?: string } = {
  dataPribadi: 'RAHASIA-PENGGUNA',
  petugas: 'RAHASIA-PETUGAS',
  analisis: 'RAHASIA-ANALISIS',
  klasifikasi: 'RAHASIA-KLASIFIKASI',
  catatan: 'RAHASIA-CATATAN',
  riwayat: 'RAHASIA-RIWAYAT',
};

/** A whole log with every secret in every place where the procedure puts its kind. */
function marked(events: readonly ConsultationEvent[]): ConsultationEvent[] {
  const { dataPribadi, petugas, analisis, klasifikasi, catatan, riwayat } = secrets;
  const paraf = { petugasId: petugas, namaPetugas: petugas, jabatan: petugas, inisial: petugas };
  const added: { readonly [type: string]: JsonObject } = {
    registered: { bukuTamu: { nama: dataPribadi ?? '', keperluan: dataPribadi ?? '' } },
    'form-submitted': {
      formulir: { nama: dataPribadi ?? '', uraian: dataPribadi ?? '', kategori: 'umum' },
    },
    missed: { catatan: catatan ?? '' },
    attended: { catatan: catatan ?? '' },
    analysed: {
      analisis: {
        informasiTambahan: analisis ?? '',
        dugaanPenyebab: analisis ?? '',
        ditambahKantor: analisis ?? '',
        klasifikasi: { prioritas: klasifikasi ?? '', alasanPrioritas: klasifikasi ?? '' },
        catatan: [{ waktu: '', isi: catatan ?? '' }],
      },
    },
    escalated: {
      eskalasi: {
        tujuan: 'lkpp',
        ringkasan: analisis ?? '',
        kronologi: [{ waktu: '', peristiwa: analisis ?? '' }],
        pengguna: dataPribadi ?? '',
      },
    },
    archived: { salinan: { cara: 'cetak', penerima: dataPribadi ?? '', catatan: catatan ?? '' } },
    reopened: { alasan: dataPribadi ?? '' },
    cancelled: { alasan: dataPribadi ?? '' },
    'deviation-explained': { alasan: riwayat ?? '' },
  };
  return events.map((event) => {
    const { actor } = event;
    const by = actor.role === 'user' ? actor : { ...actor, id: petugas, name: petugas };
    const extra = event.type === 'answered' ? { paraf: { ...event.data.paraf, ...paraf } } : {};
    return {
      ...event,
      actor: by,
      data: { ...event.data, ...added[event.type], ...extra },
    } as ConsultationEvent;
  });
}

function markedIn(state: (typeof states)[number]) {
  const desk = deskIn(state);
  const told = {
    type: 'deviation-explained',
    seq: desk.events.length + 1,
    step: 3,
    actor: officer,
  };
  const data = { langkah: 3, putaran: 1, jenis: 'waktu', alasan: '' };
  const events = marked([...desk.events, { ...desk.events.at(-1), ...told, data } as never]);
  return { consultation: replay(events) ?? desk.case, events };
}

describe('what a role sees of a case', () => {
  const cells = roles.flatMap((role) => states.map((state) => [role, state] as const));

  it.each(cells)('is, for %s in %s, nothing that any one view withholds', (role, state) => {
    const record = markedIn(state);
    for (const view of views) {
      const shown = visibleTo(record, { role }, allBut(view));
      if (secrets[view] !== undefined)
        expect(JSON.stringify(shown), view).not.toContain(secrets[view]);
      expect(shown.consultation).toMatchObject({ id: 'k-1', state, version: record.events.length });
    }
    const nothing = JSON.stringify(visibleTo(record, { role }, showing()));
    expect(nothing).not.toContain('RAHASIA');
    expect(visibleTo(record, { role }, showing(...views))).toBe(record);
  });

  it('is found in every state: each secret stands somewhere before it is withheld', () => {
    const all = states.map((state) => JSON.stringify(markedIn(state))).join('');
    for (const secret of Object.values(secrets)) expect(all.includes(secret), secret).toBe(true);
  });

  it('keeps for each view what the others withhold', () => {
    const record = markedIn('archived');
    for (const view of views.filter((each) => secrets[each] !== undefined && each !== 'riwayat')) {
      // What stands inside the analysis goes with it.
      const needs: readonly View[] =
        view === 'klasifikasi' || view === 'catatan' ? [view, 'analisis'] : [view];
      const shown = JSON.stringify(visibleTo(record, { role: 'viewer' }, showing(...needs)));
      expect(shown, view).toContain(secrets[view]);
    }
  });

  it('is by default, for a user, nothing of the analysis, and their own matter as a whole', () => {
    fc.assert(
      fc.property(moves, (script) => {
        const { desk } = play(script);
        if (desk.consultation === undefined) return;
        const events = marked(desk.events);
        const record = { consultation: replay(events) ?? desk.case, events };
        const shown = visibleTo(record, { role: 'user' }, profile);
        const json = JSON.stringify(shown);
        for (const view of ['analisis', 'klasifikasi', 'catatan', 'riwayat'] as const)
          expect(json).not.toContain(secrets[view]);
        expect(shown.consultation.bukuTamu).toEqual(record.consultation.bukuTamu);
        expect(shown.consultation.submissions.map(({ formulir }) => formulir)).toEqual(
          record.consultation.submissions.map(({ formulir }) => formulir),
        );
        expect(shown.events.map(({ hash, type }) => [hash, type])).toEqual(
          events.map(({ hash, type }) => [hash, type]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('can be folded and shown again whatever is withheld', () => {
    fc.assert(
      fc.property(moves, fc.subarray([...views]), (script, shown) => {
        const { desk } = play(script);
        if (desk.consultation === undefined) return;
        const record = recordOf(desk);
        const once = visibleTo(record, { role: 'viewer' }, showing(...shown));
        expect(replay(once.events)?.state).toBe(desk.case.state);
        expect(visibleTo(once, { role: 'viewer' }, showing(...shown))).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });

  it('takes nothing away from what the user called by the name of something withheld', () => {
    const desk = new Desk().do('register').do('submit', {
      nama: 'Contoh: Rina',
      kategori: 'umum',
      uraian: 'Tidak dapat mengunggah dokumen.',
    });
    const { consultation, events } = recordOf(desk);
    const last = consultation.submissions[0];
    if (last === undefined) throw new Error('No submission');
    const formulir = { ...last.formulir, catatan: 'dari pengguna', klasifikasi: 'kecil' };
    const record = {
      consultation: { ...consultation, submissions: [{ ...last, formulir }] },
      events,
    };
    const shown = visibleTo(record, { role: 'user' }, profile);
    expect(shown.consultation.submissions[0]?.formulir).toEqual(formulir);
  });
});

describe('initials on a case of which a part is withheld', () => {
  it('are valid when they were, although what they are bound to is not there', () => {
    const record = recordOf(deskIn('archived'));
    const shown = visibleTo(record, { role: 'user' }, profile);
    expect(shown.consultation.analisis).toEqual({});
    expect(shown.consultation.withheld).toEqual({
      views: ['analisis', 'klasifikasi', 'catatan', 'riwayat'],
      initials: [true],
    });
    expect(initialsValid(shown.consultation, 0)).toBe(true);
  });

  it('are void when they were', () => {
    const { consultation, events } = recordOf(deskIn('archived'));
    const record = { consultation: { ...consultation, analisis: { lain: true } }, events };
    const shown = visibleTo(record, { role: 'user' }, profile);
    expect(initialsValid(shown.consultation, 0)).toBe(false);
  });

  it('cannot be made valid by an entry that claims to be withheld', () => {
    const { events } = deskIn('archived');
    const forged = events.map((event) =>
      event.type === 'answered'
        ? { ...event, data: { ...event.data, jawaban: 'Lain.', withheld: { initials: [true] } } }
        : event,
    ) as ConsultationEvent[];
    const consultation = replay(forged);
    expect(consultation?.withheld).toBeUndefined();
    expect(consultation && initialsValid(consultation, 0)).toBe(false);
  });
});

describe('a log of which a part is withheld', () => {
  it('says so, keeps its hashes and no longer verifies', () => {
    const record = recordOf(deskIn('archived'));
    const shown = visibleTo(record, { role: 'user' }, profile);
    expect(verifyLog(record.events).ok).toBe(true);
    expect(verifyLog(shown.events)).toMatchObject({ ok: false, reason: 'content' });
    expect(logVisibleTo(record.events, { role: 'user' }, profile)).toEqual(shown.events);
    expect(logVisibleTo(record.events, officer, profile)).toBe(record.events);
  });

  it('is handed out without a fault, whatever somebody has made of it', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (entries) => {
        logVisibleTo(entries as unknown as ConsultationEvent[], { role: 'user' }, profile);
      }),
    );
  });
});

describe('a view', () => {
  it('is shown to nobody whom the profile does not know', () => {
    for (const view of views) expect(maySee(profile, 'guest' as Role, view)).toBe(false);
  });
});
