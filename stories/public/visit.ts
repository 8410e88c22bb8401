import { createMemoryBackend, createMemoryMemo } from '@lpse-konsultasi/client/memory';
import { sampleCase, samplePeople } from '@lpse-konsultasi/client/samples';
import { loadShipped, type Actor, type State } from '@lpse-konsultasi/form-schema';
import { clock, now } from '../scene.js';

/** A visitor's moment: the state of the case, none for someone who has just come, or a form that came back. */
export type Moment = State | 'sent-back' | '';

/** What an element of the public page needs for a visitor at that moment, over a desk of its own in memory. */
export async function visit(moment: Moment) {
  const profile = await loadShipped('batang', 'id');
  let actor: Actor = samplePeople.user;
  const backend = createMemoryBackend({ profile, actor: () => actor, now: clock.now });
  const memo = createMemoryMemo();
  if (moment === '') return { backend, memo, clock };

  const state = moment === 'sent-back' ? 'incomplete' : moment;
  const { consultation, events } = sampleCase(state, { profile, now });
  await backend.importLog(events);
  await memo.set(`case/${profile.id}`, consultation.id);
  if (moment === 'sent-back') {
    actor = samplePeople.secondOfficer;
    const command = { type: 'return', consultationId: consultation.id, data: {} } as const;
    await backend.execute(command, { key: 'story' });
    actor = samplePeople.user;
  }
  return { backend, memo, clock, consultationId: consultation.id };
}

export type Visit = Awaited<ReturnType<typeof visit>>;
