import { afterEach, expect, it } from 'vitest';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import { verifyLog } from '@lpse-konsultasi/form-schema';
import { openOffice, type Office } from '../testing/client.js';
import { onEachEngine } from '../testing/engines.js';

const { consultationForm, guestBook } = sampleValues;

onEachEngine('the store', (engine) => {
  let office: Office;
  const open = async (): Promise<Office> => (office = await openOffice(engine()));
  afterEach(() => office.app.close());

  it('carries a case from the guest book into the queue', async () => {
    const { visitor, staff } = await open();
    const [user, officer] = [visitor(), await staff('officer')];
    const registered = await user.command('c-1', 'register', guestBook());
    expect(registered.json()).toMatchObject({ consultation: { state: 'draft', version: 2 } });
    expect(registered.statusCode).toBe(200);
    expect(registered.headers.etag).toBe('"2"');
    const submitted = await user.command('c-1', 'submit', consultationForm(), { ifMatch: '"2"' });
    expect(submitted.statusCode).toBe(200);
    const page = await officer.ask('POST', '/consultations/search', { payload: {} });
    expect(page.json().items).toMatchObject([{ id: 'c-1', state: 'submitted' }]);
    const read = await officer.ask('GET', '/consultations/c-1');
    expect(verifyLog(read.json().events)).toEqual({ ok: true });
  });

  it('makes one effect of the same key a hundred times at once', async () => {
    const { visitor, staff } = await open();
    const user = visitor();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => user.command('c-1', 'register', guestBook(), { key: 'k' })),
    );
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    const officer = await staff('officer');
    expect((await officer.ask('GET', '/consultations/c-1')).json().events).toHaveLength(2);
  });

  it('issues each number once and leaves none out, whoever comes at the same time', async () => {
    const { visitor } = await open();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        visitor().command(`c-${index}`, 'register', guestBook()),
      ),
    );
    const tickets = answers.map((answer) => Number(answer.json().consultation.tiket.split('-')[2]));
    expect(tickets.sort((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
  });

  it('refuses to change or to remove what was recorded', async () => {
    const { visitor, id } = await open();
    await visitor().command('c-1', 'register', guestBook());
    const { database } = engine();
    for (const sql of [
      `update events set body = '{}' where office_id = $1`,
      `delete from events where office_id = $1`,
    ])
      await expect(database.query(sql, [id])).rejects.toThrow(/append-only/);
    await expect(database.exec('truncate events')).rejects.toThrow(/append-only/);
  });

  it('refuses an event that does not continue its log', async () => {
    const { visitor, id } = await open();
    await visitor().command('c-1', 'register', guestBook());
    await expect(
      engine().database.query(
        `insert into events (office_id, case_id, seq, type, at, hash, prev_hash, body)
         values ($1, 'c-1', 3, 'cancelled', '', '', $2, '{}')`,
        [id, '0'.repeat(64)],
      ),
    ).rejects.toThrow(/does not continue/);
  });
});
