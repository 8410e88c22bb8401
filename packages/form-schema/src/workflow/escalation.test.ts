import { describe, expect, it } from 'vitest';
import { clocks, deviations } from '../clocks/clocks.js';
import { escalationWait } from '../clocks/escalation-wait.js';
import type { Actor } from './actor.js';
import { allowedCommands } from './admission.js';
import { initialsValid } from './digest.js';
import { escalationStatus, externalNumber } from './escalation-status.js';
import type { ConsultationEvent } from './events.js';
import { seal, verifyLog } from './log.js';
import type { Happening } from './log.js';
import { coordinator, deskIn, officer, reception, user, viewer } from './testing/desk.js';
import type { Desk } from './testing/desk.js';
import { replay } from './evolve.js';

const awaiting = { tujuan: 'lkpp', kanal: 'tts', ringkasan: 'Gagal unggah.' };
const OUT = 'LPSE_WORKFLOW_OUT_OF_ORDER';

function sent(): Desk {
  return deskIn('escalating').do('escalate', awaiting);
}

describe('the number of the other side', () => {
  it('can come later, once, and stays beside what was recorded then', () => {
    const desk = sent().do('archive').wait(600).do('record-number');
    expect(desk.state).toBe('archived');
    expect(desk.case.eskalasi).toEqual(awaiting);
    expect(externalNumber(desk.case)).toBe('TTS-8');
    expect(desk.case.nomorEskalasi).toMatchObject({ by: officer, at: desk.now });
    expect(desk.give('record-number', { nomorLuar: 'TTS-9' })).toBe(OUT);
    expect(verifyLog(desk.events)).toEqual({ ok: true });
  });

  it('is not asked for again where it was there at once', () => {
    const desk = deskIn('escalating').do('escalate');
    expect(allowedCommands(desk.case, officer, desk.profile)).not.toContain('record-number');
    expect(desk.give('record-number', { nomorLuar: 'TTS-9' })).toBe(OUT);
  });

  it('does not undo the deviation that it was missing when the escalation was sent', () => {
    const desk = sent().do('record-number').do('archive');
    expect(deviations(desk.events, desk.profile, desk.now).map(({ hal }) => hal)).toContain(
      'nomorLuar',
    );
  });
});

describe('taking an escalation back', () => {
  it('brings what was not sent yet back to the analysis', () => {
    const desk = deskIn('escalating').do('revoke-escalation');
    expect(desk.state).toBe('analysing');
    expect(desk.case.revocations).toHaveLength(1);
    expect(desk.case.revocations[0]).not.toHaveProperty('eskalasi');
    desk.do('analyse').do('answer').do('archive');
    expect(initialsValid(desk.case, 0)).toBe(true);
    expect(verifyLog(desk.events)).toEqual({ ok: true });
  });

  it('keeps what had been sent in the record, and takes it off the sheet', () => {
    const desk = sent().do('record-number').do('revoke-escalation');
    expect(desk.case.revocations[0]).toMatchObject({
      alasan: 'Solusi ditemukan di sini.',
      setelahArsip: false,
      eskalasi: awaiting,
    });
    expect(desk.case.eskalasi).toBeUndefined();
    expect(externalNumber(desk.case)).toBeUndefined();
    expect(escalationStatus(desk.case)).toBe('none');
  });

  it('lets the case be escalated a second time', () => {
    const desk = sent().do('revoke-escalation');
    desk.do('analyse', { informasiTambahan: 'Ternyata di pusat.', solusiDitemukan: false });
    desk.do('escalate').do('archive').do('receive-reply').do('answer').do('archive');
    expect(escalationStatus(desk.case)).toBe('replied');
    expect(initialsValid(desk.case, 0)).toBe(true);
  });

  it('follows what was archived with an answer, and leaves the archived part as it was', () => {
    const desk = sent().do('archive');
    const { eskalasi, analisis } = desk.case;
    desk.do('revoke-escalation');
    expect(desk.state).toBe('follow-up');
    expect(escalationStatus(desk.case)).toBe('revoked');
    desk.do('answer').do('archive');
    expect(desk.case.eskalasi).toBe(eskalasi);
    expect(desk.case.analisis).toBe(analisis);
    expect(desk.case.archives).toHaveLength(2);
    expect(initialsValid(desk.case, 0)).toBe(true);
    for (const type of ['receive-reply', 'record-number', 'revoke-escalation'] as const)
      expect(allowedCommands(desk.case, officer, desk.profile), type).not.toContain(type);
  });

  it('is too late once there was a reply, and means nothing without an escalation', () => {
    const replied = sent().do('archive').do('receive-reply').do('answer');
    expect(replied.give('revoke-escalation', { alasan: 'Terlambat.' })).toBe(OUT);
    replied.do('archive');
    expect(replied.give('revoke-escalation', { alasan: 'Terlambat.' })).toBe(OUT);
    expect(deskIn('handing-over').give('revoke-escalation', { alasan: 'Tidak ada.' })).toBe(OUT);
  });

  it('needs a reason', () => {
    expect(sent().give('revoke-escalation', {})).toBe('LPSE_FORM_INVALID');
    expect(sent().give('revoke-escalation', { alasan: '  ' })).toBe('LPSE_FORM_INVALID');
  });

  it('ends the step that ran, and begins the one that it goes back to', () => {
    const steps = (desk: Desk) =>
      clocks(desk.events, desk.profile, desk.now)
        .filter(({ step }) => step >= 8)
        .map(({ step, run, endedAt }) => `${step}.${run} ${endedAt ? 'ended' : 'runs'}`);
    expect(steps(deskIn('escalating').do('revoke-escalation'))).toEqual([
      '8.1 ended',
      '10.1 ended',
      '8.2 runs',
    ]);
    expect(steps(sent().do('revoke-escalation'))).toEqual([
      '8.1 ended',
      '10.1 ended',
      '11.1 ended',
      '8.2 runs',
    ]);
    expect(steps(sent().do('archive').do('revoke-escalation')).at(-1)).toBe('9.1 runs');
  });
});

describe('asking the other side how it is going', () => {
  it('is recorded with who asked, when and by which channel, as often as it is done', () => {
    const desk = sent().do('remind').do('archive').wait(60);
    desk.do('remind', { kanal: 'email' });
    expect(desk.state).toBe('archived');
    expect(desk.case.reminders).toMatchObject([
      { kanal: 'tts', catatan: 'Diminta menunggu.', by: officer },
      { kanal: 'email', at: desk.now },
    ]);
    expect(desk.events.at(-1)).toMatchObject({ type: 'reminded', step: 10, actor: officer });
    expect(verifyLog(desk.events)).toEqual({ ok: true });
  });

  it('takes no channel that the office has not got, and none that is missing', () => {
    expect(sent().give('remind', { kanal: 'callCenter' })).toBe('LPSE_FORM_INVALID');
    expect(sent().give('remind', { catatan: 'Lewat mana?' })).toBe('LPSE_FORM_INVALID');
  });

  it('is for officers and coordinators, not for reception or the user', () => {
    const may = (actor: Actor) => allowedCommands(sent().case, actor, sent().profile);
    for (const actor of [officer, coordinator]) expect(may(actor)).toContain('remind');
    for (const actor of [user, reception, viewer]) expect(may(actor)).not.toContain('remind');
  });

  it('is over with the reply and the revocation, which takes the reminders off the case', () => {
    expect(sent().do('archive').do('receive-reply').give('remind', { kanal: 'tts' })).toBe(OUT);
    const revoked = sent().do('remind').do('revoke-escalation');
    expect(revoked.give('remind', { kanal: 'tts' })).toBe(OUT);
    expect(revoked.case.reminders).toEqual([]);
    expect(deskIn('handing-over').give('remind', { kanal: 'tts' })).toBe(OUT);
  });
});

describe('a log that says what cannot have happened to an escalation', () => {
  const forge = (desk: Desk, happening: Happening): readonly ConsultationEvent[] => [
    ...desk.events,
    ...seal(replay(desk.events), { id: 'k-1', at: desk.now, actor: officer }, [happening]),
  ];
  const revoke = (setelahArsip: boolean): Happening => ({
    type: 'escalation-revoked',
    data: { alasan: 'Palsu.', setelahArsip },
  });
  const reply: Happening = { type: 'reply-received', data: { balasan: {} } };
  const reminder: Happening = { type: 'reminded', data: { kanal: 'tts' } };
  const number: Happening = { type: 'number-recorded', data: { nomorLuar: 'X' } };

  it.each([
    ['takes back what was answered', deskIn('handing-over'), revoke(false)],
    ['takes back before the archive what is archived', sent().do('archive'), revoke(false)],
    ['takes back as archived what is not', sent(), revoke(true)],
    ['records a second number', sent().do('record-number'), number],
    ['records a reply to what was answered', deskIn('archived'), reply],
    ['asks about what was never sent', deskIn('handing-over'), reminder],
  ])('is found out: it %s', (_title, desk, happening) => {
    const events = forge(desk, happening);
    expect(verifyLog(events)).toEqual({ ok: false, seq: events.length, reason: 'order' });
  });

  it('is found out without an exception when the entry has no data', () => {
    const bare = { type: 'escalation-revoked', data: null } as unknown as Happening;
    expect(verifyLog(forge(sent(), bare)).ok).toBe(false);
  });
});

describe('the wait for the other side', () => {
  it('counts the days on which the office is open, and reminds when they are used up', () => {
    // Friday 5 June 2026, 10:00 WIB.
    const desk = deskIn('escalating').at('2026-06-05T03:00:00Z').do('escalate', awaiting);
    desk.do('archive');
    const wait = (at: string) => escalationWait(desk.case, desk.profile, at);
    expect(wait('2026-06-05T07:00:00Z')).toEqual({
      since: '2026-06-05T03:00:00.000Z',
      days: 0,
      isDue: false,
    });
    expect(wait('2026-06-08T01:00:00Z')).toMatchObject({ days: 1, isDue: false });
    expect(wait('2026-06-10T01:00:00Z')).toMatchObject({ days: 3, isDue: true });
  });

  it('begins to count anew for the next reminder when the other side was asked', () => {
    const desk = deskIn('escalating').at('2026-06-05T03:00:00Z').do('escalate', awaiting);
    desk.do('archive').at('2026-06-10T02:00:00Z').do('remind');
    const wait = (at: string) => escalationWait(desk.case, desk.profile, at);
    const remindedAt = '2026-06-10T02:00:00.000Z';
    expect(wait('2026-06-10T03:00:00Z')).toMatchObject({ days: 3, remindedAt, isDue: false });
    expect(wait('2026-06-15T03:00:00Z')).toMatchObject({ days: 6, remindedAt, isDue: true });
  });

  it('leaves holidays out, and reminds of nothing where the office does not ask for it', () => {
    const { reminderDays: _, ...escalation } = sent().profile.escalation;
    const desk = deskIn('escalating').at('2026-08-14T03:00:00Z').do('escalate', awaiting);
    const office = { ...desk.profile, escalation };
    // The 17th is a holiday.
    expect(escalationWait(desk.case, office, '2026-08-18T03:00:00Z')).toMatchObject({
      days: 1,
      isDue: false,
    });
  });

  it('ends with the reply, and with the revocation', () => {
    const { profile, now } = sent();
    expect(escalationWait(deskIn('follow-up').case, profile, now)).toBeUndefined();
    expect(escalationWait(sent().do('revoke-escalation').case, profile, now)).toBeUndefined();
    expect(
      escalationWait(sent().do('archive').do('revoke-escalation').case, profile, now),
    ).toBeUndefined();
    expect(escalationWait(deskIn('archived').case, profile, now)).toBeUndefined();
  });
});
