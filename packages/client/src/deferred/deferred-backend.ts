import { LpseError, type Board } from '@lpse-konsultasi/form-schema';
import type { Backend, BoardOptions } from '../backend.js';
import { plainCopy } from '../embedded/plain.js';

/**
 * A backend that is opened when it is first asked for something: a page shows its form before the rules and the
 * storage behind it have been loaded. An opening that failed is tried again by the next call.
 */
export function deferBackend(
  { supports, profile }: Pick<Backend, 'supports' | 'profile'>,
  open: () => Promise<Backend>,
): Backend {
  let opening: Promise<Backend> | undefined;
  let isClosed = false;

  function opened(): Promise<Backend> {
    if (isClosed) return Promise.reject(new LpseError('LPSE_BACKEND_CLOSED'));
    if (opening !== undefined) return opening;
    const attempt = open();
    opening = attempt;
    attempt.catch(() => {
      if (opening === attempt) opening = undefined;
    });
    return attempt;
  }

  return {
    supports,
    profile,
    async execute({ type, consultationId, data }, options) {
      // Taken as it is at the moment of the call, although it is carried out later.
      const command = plainCopy({ type, consultationId, data });
      return (await opened()).execute(command, options);
    },
    read: async (id, options) => (await opened()).read(id, options),
    list: async (query) => (await opened()).list(query),
    logs: async (query) => (await opened()).logs(query),
    report: async (query) => (await opened()).report(query),
    async rate(answers, options) {
      const copy = plainCopy(answers);
      return (await opened()).rate(copy, options);
    },
    attend: async (id, options) => (await opened()).attend(id, options),
    attending(options) {
      const lists = opened().then((backend) => backend.attending(options)[Symbol.asyncIterator]());
      lists.catch(() => undefined);
      return { [Symbol.asyncIterator]: () => iteratorOf(lists) };
    },
    find: async (access, options) => (await opened()).find?.(access, options),
    watch(options) {
      // Watching begins with the call, as far as it can: before anything that is read after it.
      const changes = opened().then((backend) => backend.watch(options)[Symbol.asyncIterator]());
      changes.catch(() => undefined);
      return { [Symbol.asyncIterator]: () => iteratorOf(changes) };
    },
    ...(supports.board === true && {
      board: (options?: BoardOptions) => {
        const boards = opened().then((backend) => boardsOf(backend, options));
        boards.catch(() => undefined);
        return { [Symbol.asyncIterator]: () => iteratorOf(boards) };
      },
      turn: async (id: string, options?: { readonly signal?: AbortSignal }) =>
        (await opened()).turn?.(id, options),
    }),
    async attach({ nama, mime, bytes }, options) {
      const file = { nama, mime, bytes: bytes.slice() };
      return (await opened()).attach(file, options);
    },
    attachment: async (sha256, options) => (await opened()).attachment(sha256, options),
    async close() {
      isClosed = true;
      await opening?.then((backend) => backend.close());
    },
  };
}

/** What was claimed before the opening and is not there after it would be a mistake of whoever opens. */
function boardsOf(backend: Backend, options: BoardOptions | undefined): AsyncIterator<Board> {
  if (backend.board === undefined)
    throw new TypeError('The backend that was opened has no board, although it was claimed');
  return backend.board(options)[Symbol.asyncIterator]();
}

function iteratorOf<T>(items: Promise<AsyncIterator<T>>): AsyncIterator<T> {
  return {
    next: async () => (await items).next(),
    return: async () => {
      await (await items).return?.();
      return { done: true, value: undefined };
    },
  };
}
