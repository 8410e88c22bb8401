import type { Pointer } from '@lpse-konsultasi/form-schema';

/** What a widget remembers of work that goes on without it. */
interface Ending {
  /** Ends it, and names what did not come to its end. */
  end(): readonly string[];
}

/** What widgets remember about their fields besides the values. */
export class WidgetStates {
  readonly #states = new Map<Pointer, object>();

  at<T extends object>(pointer: Pointer, create: () => T): T {
    let state = this.#states.get(pointer);
    if (state === undefined) {
      state = create();
      this.#states.set(pointer, state);
    }
    return state as T;
  }

  /** Forgets what is within a list; answers the pointers of that, and the names of what did not come to its end. */
  forgetRows(list: Pointer): { readonly pointers: Pointer[]; readonly ended: string[] } {
    const pointers: Pointer[] = [];
    const ended: string[] = [];
    for (const [key, state] of this.#states) {
      if (!key.startsWith(`${list}/`)) continue;
      if ('end' in state && typeof state.end === 'function') {
        // A page's own widget may answer nothing.
        const names = (state as Ending).end() as readonly string[] | undefined;
        ended.push(...(names ?? []));
      }
      this.#states.delete(key);
      pointers.push(key.replace(/#[a-z]*$/, ''));
    }
    return { pointers, ended };
  }
}
