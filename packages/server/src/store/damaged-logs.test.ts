import { EventEmitter, once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import { openOffice, type Office } from '../testing/client.js';
import { changeLog, damageLog } from '../testing/damage.js';
import { onEachEngine } from '../testing/engines.js';
import { checkLogs } from './check-logs.js';

const { guestBook, consultationForm } = sampleValues;

onEachEngine('a log that somebody has changed', (engine) => {
  let office: Office;
  const never = Number.MAX_SAFE_INTEGER;
  /** The first look through the logs is over before there are any. */
  const open = async (inspectEvery = never): Promise<Office> => {
    office = await openOffice(engine(), { inspectEvery });
    return office;
  };
  afterEach(() => office.app.close());

  const submitted = async (id: string): Promise<void> => {
    const user = office.visitor();
    await user.command(id, 'register', guestBook());
    await user.command(id, 'submit', consultationForm());
  };
  const damagedIn = async (): Promise<unknown> => {
    const officer = await office.staff('officer');
    return (await officer.ask('POST', '/consultations/search', { payload: {} })).json().damaged;
  };
  const found = (): Promise<unknown> => {
    const events = new EventEmitter();
    office.app.lpse.damaged.onFound((of) => events.emit('found', of));
    return once(events, 'found');
  };

  it('is answered as a conflict that is not tried again, to those alone who may see the case', async () => {
    await open();
    await submitted('c-1');
    await damageLog(engine().database, office.id, 'c-1');
    const officer = await office.staff('officer');
    for (const answer of [
      await officer.ask('GET', '/consultations/c-1'),
      await officer.command('c-1', 'start-review', {}),
    ]) {
      expect(answer.statusCode).toBe(409);
      expect(answer.headers['retry-after']).toBeUndefined();
      expect(answer.json()).toMatchObject({ code: 'LPSE_STORAGE_CORRUPT', params: {} });
    }
    const stranger = await office.visitor().ask('GET', '/consultations/c-1');
    expect([stranger.statusCode, stranger.json().code]).toEqual([404, 'LPSE_CONSULTATION_UNKNOWN']);
  });

  it('is counted from when it was refused, once, and does not count at another office', async () => {
    await open();
    await submitted('c-1');
    await damageLog(engine().database, office.id, 'c-1');
    expect(await damagedIn()).toBeUndefined();
    const officer = await office.staff('officer');
    await officer.ask('GET', '/consultations/c-1');
    await officer.ask('GET', '/consultations/c-1');
    expect(await damagedIn()).toBe(1);
    const [own, ownApp] = [office.id, office.app];
    await open();
    expect(await damagedIn()).toBeUndefined();
    expect(office.id).not.toBe(own);
    await ownApp.close();
  });

  it('is found in the background among many, and is told as a change of its case', async () => {
    await open(20);
    for (let index = 0; index < 45; index += 1)
      await office.visitor().command(`c-${index + 10}`, 'register', guestBook());
    const told = new EventEmitter();
    office.app.lpse.hub.watch((changes) =>
      changes.filter(({ damaged }) => damaged).forEach((change) => told.emit('damaged', change)),
    );
    const isTold = once(told, 'damaged');
    await damageLog(engine().database, office.id, 'c-54');
    expect(await isTold).toMatchObject([{ office: office.id, id: 'c-54', version: 2 }]);
    expect(await damagedIn()).toBe(1);
  });

  it('is forgotten when a later look finds it whole', async () => {
    await open(20);
    await submitted('c-1');
    const isFound = found();
    await damageLog(engine().database, office.id, 'c-1');
    await isFound;
    const { damaged } = office.app.lpse;
    await changeLog(
      engine().database,
      `update events set body = replace(body, 'Orang lain, ', '') where office_id = $1 and case_id = $2`,
      [office.id, 'c-1'],
    );
    while ((await damaged.count(office.id)) > 0) await new Promise(setImmediate);
    expect(await damagedIn()).toBeUndefined();
  });

  it('has lost its end when its row knows of more', async () => {
    await open();
    await submitted('c-1');
    await submitted('c-2');
    await changeLog(
      engine().database,
      `delete from events where office_id = $1 and case_id = $2 and seq = 3`,
      [office.id, 'c-2'],
    );
    expect(await checkLogs(engine().database, office.id, '', 10)).toEqual([
      { id: 'c-1' },
      { id: 'c-2', damage: { kind: 'cut' } },
    ]);
  });
});
