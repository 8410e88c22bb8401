import { guestBook } from '../../samples/values.js';
import { equal, failsWith } from '../assert.js';
import type { Chapter } from './chapter.js';

export const closing: Chapter = [
  {
    name: 'takes no work after it was closed',
    async run(desk) {
      const backend = await desk.another();
      await backend.close();
      const command = { type: 'register', consultationId: 'x', data: guestBook() } as const;
      const works = [
        () => backend.execute(command, { key: 'k' }),
        () => backend.read('x'),
        () => backend.list(),
        () => backend.logs(),
        () => backend.attend('x', { signal: new AbortController().signal }),
        () => backend.attending()[Symbol.asyncIterator]().next(),
        () => backend.watch()[Symbol.asyncIterator]().next(),
      ];
      for (const work of works) await failsWith('LPSE_BACKEND_CLOSED', work);
    },
  },
  {
    name: 'takes no files after it was closed',
    needs: 'attachments',
    async run(desk) {
      const backend = await desk.another();
      await backend.close();
      const file = { nama: 'contoh.png', mime: 'image/png', bytes: new Uint8Array([1]) };
      await failsWith('LPSE_BACKEND_CLOSED', () => backend.attach(file));
      await failsWith('LPSE_BACKEND_CLOSED', () => backend.attachment('0'.repeat(64)));
    },
  },
  {
    name: 'may be closed twice',
    async run(desk) {
      const backend = await desk.another();
      await backend.close();
      await backend.close();
    },
  },
  {
    name: 'leaves the other backends of the desk at work',
    needs: 'shared',
    async run(desk) {
      const id = await desk.submitted();
      const other = await desk.another();
      await other.close();
      await desk.do('start-review', id);
      equal((await desk.see(id)).state, 'reviewing', 'the state');
    },
  },
];
