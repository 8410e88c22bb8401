import { replay, verifyLog } from '@lpse-konsultasi/form-schema';
import { samplePeople } from '../../samples/people.js';
import {
  analysis,
  call,
  completeReview,
  consultationForm,
  guestBook,
} from '../../samples/values.js';
import { check, equal, refusedWith, succeeded } from '../assert.js';
import type { ConformanceDesk } from '../desk.js';
import type { Chapter } from './chapter.js';

const { user, viewer, coordinator } = samplePeople;

async function logOf(desk: ConformanceDesk, id: string) {
  const record = await (await desk.officer).read(id);
  check(record !== undefined, 'the case can be read');
  check(verifyLog(record.events).ok, 'the log verifies');
  equal(record.consultation, replay(record.events), 'the case as the fold of its log');
  return record.events;
}

export const procedure: Chapter = [
  {
    name: 'takes a case through all steps to the archive',
    async run(desk) {
      const id = await desk.analysing();
      await desk.do('analyse', id, analysis());
      await desk.answer(id);
      const { consultation } = await desk.archive(id);
      equal(consultation.state, 'archived', 'the state');
      const events = await logOf(desk, id);
      const steps = [...new Set(events.map(({ step }) => step))];
      equal(steps, [1, 2, 3, 4, 6, 7, 8, 9, 11], 'the steps of the log');
    },
  },
  {
    name: 'hands an incomplete form back and takes the correction',
    async run(desk) {
      const id = await desk.reviewing();
      await desk.findIncomplete(id, ['/uraian']);
      await desk.do('return', id);
      const corrected = consultationForm({ uraian: 'Saya ingin mengikuti tender konstruksi.' });
      const { consultation } = await desk.do('submit', id, corrected, user);
      equal(consultation.putaran, 2, 'the round');
      equal(consultation.submissions.length, 2, 'the number of submissions');
      const steps = [...new Set((await logOf(desk, id)).map(({ step }) => step))];
      check(steps.includes(5), 'the log has step 5');
    },
  },
  {
    name: 'escalates, archives, takes the reply and archives its answer',
    async run(desk) {
      const id = await desk.escalated();
      await desk.archive(id);
      await desk.receiveReply(id);
      await desk.answer(id);
      const { consultation } = await desk.archive(id);
      equal(consultation.state, 'archived', 'the state');
      equal(consultation.archives.length, 2, 'the number of archive entries');
      const steps = [...new Set((await logOf(desk, id)).map(({ step }) => step))];
      check(steps.includes(10), 'the log has step 10');
    },
  },
  {
    name: 'records the number of the other side when it comes later, and only once',
    async run(desk) {
      const id = await desk.escalatedWithoutNumber();
      await desk.archive(id);
      const number = { nomorLuar: 'CONTOH-000456' };
      const { consultation } = await desk.do('record-number', id, number);
      equal(consultation.state, 'archived', 'the state');
      equal(consultation.nomorEskalasi?.nomorLuar, number.nomorLuar, 'the number');
      refusedWith(await desk.give('record-number', id, number), 'LPSE_WORKFLOW_OUT_OF_ORDER');
      await logOf(desk, id);
    },
  },
  {
    name: 'records each time that the other side is asked about an escalation, until it replies',
    async run(desk) {
      const id = await desk.escalated();
      await desk.archive(id);
      const asked = { kanal: (await desk.officer).profile.escalation.kanal[0] ?? 'email' };
      await desk.do('remind', id, asked);
      const { consultation } = await desk.do('remind', id, {
        ...asked,
        catatan: 'Diminta menunggu.',
      });
      equal(consultation.state, 'archived', 'the state');
      equal(
        consultation.reminders.map(({ kanal, by }) => [kanal, by.id]),
        [asked.kanal, asked.kanal].map((kanal) => [kanal, samplePeople.officer.id]),
        'the reminders',
      );
      await desk.receiveReply(id);
      refusedWith(await desk.give('remind', id, asked), 'LPSE_WORKFLOW_OUT_OF_ORDER');
      await logOf(desk, id);
    },
  },
  {
    name: 'takes an escalation back before the copy is handed over, and analyses anew',
    async run(desk) {
      const id = await desk.escalated();
      const reason = { alasan: 'Solusi ditemukan dalam panduan.' };
      const { consultation } = await desk.do('revoke-escalation', id, reason);
      equal(consultation.state, 'analysing', 'the state');
      equal(consultation.eskalasi, undefined, 'the escalation on the sheet');
      equal(consultation.revocations.length, 1, 'the number of revocations');
      await desk.do('analyse', id, analysis());
      await desk.answer(id);
      await desk.archive(id);
      await logOf(desk, id);
    },
  },
  {
    name: 'takes an archived escalation back by an answer that follows it',
    async run(desk) {
      const id = await desk.escalated();
      const { consultation: archived } = await desk.archive(id);
      const reason = { alasan: 'Solusi ditemukan dalam panduan.' };
      const { consultation } = await desk.do('revoke-escalation', id, reason);
      equal(consultation.state, 'follow-up', 'the state');
      equal(consultation.eskalasi, archived.eskalasi, 'what was archived');
      await desk.answer(id);
      await desk.archive(id);
      const outcome = await desk.give('revoke-escalation', id, reason);
      refusedWith(outcome, 'LPSE_WORKFLOW_OUT_OF_ORDER');
      await logOf(desk, id);
    },
  },
  {
    name: 'puts someone who did not come back into the queue',
    async run(desk) {
      const id = await desk.queued();
      await desk.do('call', id, call(undefined));
      await desk.do('record-attendance', id, { hasil: 'tidakHadir' });
      const { consultation } = await desk.do('requeue', id);
      equal(consultation.state, 'queued', 'the state');
    },
  },
  {
    name: 'lets the user cancel before the analysis',
    async run(desk) {
      const id = await desk.submitted();
      const { consultation } = await desk.do('cancel', id, {}, user);
      equal(consultation.state, 'cancelled', 'the state');
    },
  },
  {
    name: 'answers a success with exactly the events that the command made',
    async run(desk) {
      const id = desk.fresh('case');
      const first = await desk.do('register', id, guestBook(), user);
      const second = await desk.do('submit', id, consultationForm(), user);
      equal([...first.events, ...second.events], await logOf(desk, id), 'the events');
      equal(second.consultation.version, second.events.at(-1)?.seq, 'the version');
    },
  },
  {
    name: 'records who gave each command',
    async run(desk) {
      const id = await desk.reviewing();
      const actors = (await logOf(desk, id)).map(({ actor }) => actor.id);
      equal(new Set(actors).size, 2, 'the number of people in the log');
      equal(actors.at(-1), samplePeople.officer.id, 'who took the review up');
    },
  },
  {
    name: 'refuses a command that is out of order and changes nothing',
    async run(desk) {
      const id = await desk.submitted();
      const before = await logOf(desk, id);
      refusedWith(await desk.give('call', id, call(undefined)), 'LPSE_WORKFLOW_OUT_OF_ORDER');
      equal(await logOf(desk, id), before, 'the log');
    },
  },
  {
    name: 'refuses what a role may not do',
    async run(desk) {
      const id = await desk.submitted();
      const outcome = await desk.give('start-review', id, {}, { by: viewer });
      refusedWith(outcome, 'LPSE_WORKFLOW_ROLE_FORBIDDEN');
    },
  },
  {
    name: 'refuses an invalid form and names its fields',
    async run(desk) {
      const id = await desk.register();
      const form = consultationForm({ judul: 'x' });
      const outcome = await desk.give('submit', id, form, { by: user });
      const { refusal } = refusedWith(outcome, 'LPSE_FORM_INVALID');
      equal(
        refusal.problems.map(({ pointer }) => pointer),
        ['/judul'],
        'the fields',
      );
    },
  },
  {
    name: 'refuses a command for a case that does not exist',
    async run(desk) {
      const outcome = await desk.give('start-review', 'nobody-knows-this', {});
      refusedWith(outcome, 'LPSE_CONSULTATION_UNKNOWN');
    },
  },
  {
    name: 'refuses to register a case twice',
    async run(desk) {
      const id = await desk.register();
      const outcome = await desk.give('register', id, guestBook());
      refusedWith(outcome, 'LPSE_WORKFLOW_ALREADY_REGISTERED');
    },
  },
  {
    name: 'sends one person to a counter at a time',
    async run(desk) {
      const first = await desk.queued();
      const second = await desk.queued();
      const counter = (await desk.officer).profile.office.loket[0];
      check(counter !== undefined, 'the profile has a counter');
      await desk.do('call', first, call(counter));
      refusedWith(await desk.give('call', second, call(counter)), 'LPSE_CALL_COUNTER_BUSY');
      await desk.do('record-attendance', first, { hasil: 'tidakHadir' });
      succeeded(await desk.give('call', second, call(counter)));
    },
  },
  {
    name: 'sends one of two people who are called at the same moment',
    async run(desk) {
      const ids = [await desk.queued(), await desk.queued()];
      const counter = (await desk.officer).profile.office.loket[0];
      const outcomes = await Promise.all(ids.map((id) => desk.give('call', id, call(counter))));
      equal(outcomes.filter(({ ok }) => ok).length, 1, 'the number of people at the counter');
    },
  },
  {
    name: 'gives every case a ticket and every accepted form a queue number of its own',
    async run(desk) {
      const ids = [];
      for (let i = 0; i < 3; i++) ids.push(await desk.queued());
      const cases = await Promise.all(ids.map((id) => desk.see(id)));
      equal(new Set(cases.map(({ tiket }) => tiket)).size, 3, 'the number of tickets');
      equal(new Set(cases.map(({ nomorAntrean }) => nomorAntrean)).size, 3, 'of queue numbers');
    },
  },
  {
    name: 'gives different tickets to cases that are registered at the same moment',
    async run(desk) {
      const ids = await Promise.all(Array.from({ length: 20 }, () => desk.register()));
      const cases = await Promise.all(ids.map((id) => desk.see(id)));
      equal(new Set(cases.map(({ tiket }) => tiket)).size, 20, 'the number of tickets');
    },
  },
  {
    name: 'uses no queue number up for a review that it refuses',
    async run(desk) {
      const { profile } = await desk.officer;
      const first = await desk.reviewing();
      const second = await desk.reviewing();
      const unfinished = completeReview(profile, { daftarPeriksa: [] });
      for (let i = 0; i < 3; i++) {
        refusedWith(await desk.give('review', second, unfinished), 'LPSE_REVIEW_UNFINISHED');
      }
      const one = await desk.do('review', first, completeReview(profile));
      const two = await desk.do('review', second, completeReview(profile));
      const numbers = [one, two].map(({ consultation }) =>
        Number(consultation.nomorAntrean?.match(/\d+$/)?.[0]),
      );
      equal(numbers[1], (numbers[0] ?? 0) + 1, 'the second queue number');
    },
  },
  {
    name: 'lets a coordinator take a review over',
    async run(desk) {
      const id = await desk.reviewing();
      const { consultation } = await desk.do('start-review', id, {}, coordinator);
      equal(consultation.reviewer?.id, coordinator.id, 'the reviewer');
    },
  },
];
