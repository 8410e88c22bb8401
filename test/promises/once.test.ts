import { randomUUID } from 'node:crypto';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import { expect, it } from 'vitest';
import { openOffice, type Person } from '../../packages/server/src/testing/client.js';
import { onEachEngine } from '../../packages/server/src/testing/engines.js';
import { findHalves, verifyAll } from './support/invariants.js';
import { isLate, patience, quantile, randomFrom, scale, seed, tell } from './support/scale.js';

const { guestBook, consultationForm } = sampleValues;

onEachEngine('at the same time', (engine, name) => {
  const rounds = scale('ONCE_ROUNDS', 1, 200);

  it(
    `one key, 100 times: one effect and one answer, ${rounds} rounds`,
    async () => {
      const office = await openOffice(engine());
      const officer = await office.staff('officer');
      let done = 0;
      while (done < rounds && !(done > 0 && isLate())) {
        done += 1;
        const user = office.visitor();
        const id = randomUUID();
        const commands = [
          ['register', guestBook(), 2],
          ['submit', consultationForm(), 3],
        ] as const;
        // In turn a case that does not exist yet and one that does: their locks differ.
        for (const [type, data, version] of commands) {
          const key = randomUUID();
          const answers = await Promise.all(
            Array.from({ length: 100 }, () => user.command(id, type, data, { key })),
          );
          const where = `round ${done}, ${type}`;
          expect(new Set(answers.map(({ statusCode }) => statusCode)), where).toEqual(
            new Set([200]),
          );
          expect(new Set(answers.map(({ body }) => body)).size, where).toBe(1);
          const first = answers.filter((each) => each.headers['idempotency-replayed'] !== 'true');
          expect(first, where).toHaveLength(1);
          const read = await officer.ask('GET', `/consultations/${id}`);
          expect(read.json().events, where).toHaveLength(version);
          const other = await user.command(id, type, { ...data, nama: 'Lain (contoh)' }, { key });
          expect(other.statusCode, where).toBe(422);
        }
      }
      expect(await findHalves(engine().database, office.id)).toEqual({});
      tell(`one key 100 times at once on ${name}`, {
        rounds: done,
        requests: done * 200,
        'second effects': 0,
        'other answers': 0,
      });
      await office.app.close();
    },
    patience(120_000),
  );

  const edits = scale('EDITS', 40, 10_000);

  it(
    `${edits} edits of the same cases by people who do not know of each other: none is lost`,
    async () => {
      const office = await openOffice(engine());
      const coordinators = await Promise.all(
        Array.from({ length: 4 }, () => office.staff('coordinator')),
      );
      const random = randomFrom(seed);
      let acknowledged = 0;
      let conflicts = 0;
      let cases = 0;
      const waits: number[] = [];
      while (acknowledged < edits && !(acknowledged > 0 && isLate())) {
        const id = randomUUID();
        cases += 1;
        const user = office.visitor();
        await user.command(id, 'register', guestBook());
        await user.command(id, 'submit', consultationForm());
        const kept = new Map<number, string>();
        const want = Math.min(25, edits - acknowledged);
        // Who takes a review over has read it first; of two who have read the same, one is told so.
        const edit = async (coordinator: Person): Promise<void> => {
          while (kept.size < want) {
            const read = await coordinator.ask('GET', `/consultations/${id}`);
            const ifMatch = String(read.headers.etag);
            const began = performance.now();
            const answer = await coordinator.command(id, 'start-review', {}, { ifMatch });
            waits.push(performance.now() - began);
            if (answer.statusCode === 412) conflicts += 1;
            else if (answer.statusCode === 200)
              for (const { seq, hash } of answer.json().events) {
                expect(kept.has(seq), `event ${seq} was acknowledged twice`).toBe(false);
                kept.set(seq, hash);
              }
            // Whoever has the review cannot take it from themselves.
            else expect(answer.json().code, answer.body).toBe('LPSE_WORKFLOW_OUT_OF_ORDER');
            if (random() < 0.2) await new Promise(setImmediate);
          }
        };
        await Promise.all(coordinators.map(edit));
        const log = (await user.ask('GET', `/consultations/${id}`)).json().events as {
          readonly seq: number;
          readonly hash: string;
        }[];
        const written = log.slice(3).map(({ seq, hash }) => [seq, hash]);
        expect([...kept].sort(([one], [two]) => one - two)).toEqual(written);
        acknowledged += kept.size;
      }
      const { damaged } = await verifyAll(engine().database, office.id);
      expect(damaged).toBe(0);
      expect(await findHalves(engine().database, office.id)).toEqual({});
      // A few edits may happen to come one after the other.
      if (edits >= 1_000) expect(conflicts).toBeGreaterThan(0);
      tell(`concurrent edits on ${name}`, {
        acknowledged,
        lost: 0,
        'conflicts that were told (412)': conflicts,
        cases,
        'p95 ms': quantile(waits, 0.95),
      });
      await office.app.close();
    },
    patience(120_000),
  );
});
