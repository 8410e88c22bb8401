import { expect, it } from 'vitest';
import { onEachEngine } from '../testing/engines.js';
import { codeOf } from './database.js';

onEachEngine('a transaction', (engine) => {
  const read = (name: string): Promise<readonly { readonly value: number }[]> =>
    engine().database.query('select value from sequences where office_id = $1 order by name', [
      name,
    ]);
  const insert = `insert into sequences (office_id, name, value) values ($1, $2, $3)`;

  it('carries out what was sent before what was asked, in its order, and with the commit', async () => {
    const seen = await engine().database.tx(async (tx) => {
      tx.send(insert, ['urut', 'a', 1]);
      tx.send(`update sequences set value = value + 1 where office_id = $1`, ['urut']);
      const [before, none] = await Promise.all([
        tx.query<{ value: number }>('select value from sequences where office_id = $1', ['urut']),
        tx.query('select value from sequences where office_id = $1', ['tidak ada']),
      ]);
      tx.send(`update sequences set value = value * 10 where office_id = $1`, ['urut']);
      return { before, none };
    });
    expect(seen).toEqual({ before: [{ value: 2 }], none: [] });
    expect(await read('urut')).toEqual([{ value: 20 }]);
  });

  it('gives back every kind of value', async () => {
    const [row] = await engine().database.tx((tx) =>
      tx.query(
        `select $1::text as t, $2::bigint as n, $3::boolean as b, $4::bytea as y, $5::text as z, $6::json as j`,
        ['é “x”', 9_007_199_254_740_991, true, Uint8Array.of(0, 255), null, '{"a":[1]}'],
      ),
    );
    expect({ ...row, y: [...(row?.['y'] as Uint8Array)] }).toEqual({
      ...{ t: 'é “x”', n: 9_007_199_254_740_991, b: true, y: [0, 255], z: null, j: { a: [1] } },
    });
  });

  it('writes nothing when something that was only sent has failed, and says what', async () => {
    const { database } = engine();
    const failing = database.tx(async (tx) => {
      tx.send(insert, ['gagal', 'a', 1]);
      tx.send(insert, ['gagal', 'a', 2]);
      // Never prepared on this connection: the engine skips it.
      tx.send(`update sequences set value = 7 where office_id = $1 and name = 'a'`, ['gagal']);
      await Promise.resolve();
    });
    const code = await failing.catch(codeOf);
    expect(code).toBe('23505');
    expect(await read('gagal')).toEqual([]);
    await database.tx(async (tx) => {
      tx.send(insert, ['gagal', 'a', 1]);
      tx.send(`update sequences set value = 7 where office_id = $1 and name = 'a'`, ['gagal']);
      await Promise.resolve();
    });
    expect(await read('gagal')).toEqual([{ value: 7 }]);
  });

  it('is not committed by who overlooks a failure', async () => {
    const overlooked = engine().database.tx(async (tx) => {
      tx.send(insert, ['luput', 'a', 1]);
      await tx.query('select 1 / $1::integer as never', [0]).catch(() => undefined);
      tx.send(insert, ['luput', 'b', 2]);
    });
    expect(await overlooked.catch(codeOf)).toBe('22012');
    expect(await read('luput')).toEqual([]);
  });

  it('takes everything back when its work fails, also what was not sent yet', async () => {
    const failing = engine().database.tx(async (tx) => {
      await tx.query(insert, ['batal', 'a', 1]);
      tx.send(insert, ['batal', 'b', 2]);
      throw new RangeError('of the work');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await read('batal')).toEqual([]);
  });
});
