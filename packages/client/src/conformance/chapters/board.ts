import type { Actor, Board, Turn } from '@lpse-konsultasi/form-schema';
import type { Backend } from '../../backend.js';
import { samplePeople } from '../../samples/people.js';
import { call, completeReview } from '../../samples/values.js';
import { check, equal } from '../assert.js';
import type { ConformanceDesk } from '../desk.js';
import type { Chapter } from './chapter.js';

const { user, officer } = samplePeople;

function boardsOf(backend: Backend, signal?: AbortSignal): AsyncIterator<Board> {
  check(backend.board !== undefined, 'a backend that claims a board has one');
  return backend.board({ ...(signal && { signal }) })[Symbol.asyncIterator]();
}

/** Boards that were under way may still come, but then there is an end. */
async function ended(
  boards: AsyncIterator<Board>,
  next: Promise<IteratorResult<Board>>,
  expectation: string,
): Promise<void> {
  let { done } = await next;
  for (let late = 0; done !== true && late < 5; late += 1) ({ done } = await boards.next());
  equal(done, true, expectation);
}

/** The board as it is when it is asked for. */
async function boardFor(desk: ConformanceDesk, actor: Actor = user): Promise<Board> {
  const boards = boardsOf(await desk.as(actor));
  const { value, done } = await boards.next();
  check(done !== true, 'there is a board');
  await boards.return?.();
  return value;
}

/** The first board, of those that follow, that looks as expected. */
async function boardUntil(
  boards: AsyncIterator<Board>,
  isExpected: (board: Board) => boolean,
): Promise<Board> {
  for (;;) {
    const { value, done } = await boards.next();
    check(done !== true, 'the board goes on');
    if (isExpected(value)) return value;
  }
}

async function turnFor(desk: ConformanceDesk, id: string): Promise<Turn | undefined> {
  const backend = await desk.as(user);
  check(backend.turn !== undefined, 'a backend that claims a board tells the place in the queue');
  return backend.turn(id);
}

async function numberOf(desk: ConformanceDesk, id: string): Promise<string> {
  return (await desk.see(id)).nomorAntrean ?? '';
}

async function callFor(desk: ConformanceDesk, id: string): Promise<string> {
  const { office } = (await desk.officer).profile;
  const loket = office.loket[0] ?? '';
  await desk.do('call', id, call(loket));
  return loket;
}

export const board: Chapter = [
  {
    name: 'is empty for an empty desk',
    needs: 'board',
    async run(desk) {
      const { calls, next, waiting } = await boardFor(desk);
      equal({ calls, next, waiting }, { calls: [], next: [], waiting: 0 }, 'the board');
    },
  },
  {
    name: 'shows a member of the public who is called where, and who is next',
    needs: 'board',
    async run(desk) {
      const [first, second, third] = [
        await desk.queued(),
        await desk.queued(),
        await desk.queued(),
      ];
      const loket = await callFor(desk, first);
      const { calls, next, waiting } = await boardFor(desk);
      const seen = calls.map(({ nomor, loket: where, urutan, isCalling }) => ({
        nomor,
        loket: where,
        urutan,
        isCalling,
      }));
      const nomor = await numberOf(desk, first);
      equal(seen, [{ nomor, loket, urutan: 1, isCalling: true }], 'the calls');
      equal(next, [await numberOf(desk, second), await numberOf(desk, third)], 'the next numbers');
      equal(waiting, 2, 'how many wait');
    },
  },
  {
    name: 'holds nothing of a case or a person',
    needs: 'board',
    async run(desk) {
      const ids = [await desk.queued({ nama: 'Penanda Rahasia (contoh)' }), await desk.queued()];
      await callFor(desk, ids[0] ?? '');
      for (const actor of [user, officer]) {
        const text = JSON.stringify(await boardFor(desk, actor));
        const { tiket } = await desk.see(ids[0] ?? '');
        for (const secret of [...ids, tiket, 'Penanda'])
          check(!text.includes(secret), `the board does not say ${secret}`);
      }
    },
  },
  {
    name: 'follows what happens: a call, a call once more, and that somebody came',
    needs: 'board',
    async run(desk) {
      const boards = boardsOf(await desk.user);
      const id = await desk.queued();
      await boardUntil(boards, ({ waiting }) => waiting === 1);
      await callFor(desk, id);
      const first = await boardUntil(boards, ({ calls }) => calls[0]?.isCalling === true);
      await callFor(desk, id);
      const again = await boardUntil(boards, ({ calls }) => calls[0]?.urutan === 2);
      check(
        (again.calls[0]?.at ?? '') >= (first.calls[0]?.at ?? ''),
        'the second call has a time of its own',
      );
      await desk.do('record-attendance', id, { hasil: 'hadir' });
      await boardUntil(boards, ({ calls }) => calls[0]?.isCalling === false);
      await boards.return?.();
    },
  },
  {
    name: 'ends when the signal fires, and when the backend is closed',
    needs: 'board',
    async run(desk) {
      const stop = new AbortController();
      const backend = await desk.another(user);
      const [one, two] = [boardsOf(backend, stop.signal), boardsOf(backend)];
      await Promise.all([one.next(), two.next()]);
      const [first, second] = [one.next(), two.next()];
      stop.abort();
      await ended(one, first, 'the end by the signal');
      await backend.close();
      await ended(two, second, 'the end by closing');
    },
  },
  {
    name: 'tells a visitor their place, and nothing where nobody waits',
    needs: 'board',
    async run(desk) {
      const draft = await desk.register();
      const [first, second] = [await desk.queued(), await desk.queued()];
      equal((await turnFor(desk, first))?.position, 0, 'the place of the first');
      equal((await turnFor(desk, second))?.position, 1, 'the place of the second');
      equal((await turnFor(desk, second))?.waiting, 2, 'how many wait');
      await callFor(desk, first);
      equal((await turnFor(desk, second))?.position, 0, 'the place after a call');
      equal(await turnFor(desk, first), undefined, 'the place of who was called');
      equal(await turnFor(desk, draft), undefined, 'the place of a draft');
      equal(await turnFor(desk, 'nobody'), undefined, 'the place of nobody');
    },
  },
  {
    name: 'puts those forward whose needs the office names',
    needs: 'board',
    async run(desk) {
      const first = await desk.queued();
      const forward = await desk.reviewing({ kebutuhanKhusus: ['prioritasLansia'] });
      await desk.do('review', forward, completeReview((await desk.officer).profile));
      equal((await turnFor(desk, forward))?.position, 0, 'the place of who needs it');
      equal((await turnFor(desk, first))?.position, 1, 'the place of the other');
      equal((await boardFor(desk)).next[0], await numberOf(desk, forward), 'the next number');
    },
  },
];
