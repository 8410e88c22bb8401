import { commandsIn, type CommandType } from '@lpse-konsultasi/form-schema';
import {
  analysis,
  archiving,
  call,
  completeReview,
  consultationForm,
} from '../../samples/values.js';
import { check, equal } from '../assert.js';
import { checkChain, coreStates, isProblem, type Cases, type WireSite } from './site.js';

/** Data that is right for each command, as far as its form goes. */
function dataFor(type: CommandType, site: WireSite) {
  const { profile } = site.target;
  const data: { readonly [type in CommandType]?: object } = {
    submit: consultationForm(),
    review: completeReview(profile),
    call: call(undefined),
    'record-attendance': { hasil: 'hadir' },
    analyse: analysis(),
    archive: archiving(profile, 'Rina Wulandari (contoh)'),
  };
  return data[type] ?? {};
}

const tried = [
  ...['submit', 'start-review', 'review', 'return', 'call', 'record-attendance', 'requeue'],
  ...['analyse', 'archive'],
] as readonly CommandType[];

export const order: Cases = Object.fromEntries(
  coreStates.flatMap((state) =>
    tried
      .filter((type) => !commandsIn(state as never).includes(type))
      .map((type) => [
        `refuses ${type} of a case that is ${state}, and changes nothing`,
        async (site: WireSite): Promise<void> => {
          const visit = await site.bring(state);
          const before = await site.read(visit);
          equal(before.consultation.state, state, 'the state');
          const reply = await site.command(visit.id, type, dataFor(type, site));
          isProblem(reply, 409, 'LPSE_WORKFLOW_OUT_OF_ORDER');
          equal((await site.read(visit)).events, before.events, 'the log');
        },
      ]),
  ),
);

export const procedure: Cases = {
  'takes a case from the guest book to the archive': async (site) => {
    const visit = await site.bring('archived');
    const { consultation, events } = await site.read({ id: visit.id });
    equal(consultation.state, 'archived', 'the state');
    // Of what they may not see, a visitor's copy keeps at least the hashes: check codes and access codes are made of them.
    const theirs = await site.read(visit);
    const hashes = (log: typeof events): readonly string[] => log.map(({ hash }) => hash);
    equal(hashes(theirs.events), hashes(events), 'the hashes of the log that a visitor reads');
    equal([...new Set(events.map(({ step }) => step))], [1, 2, 3, 4, 6, 7, 8, 9, 11], 'the steps');
    checkChain(events);
  },
  'hands an incomplete form back, and takes the correction': async (site) => {
    const { id, token } = await site.bring('incomplete');
    await site.do(id, 'return');
    const corrected = consultationForm({ uraian: 'Saya ingin mengikuti tender konstruksi.' });
    await site.do(id, 'submit', corrected, token);
    const { consultation, events } = await site.read({ id });
    equal([consultation.state, consultation.putaran], ['submitted', 2], 'state and round');
    checkChain(events);
  },
  'puts someone who did not come back into the queue': async (site) => {
    const { id } = await site.bring('no-show');
    await site.do(id, 'requeue');
    equal((await site.read({ id })).consultation.state, 'queued', 'the state');
  },
  'lets the user cancel before the analysis': async (site) => {
    const visit = await site.bring('cancelled');
    equal((await site.read(visit)).consultation.state, 'cancelled', 'the state');
  },
  'issues a ticket and a queue number of its own': async (site) => {
    const [one, two] = [await site.bring('queued'), await site.bring('queued')];
    const [first, second] = [await site.read(one), await site.read(two)];
    check(first.consultation.tiket !== second.consultation.tiket, 'two tickets');
    check(first.consultation.nomorAntrean !== second.consultation.nomorAntrean, 'two numbers');
  },
  'records who gave each command': async (site) => {
    const { events } = await site.read(await site.bring('reviewing'));
    equal(events[0]?.actor, { id: 'user', role: 'user', name: '' }, 'the visitor');
    equal(events.at(-1)?.actor.id, (await site.officer()).id, 'the officer');
  },
  'answers with exactly the events that the command made': async (site) => {
    const { id, token } = await site.register();
    const { json } = await site.do(id, 'submit', consultationForm(), token);
    const { events } = await site.read({ id });
    const made = json['events'] as unknown[];
    equal(made, events.slice(-made.length), 'the events');
  },
  'refuses initials that are bound to another text': async (site) => {
    const { id } = await site.bring('answering');
    const { id: petugasId, name } = await site.officer();
    const reply = await site.command(id, 'answer', {
      jawaban: 'Silakan mendaftar sebagai penyedia melalui akun yang tersedia.',
      paraf: {
        ...{ petugasId, namaPetugas: name, jabatan: 'Petugas layanan', cara: 'diketik' },
        ...{ inisial: 'BN', waktu: new Date().toISOString(), hashIsi: '0'.repeat(64) },
      },
    });
    isProblem(reply, 422, 'LPSE_INITIALS_MISMATCH');
  },
  'refuses what the public may not do': async (site) => {
    const { id, token } = await site.bring('submitted');
    isProblem(
      await site.command(id, 'start-review', {}, { token }),
      403,
      'LPSE_WORKFLOW_ROLE_FORBIDDEN',
    );
  },
  'names the fields of an invalid form': async (site) => {
    const { id, token } = await site.register();
    const reply = await site.command(
      id,
      'submit',
      { ...consultationForm(), judul: 'x' },
      { token },
    );
    isProblem(reply, 422, 'LPSE_FORM_INVALID');
    const problems = reply.json['problems'] as readonly { readonly pointer: string }[];
    check(
      problems.some(({ pointer }) => pointer === '/judul'),
      'the field is named',
    );
  },
};
