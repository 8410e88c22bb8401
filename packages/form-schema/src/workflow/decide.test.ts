import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.js';
import { decide } from './decide.js';
import { answerDigest, initialsValid } from './digest.js';
import { replay } from './evolve.js';
import { verifyLog } from './log.js';
import { isRefusal } from './refusal.js';
import {
  colleague,
  complete,
  coordinator,
  dataFor,
  Desk,
  deskIn,
  formulir,
  incomplete,
  officer,
  reception,
  solution,
  user,
  viewer,
} from './testing/desk.js';
import { profile } from './testing/profile.js';

function problemsOf(desk: Desk, ...command: Parameters<Desk['decide']>): string[] {
  const result = desk.decide(...command);
  return isRefusal(result)
    ? result.problems.map(({ pointer, keyword }) => `${pointer} ${keyword}`)
    : [];
}

describe('the procedure', () => {
  it('leads from the guest book to the archive', () => {
    const desk = deskIn('archived');
    expect(desk.events.map(({ type, step }) => `${step} ${type}`)).toEqual([
      '1 registered',
      '2 form-handed-out',
      '3 form-submitted',
      '4 review-started',
      '4 found-complete',
      '6 form-accepted',
      '7 called',
      '7 attended',
      '8 analysed',
      '9 answered',
      '11 archived',
    ]);
    expect(initialsValid(desk.case, 0)).toBe(true);
    expect(verifyLog(desk.events)).toEqual({ ok: true });
    expect(replay(desk.events)).toEqual(desk.consultation);
  });

  it('leads over LKPP and its reply to a second, initialled answer', () => {
    const desk = deskIn('escalating').do('escalate').do('archive').do('receive-reply');
    expect(desk.case.answers).toEqual([]);
    desk.do('answer').do('archive');
    expect(desk.case.archives).toHaveLength(2);
    expect(initialsValid(desk.case, 0)).toBe(true);
    desk.do('receive-reply', { jawaban: 'Penjelasan tambahan dari pusat.' }).do('answer');
    expect([0, 1, 2].map((index) => initialsValid(desk.case, index))).toEqual([true, true, false]);
    expect(verifyLog(desk.events)).toEqual({ ok: true });
  });

  it('issues its numbers itself: ticket, queue number, number of the file', () => {
    const { tiket, nomorAntrean, archives } = deskIn('archived').case;
    expect([tiket, nomorAntrean, archives[0]?.arsip['nomorBerkas']]).toEqual([
      'T-1',
      'A-1',
      'ARS-1',
    ]);
  });

  it('keeps the number of the file that an officer wrote from the office’s own book', () => {
    const arsip = { bentuk: 'kertas', nomorBerkas: '027/12' };
    const desk = deskIn('handing-over').do('archive', { salinan: { cara: 'cetak' }, arsip });
    expect(desk.case.archives[0]?.arsip).toEqual(arsip);
  });

  it('keeps the fields that an office has added to a form', () => {
    const daerah = { 'x-daerah': { kodeUnit: '7' } };
    const desk = deskIn('queued').do('call', { metode: 'papan', ...daerah });
    expect(desk.case.calls[0]?.tambahan).toEqual(daerah);
  });

  it('records of a person what the log needs and nothing else', () => {
    const desk = new Desk().do('register', { nama: 'Contoh' }, {
      ...user,
      token: 'rahasia',
    } as typeof user);
    expect(desk.events[0]?.actor).toEqual({ id: 'user', role: 'user', name: '' });
  });

  it('never lets the log go back in time', () => {
    const desk = deskIn('submitted');
    const before = desk.case.updatedAt;
    desk.wait(-600).do('start-review');
    expect(desk.case.updatedAt).toBe(before);
  });

  it('asks the program for a date that is one', () => {
    const context = { actor: user, profile, numbers: numbers(), busyCounters: [] };
    const command = { type: 'register', consultationId: 'k', data: { nama: 'Contoh' } } as const;
    expect(() => decide(undefined, command, { ...context, at: 'kemarin' })).toThrow(TypeError);
  });
});

describe('a command', () => {
  it.each([
    ['null', null],
    ['a text', 'submit'],
    ['an unknown type', { type: 'delete', consultationId: 'k-1', data: {} }],
    ['a type that every object has', { type: 'constructor', consultationId: 'k-1', data: {} }],
    ['no id', { type: 'register', data: {} }],
    ['an empty id', { type: 'register', consultationId: '', data: {} }],
    ['an endless id', { type: 'register', consultationId: 'k'.repeat(256), data: {} }],
    ['a list for data', { type: 'register', consultationId: 'k', data: [] }],
    ['data without a bottom', { type: 'register', consultationId: 'k', data: nested(100_000) }],
    ['data that is no JSON', { type: 'register', consultationId: 'k', data: { a: Number.NaN } }],
  ])('is refused as malformed with %s', (_title, command) => {
    const context = { at: new Desk().now, actor: user, profile, numbers: numbers() };
    expect(decide(undefined, command as never, { ...context, busyCounters: [] })).toMatchObject({
      code: 'LPSE_COMMAND_MALFORMED',
    });
  });

  it('for another case finds no case', () => {
    const desk = deskIn('draft');
    const result = decide(
      desk.consultation,
      { type: 'submit', consultationId: 'k-2', data: formulir },
      { at: desk.now, actor: user, profile, numbers: numbers(), busyCounters: [] },
    );
    expect(result).toMatchObject({ code: 'LPSE_CONSULTATION_UNKNOWN' });
  });

  it('is judged by the roles of the profile, before anything is said of the case', () => {
    expect(deskIn('answering').give('answer', {}, user)).toBe('LPSE_WORKFLOW_ROLE_FORBIDDEN');
    expect(deskIn('draft').give('submit', formulir, viewer)).toBe('LPSE_WORKFLOW_ROLE_FORBIDDEN');
    const stranger = { id: 'x', role: 'toString', name: '' } as never;
    expect(deskIn('draft').give('submit', formulir, stranger)).toBe('LPSE_WORKFLOW_ROLE_FORBIDDEN');
  });

  it('out of order hears what is possible for its role', () => {
    expect(deskIn('queued').decide('submit', formulir, user)).toMatchObject({
      code: 'LPSE_WORKFLOW_OUT_OF_ORDER',
      params: { state: 'queued', command: 'submit', allowed: ['cancel'] },
    });
  });
});

describe('step 3, the form', () => {
  it('comes back from a user only when it is right', () => {
    const wrong = { nama: 'Contoh: Rina', kategori: 'paket', uraian: 'pendek' };
    expect(deskIn('draft').give('submit', wrong, user)).toBe('LPSE_FORM_INVALID');
    expect(problemsOf(deskIn('draft'), 'submit', wrong, user)).toEqual([
      '/kodePaket required',
      '/uraian minLength',
    ]);
  });

  it('comes from an officer as the paper says, with the findings beside it', () => {
    const desk = deskIn('draft').do('submit', { nama: 'Contoh: Rina' }, reception);
    const [submission] = desk.case.submissions;
    expect(submission?.by.id).toBe(reception.id);
    expect(submission?.temuan.map(({ pointer }) => pointer)).toEqual(['/kategori', '/uraian']);
  });

  it.each([
    ['with fields that no form has', { ...formulir, sandi: 'rahasia' }],
    ['longer than the form', { ...formulir, uraian: 'a'.repeat(201) }],
  ])('does not come from an officer %s', (_title, data) => {
    expect(deskIn('draft').give('submit', data, officer)).toBe('LPSE_FORM_INVALID');
  });
});

describe('step 4, the review', () => {
  it('belongs to the officer who took it up, or to a coordinator', () => {
    expect(deskIn('reviewing').give('review', complete, colleague)).toBe('LPSE_REVIEW_NOT_YOURS');
    expect(deskIn('reviewing').give('start-review', {}, colleague)).toBe('LPSE_REVIEW_NOT_YOURS');
    expect(deskIn('reviewing').give('review', complete, coordinator)).toBeUndefined();
  });

  it('is free again for everyone in the next round', () => {
    const desk = deskIn('incomplete').do('return');
    expect(desk.case.reviewer).toBeUndefined();
    desk.do('submit').do('start-review', {}, colleague);
    expect(desk.case.reviewer?.id).toBe(colleague.id);
  });

  it('finds complete only with every item of the office’s checklist, whatever list the form brings', () => {
    const open = [
      { butir: 'uraian', terpenuhi: false },
      { butir: 'lain', terpenuhi: true },
    ];
    const desk = deskIn('reviewing');
    const data = { hasil: 'lengkap', daftarPeriksa: open };
    expect(desk.give('review', data)).toBe('LPSE_REVIEW_UNFINISHED');
    expect(problemsOf(desk, 'review', data, officer)).toEqual([
      '/daftarPeriksa checklist',
      '/daftarPeriksa/0/terpenuhi checklist',
    ]);
    expect(desk.give('review', { hasil: 'lengkap' })).toBe('LPSE_REVIEW_UNFINISHED');
  });

  it('finds complete against the findings only with a reason', () => {
    const desk = deskIn('draft')
      .do('submit', { nama: 'Contoh: Rina' }, reception)
      .do('start-review');
    expect(problemsOf(desk, 'review', complete, officer)).toEqual(['/alasan required']);
    desk.do('review', { ...complete, alasan: 'Dijelaskan lisan.' });
    expect(desk.case.reviews[0]).toMatchObject({ lengkap: true, alasan: 'Dijelaskan lisan.' });
  });

  it('finds incomplete only with a field and a reason', () => {
    const desk = deskIn('reviewing');
    expect(problemsOf(desk, 'review', { hasil: 'belumLengkap' }, officer)).toEqual([
      '/kolomKurang required',
      '/alasan required',
    ]);
  });

  it.each(['/tidakAda', '/kodePaket', '', 'uraian', '/uraian/0', '/__proto__'])(
    'does not flag “%s”, which is no field of this form',
    (pointer) => {
      const desk = deskIn('reviewing');
      expect(desk.give('review', incomplete('/nama', pointer))).toBe('LPSE_REVIEW_FIELD_UNKNOWN');
      expect(problemsOf(desk, 'review', incomplete('/nama', pointer), officer)).toEqual([
        '/kolomKurang/1 unknownField',
      ]);
    },
  );

  it('keeps the reason of a field with its flag, and none for a field that is not flagged', () => {
    const alasanKolom = [
      { kolom: '/uraian', alasan: ' Mohon sebutkan pesan galatnya. ' },
      { kolom: '/kategori', alasan: 'Tidak ditandai.' },
    ];
    const desk = deskIn('reviewing');
    desk.do('review', { ...incomplete('/nama', '/uraian'), alasanKolom });
    expect(desk.case.reviews[0]?.kolomKurang).toEqual([
      { kolom: '/nama' },
      { kolom: '/uraian', alasan: 'Mohon sebutkan pesan galatnya.' },
    ]);
  });

  it('flags a field that was left empty', () => {
    const desk = deskIn('reviewing').do('review', incomplete('/lampiran'));
    expect(desk.case.reviews[0]?.kolomKurang).toEqual([{ kolom: '/lampiran' }]);
  });
});

describe('step 7, the call', () => {
  it('goes to a counter of this office that is free', () => {
    const desk = deskIn('queued');
    desk.busyCounters = ['1'];
    expect(desk.give('call', { metode: 'papan', loket: '1' })).toBe('LPSE_CALL_COUNTER_BUSY');
    expect(desk.give('call', { metode: 'papan', loket: '9' })).toBe('LPSE_FORM_INVALID');
    expect(desk.give('call', { metode: 'papan', loket: '2' })).toBeUndefined();
  });

  it('is repeated as often as the office says, and beyond that by a coordinator', () => {
    const absent = { hasil: 'tidakHadir', catatan: 'Dua kali dipanggil.' };
    const desk = deskIn('queued').do('call').do('record-attendance', absent);
    desk.do('requeue').do('call').do('record-attendance', absent);
    expect(desk.case.calls.map(({ urutan, hasil }) => [urutan, hasil])).toEqual([
      [1, 'tidakHadir'],
      [2, 'tidakHadir'],
    ]);
    expect(desk.give('requeue')).toBe('LPSE_CALL_LIMIT_REACHED');
    expect(desk.give('requeue', {}, coordinator)).toBeUndefined();
  });

  it('ends in one of three ways', () => {
    expect(deskIn('called').give('record-attendance', { hasil: 'mungkin' })).toBe(
      'LPSE_FORM_INVALID',
    );
  });
});

describe('step 9, the answer', () => {
  it('carries the initials of its author', () => {
    const desk = deskIn('answering');
    const data = solution(desk.case, colleague);
    expect(desk.give('answer', data, officer)).toBe('LPSE_INITIALS_NOT_AUTHOR');
  });

  it.each([
    ['the text', { jawaban: 'Silakan perkecil berkas, lalu unggah kembali!' }],
    ['the references', { rujukan: ['Panduan SPSE'] }],
    ['a field that the office added', { 'x-daerah': { catatan: 'lain' } }],
  ])('does not carry initials that were put before %s changed', (_title, change) => {
    const desk = deskIn('answering');
    const data = { ...solution(desk.case, officer), ...change };
    expect(desk.give('answer', data)).toBe('LPSE_INITIALS_MISMATCH');
  });

  it('takes name, position and time of the initials from the session, not from the form', () => {
    const desk = deskIn('answering');
    const data = solution(desk.case, officer);
    const paraf = { ...(data['paraf'] as JsonObject), namaPetugas: 'Orang lain', waktu: '1999' };
    desk.do('answer', { ...data, paraf });
    expect(desk.case.answers[0]?.paraf).toMatchObject({
      namaPetugas: officer.name,
      jabatan: officer.position,
      waktu: desk.now,
    });
  });

  it('counts an empty list of references as none', () => {
    const { case: consultation } = deskIn('answering');
    const jawaban = 'Silakan coba kembali.';
    expect(answerDigest(consultation, { jawaban, rujukan: [] })).toBe(
      answerDigest(consultation, { jawaban }),
    );
  });
});

describe('a form of the desk that a careless profile lets through', () => {
  it.each([
    ['analysing', 'analyse', { informasiTambahan: 'x', solusiDitemukan: 'ya' }],
    ['answering', 'answer', { jawaban: 7, paraf: {} }],
    ['answering', 'answer', { jawaban: 'Sudah.', paraf: 'BD' }],
    ['escalating', 'escalate', { tujuan: 'lain', kanal: 'tts', ringkasan: 'x' }],
    ['handing-over', 'archive', { salinan: 'cetak', arsip: {} }],
    ['handing-over', 'archive', { salinan: {}, arsip: 1 }],
    ['draft', 'explain-deviation', { langkah: 3, putaran: 1, jenis: 'waktu', alasan: 5 }],
  ] as const)('is refused in %s', (state, type, data) => {
    expect(deskIn(state).give(type, data)).toBe('LPSE_FORM_INVALID');
  });
});

describe('after the hand-over', () => {
  const alasan = 'Unggahan masih gagal pada tahap akhir.';

  it('lets the user confirm once, which ends it', () => {
    const desk = deskIn('archived').do('confirm');
    expect(desk.state).toBe('archived');
    expect(desk.case.confirmations).toMatchObject([{ jawaban: 0, by: { role: 'user' } }]);
    expect(desk.give('confirm', {}, user)).toBe('LPSE_WORKFLOW_OUT_OF_ORDER');
    expect(desk.give('reopen', { alasan }, user)).toBe('LPSE_WORKFLOW_OUT_OF_ORDER');
  });

  it('lets the user say that it is not solved; a follow-up has initials and a copy of its own', () => {
    const desk = deskIn('archived').do('reopen', { alasan });
    expect(desk.case.reopenings).toMatchObject([{ alasan, untukJawaban: 1 }]);
    expect(desk.case.step).toBe(9);
    desk.do('answer').do('archive');
    expect(desk.case.answers).toHaveLength(2);
    expect(desk.case.archives.map(({ arsip }) => arsip['nomorBerkas'])).toEqual(['ARS-1', 'ARS-1']);
    expect(desk.do('confirm').case.confirmations).toMatchObject([{ jawaban: 1 }]);
  });

  it('binds the follow-up to what the user wrote', () => {
    const desk = deskIn('archived').do('reopen', { alasan }).do('answer');
    expect(initialsValid(desk.case, 1)).toBe(true);
    const reopenings = desk.case.reopenings.map((each) => ({ ...each, alasan: `${alasan} ` }));
    expect(initialsValid({ ...desk.case, reopenings }, 1)).toBe(false);
    expect(initialsValid({ ...desk.case, reopenings }, 0)).toBe(true);
  });

  it('has nothing to confirm while an escalated case has no answer', () => {
    const desk = deskIn('escalating').do('escalate').do('archive');
    expect(desk.give('confirm', {}, user)).toBe('LPSE_WORKFLOW_OUT_OF_ORDER');
    expect(desk.give('reopen', { alasan }, user)).toBe('LPSE_WORKFLOW_OUT_OF_ORDER');
    desk.do('receive-reply').do('answer').do('archive').do('reopen', { alasan }).do('answer');
    desk.do('archive').do('receive-reply').do('answer');
    for (const index of [0, 1, 2]) expect(initialsValid(desk.case, index)).toBe(true);
  });

  it.each([
    // Handed over on Monday 1 June at 09:06 in Batang; 14 days later the day ends at 17:00 UTC.
    ['on the last day', '2026-06-15T16:59:59.999Z', undefined],
    ['on the day after', '2026-06-15T17:00:00.000Z', 'LPSE_REOPEN_TOO_LATE'],
  ])('gives the user the days of the profile: %s', (_title, at, code) => {
    const desk = deskIn('archived').at(at);
    expect(desk.give('reopen', { alasan }, user)).toBe(code);
  });

  it('is closed at once where the office gives no days', () => {
    const { procedure } = profile;
    const desk = deskIn('archived', { ...profile, procedure: { ...procedure, reopenDays: 0 } });
    expect(desk.give('reopen', { alasan }, user)).toBe('LPSE_WORKFLOW_OUT_OF_ORDER');
  });

  it('asks what is not solved', () => {
    expect(deskIn('archived').give('reopen', { alasan: '  ' }, user)).toBe('LPSE_FORM_INVALID');
  });
});

describe('cancelling', () => {
  it('needs no reason from the user and a real one from an officer', () => {
    expect(deskIn('queued').give('cancel', {}, user)).toBeUndefined();
    expect(deskIn('queued').give('cancel', {}, officer)).toBe('LPSE_FORM_INVALID');
    expect(deskIn('queued').give('cancel', { alasan: '  ya   ' }, officer)).toBe(
      'LPSE_FORM_INVALID',
    );
    const desk = deskIn('queued').do('cancel', { alasan: 'Terdaftar dua kali.' }, officer);
    expect(desk.case.cancellation?.alasan).toBe('Terdaftar dua kali.');
    expect(desk.case.step).toBe(7);
  });
});

describe('explaining a deviation', () => {
  it('is possible for one that the case has, and stays in its log', () => {
    const desk = deskIn('archived').do('explain-deviation');
    expect(desk.events.at(-1)).toMatchObject({ type: 'deviation-explained', step: 3 });
    expect(desk.case.explanations).toHaveLength(1);
  });

  it.each<JsonObject>([{ langkah: 9 }, { putaran: 2 }, { jenis: 'output' }])(
    'is refused for one that it does not have: %o',
    (other) => {
      const desk = deskIn('archived');
      const data = { ...dataFor(desk, 'explain-deviation'), ...other };
      expect(desk.give('explain-deviation', data)).toBe('LPSE_DEVIATION_UNKNOWN');
    },
  );
});

function numbers() {
  return { ticket: 'T-1', queue: 'A-1', archive: 'ARS-1' };
}

function nested(depth: number): JsonObject {
  let value: JsonObject = {};
  for (let level = 0; level < depth; level += 1) value = { value };
  return value;
}
