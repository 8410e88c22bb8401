import { describe, expect, it } from 'vitest';
import { clocksOf, deviationsOf } from '../clocks/clocks.js';
import type { JsonObject } from '../json.js';
import type { CallingRules, Profile } from '../profile/profile.js';
import { queueFacts } from '../queue/facts.js';
import { isRefusal } from './refusal.js';
import { coordinator, Desk, deskIn, formulir, officer, reception, user } from './testing/desk.js';
import { profile } from './testing/profile.js';

function office(calling: Partial<CallingRules>): Profile {
  const { procedure } = profile;
  return { ...profile, procedure: { ...procedure, calling: { ...procedure.calling, ...calling } } };
}

const called = { metode: 'papan', loket: '1' };

describe('calling once more', () => {
  it('is another call of the same number to the counter that it holds', () => {
    const desk = deskIn('called');
    desk.busyCounters = ['1'];
    expect(desk.give('call', called)).toBeUndefined();
    expect(desk.case.calls.map(({ urutan }) => urutan)).toEqual([1, 2]);
  });

  it('does not take a counter where somebody else sits', () => {
    const desk = deskIn('called');
    desk.busyCounters = ['1', '2'];
    expect(desk.give('call', { ...called, loket: '2' })).toBe('LPSE_CALL_COUNTER_BUSY');
  });

  it('ends with the number of calls of the office, except for a coordinator', () => {
    const desk = deskIn('called').do('call');
    expect(desk.give('call', called)).toBe('LPSE_CALL_LIMIT_REACHED');
    expect(desk.give('call', called, coordinator)).toBeUndefined();
  });

  it('leaves the pause that the office wants, and says how much of it is left', () => {
    const desk = deskIn('called', office({ minutesBetween: 3 })).wait(1);
    const refusal = desk.decide('call', called, officer);
    expect(isRefusal(refusal) && refusal).toMatchObject({
      code: 'LPSE_CALL_TOO_SOON',
      params: { minutes: 2 },
    });
    expect(desk.wait(2).give('call', called)).toBeUndefined();
  });
});

describe('after the last call', () => {
  const atLast = (afterLast: CallingRules['afterLast']): Desk =>
    deskIn('called', office({ afterLast }))
      .do('call')
      .do('record-attendance', { hasil: 'tidakHadir' });

  it('anyone puts the case back where the office wants it so', () => {
    expect(atLast('requeue').give('requeue')).toBeUndefined();
  });

  it('a coordinator decides', () => {
    const desk = atLast('coordinator');
    expect(desk.give('requeue')).toBe('LPSE_CALL_LIMIT_REACHED');
    expect(desk.give('requeue', {}, coordinator)).toBeUndefined();
  });

  it('only cancelling is left', () => {
    const desk = atLast('cancel');
    expect(desk.give('requeue', {}, coordinator)).toBe('LPSE_CALL_LIMIT_REACHED');
    expect(desk.give('cancel', { alasan: 'Tidak hadir setelah dipanggil.' })).toBeUndefined();
  });
});

describe('what the queue knows of a case', () => {
  it('begins with the number, and waits anew after a call that was missed', () => {
    expect(queueFacts(deskIn('reviewing').case)).toBeUndefined();
    const desk = deskIn('queued');
    const first = queueFacts(desk.case)?.queuedAt;
    desk.wait(4).do('call').do('record-attendance', { hasil: 'tidakHadir' });
    desk.wait(3).do('requeue');
    const facts = queueFacts(desk.case);
    expect(facts?.calls).toBe(1);
    expect(Date.parse(facts?.queuedAt ?? '') - Date.parse(first ?? '')).toBe(7 * 60_000);
  });
});

describe('a paper that staff enter', () => {
  const day = 24 * 60;
  const back = (desk: Desk, minutes: number): string =>
    new Date(Date.parse(desk.now) - minutes * 60_000).toISOString();

  /** A paper of an hour ago, entered now; the typing takes nine minutes. */
  function entered(guest: JsonObject, form: (desk: Desk) => JsonObject): Desk {
    const desk = new Desk().wait(120);
    desk.do('register', { nama: formulir.nama, ...guest }, reception);
    desk.wait(9).do('submit', { ...formulir, ...form(desk) }, reception);
    return desk;
  }

  it('keeps both times: when it was written, and when it was entered by whom', () => {
    const desk = new Desk().wait(120);
    const tanggalKertas = back(desk, 60);
    desk.do('register', { nama: formulir.nama, waktuDatang: tanggalKertas }, reception);
    desk.do('submit', { ...formulir, tanggalKertas }, reception);
    const [submission] = desk.case.submissions;
    expect(submission?.formulir['tanggalKertas']).toBe(tanggalKertas);
    expect(submission?.at).toBe(desk.now);
    expect(submission?.by).toEqual(reception);
  });

  it('is no overrun of the user: neither its age nor the typing counts', () => {
    const guest = { waktuDatang: '2026-06-01T02:10:00.000Z' };
    const desk = entered(guest, () => ({ tanggalKertas: '2026-06-01T02:30:00.000Z' }));
    expect(deviationsOf(desk.case, desk.profile, desk.now)).toEqual([]);
    const clock = clocksOf(desk.case, desk.profile, desk.now).find(({ step }) => step === 3);
    expect(clock).toMatchObject({ paper: true, limit: null, minutes: 9, overrun: 0, share: 0 });
  });

  it('takes nothing off a clock that ran: the date on the paper came too late to be said', () => {
    const desk = entered({}, () => ({ tanggalKertas: '2026-06-01T02:30:00.000Z' }));
    expect(deviationsOf(desk.case, desk.profile, desk.now)).toMatchObject([
      { step: 3, jenis: 'waktu', overrun: 4 },
    ]);
  });

  it('takes nothing off a form that was written after the case was opened', () => {
    const guest = { waktuDatang: '2026-06-01T02:10:00.000Z' };
    const desk = entered(guest, (at) => ({ tanggalKertas: back(at, 1) }));
    expect(deviationsOf(desk.case, desk.profile, desk.now)).toHaveLength(1);
  });

  it.each([
    ['in the future', -1, 'x-notFuture'],
    ['older than the office takes it', 30 * day + 1, 'paperAge'],
  ])('is refused when its time is %s', (_title, age, keyword) => {
    const desk = new Desk();
    const time = back(desk, age);
    for (const [type, data] of [
      ['register', { nama: formulir.nama, waktuDatang: time }],
      ['submit', { ...formulir, tanggalKertas: time }],
    ] as const) {
      const refusal = desk.decide(type, data, reception);
      expect(isRefusal(refusal) && refusal.problems.map((each) => each.keyword)).toEqual([keyword]);
      if (type === 'register') desk.do('register');
    }
  });

  it('is taken up to the very day that the office allows', () => {
    const desk = new Desk();
    const waktuDatang = back(desk, 30 * day);
    expect(desk.give('register', { nama: formulir.nama, waktuDatang }, reception)).toBeUndefined();
  });

  it('is refused when it was written before the person came', () => {
    const desk = new Desk();
    desk.do('register', { nama: formulir.nama, waktuDatang: back(desk, 10) }, reception);
    const refusal = desk.decide(
      'submit',
      { ...formulir, tanggalKertas: back(desk, 20) },
      reception,
    );
    expect(isRefusal(refusal) && refusal.problems[0]?.keyword).toBe('paperOrder');
  });

  it('is for staff to say: a user cannot date anything back', () => {
    const desk = new Desk();
    const waktuDatang = back(desk, 10);
    expect(desk.give('register', { nama: formulir.nama, waktuDatang }, user)).toBe(
      'LPSE_FORM_INVALID',
    );
    desk.do('register');
    const dated = { ...formulir, tanggalKertas: back(desk, 10) };
    expect(desk.give('submit', dated, user)).toBe('LPSE_FORM_INVALID');
  });
});
