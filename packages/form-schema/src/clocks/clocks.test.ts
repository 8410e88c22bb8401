import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.js';
import {
  coordinator,
  dataFor,
  Desk,
  incomplete,
  reception,
  user,
} from '../workflow/testing/desk.js';
import { clocks, deviations } from './clocks.js';

/** `step.run minutes` of each run, `…` while it runs. */
function runs(desk: Desk): string[] {
  return clocks(desk.events, desk.profile, desk.now).map(
    ({ step, run, minutes, endedAt }) => `${step}.${run} ${minutes}${endedAt ? '' : '…'}`,
  );
}

function departures(desk: Desk): string[] {
  return deviations(desk.events, desk.profile, desk.now).map(
    ({ step, run, jenis, hal, overrun }) => `${step}.${run} ${jenis} ${hal || overrun}`,
  );
}

const unsolved = { informasiTambahan: 'Gangguan di pusat.', solusiDitemukan: false };

describe('clocks', () => {
  it('runs each step from its beginning to its end', () => {
    const desk = new Desk().do('register').wait(4).do('submit').wait(20).do('start-review').wait(3);
    desk.do('review').wait(15).do('call').wait(1).do('record-attendance').wait(25).do('analyse');
    desk.wait(8).do('answer').wait(2);
    expect(runs(desk)).toEqual([
      '1.1 0',
      '2.1 0',
      '3.1 4',
      '4.1 3',
      '6.1 0',
      '7.1 16',
      '8.1 25',
      '9.1 8',
      '11.1 2…',
    ]);
    desk.do('archive').wait(600);
    expect(runs(desk).at(-1)).toBe('11.1 2');
  });

  it('runs steps 3 to 5 again for a form that goes back', () => {
    const desk = new Desk().do('register').wait(1).do('submit').do('start-review').wait(2);
    desk.do('review', incomplete('/uraian')).wait(3).do('return').wait(4).do('submit');
    desk.do('start-review').wait(1).do('review');
    expect(runs(desk)).toEqual([
      '1.1 0',
      '2.1 0',
      '3.1 1',
      '4.1 2',
      '5.1 3',
      '3.2 4',
      '4.2 1',
      '6.1 0',
      '7.1 0…',
    ]);
  });

  it('takes a wait with several calls for one, and a review that changes hands for one', () => {
    const desk = new Desk().do('register').do('submit').do('start-review').wait(2);
    desk.do('start-review', {}, coordinator).wait(3).do('review', undefined, coordinator).wait(5);
    desk.do('call').wait(1).do('record-attendance', { hasil: 'tidakHadir' }).wait(4).do('requeue');
    desk.do('call').do('record-attendance');
    expect(runs(desk).slice(3)).toEqual(['4.1 5', '6.1 0', '7.1 10', '8.1 0…']);
  });

  it('runs 10 instead of 9 for an escalated case, and 9 and 11 after the reply', () => {
    const desk = new Desk().do('register').do('submit').do('start-review').do('review').do('call');
    desk
      .do('record-attendance')
      .do('analyse', unsolved)
      .wait(4)
      .do('escalate')
      .wait(1)
      .do('archive');
    desk.wait(60).do('receive-reply').wait(7).do('answer').wait(2).do('archive');
    expect(runs(desk).slice(-5)).toEqual(['8.1 0', '10.1 4', '11.1 1', '9.1 7', '11.2 2']);
  });

  it('ends what runs when the case is cancelled', () => {
    const desk = new Desk().do('register').wait(3).do('cancel').wait(60);
    expect(runs(desk)).toEqual(['1.1 0', '2.1 0', '3.1 3']);
  });

  it('pauses outside service hours, and warns before a limit is reached', () => {
    const desk = new Desk().at('2026-06-01T11:57:00+07:00').do('register').wait(64);
    const clock = clocks(desk.events, desk.profile, desk.now).at(-1);
    expect(clock).toMatchObject({
      step: 3,
      actor: 'penggunaSpse',
      minutes: 4,
      pausedMinutes: 60,
      limit: 5,
      share: 0.8,
      overrun: 0,
    });
  });

  it('measures a wait for which the SOP has no limit', () => {
    const desk = new Desk().do('register').do('submit').do('start-review').do('review').wait(50);
    const clock = clocks(desk.events, desk.profile, desk.now).at(-1);
    expect(clock).toMatchObject({ step: 7, minutes: 50, limit: null, share: 0, overrun: 0 });
  });

  it('makes no step shorter than nothing for a clock that runs behind', () => {
    const desk = new Desk().do('register').wait(-30);
    expect(runs(desk).at(-1)).toBe('3.1 0…');
  });

  it('has nothing to say of an empty log', () => {
    const { profile, now } = new Desk();
    expect(clocks([], profile, now)).toEqual([]);
    expect(deviations([], profile, now)).toEqual([]);
  });
});

describe('deviations', () => {
  it('are none within the limits', () => {
    const desk = new Desk()
      .do('register')
      .wait(5)
      .do('submit')
      .do('start-review')
      .wait(5)
      .do('review');
    expect(departures(desk)).toEqual([]);
  });

  it('name step, run, actor and how far, also while the step still runs', () => {
    const desk = new Desk().do('register').wait(7).do('submit').do('start-review').wait(6);
    expect(deviations(desk.events, desk.profile, desk.now)).toEqual([
      { step: 3, run: 1, actor: 'penggunaSpse', jenis: 'waktu', overrun: 2, hal: '' },
      { step: 4, run: 1, actor: 'bidangLayananDanDukungan', jenis: 'waktu', overrun: 1, hal: '' },
    ]);
  });

  it('are accounted for by an officer, each run by itself, the last word counting', () => {
    const desk = new Desk().do('register').wait(7).do('submit').do('start-review');
    desk.do('review', incomplete('/uraian')).do('return').wait(9).do('submit');
    const about = { langkah: 3, putaran: 2, jenis: 'waktu' };
    desk.do('explain-deviation', { ...about, alasan: 'Listrik padam.' });
    desk.do('explain-deviation', { ...about, alasan: 'Listrik padam satu jam.' });
    const reasons = deviations(desk.events, desk.profile, desk.now).map(({ alasan }) => alasan);
    expect(reasons).toEqual([undefined, 'Listrik padam satu jam.']);
  });

  it('name a form found complete against the findings, with the reason given then', () => {
    const desk = new Desk().do('register').do('submit', { nama: 'Contoh: Rina' }, reception);
    const items = ['identitas', 'uraian'].map((butir) => ({ butir, terpenuhi: true }));
    desk.do('start-review');
    desk.do('review', { hasil: 'lengkap', daftarPeriksa: items, alasan: 'Dijelaskan lisan.' });
    expect(departures(desk)).toEqual(['4.1 perlengkapan isianLengkap']);
    expect(deviations(desk.events, desk.profile, desk.now)[0]?.alasan).toBe('Dijelaskan lisan.');
    const about = { langkah: 4, putaran: 1, jenis: 'perlengkapan' };
    desk.do('explain-deviation', { ...about, alasan: 'Pengguna tidak dapat menulis.' });
    expect(deviations(desk.events, desk.profile, desk.now)[0]?.alasan).toBe(
      'Pengguna tidak dapat menulis.',
    );
  });

  it('name an escalation without a number and a copy that was refused', () => {
    const desk = atAnalysis().do('analyse', unsolved);
    desk.do('escalate', { tujuan: 'lkpp', kanal: 'email', ringkasan: 'Gagal unggah.' });
    desk.do('archive', { salinan: { cara: 'ditolak' }, arsip: { bentuk: 'elektronik' } });
    expect(departures(desk)).toEqual(['10.1 output nomorLuar', '11.1 output salinan']);
  });

  it('name initials on a paper that was not archived', () => {
    const desk = atAnalysis().do('analyse');
    const data = dataFor(desk, 'answer');
    desk.do('answer', { ...data, paraf: { ...(data['paraf'] as JsonObject), cara: 'kertas' } });
    desk.do('archive', { salinan: { cara: 'cetak' }, arsip: { bentuk: 'elektronik' } });
    expect(departures(desk)).toEqual(['11.1 perlengkapan lembarBerparaf']);
  });
});

function atAnalysis(): Desk {
  const desk = new Desk().do('register').do('submit', undefined, user).do('start-review');
  return desk.do('review').do('call').do('record-attendance');
}
