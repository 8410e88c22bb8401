import type { Backend } from '@lpse-konsultasi/client';

/**
 * A backend of which one method, once `isHolding`, answers only when it is told to, and in whatever order: what a busy
 * server does to two questions, and to whoever has gone on meanwhile.
 */
export class HeldAnswers {
  readonly backend: Backend;
  isHolding = false;
  readonly #waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];

  constructor(backend: Backend, method: keyof Backend) {
    const held = async (...args: unknown[]): Promise<unknown> => {
      // What happens to the case happens when it was asked for; only the answer is late.
      const answer = (backend[method] as (...args: unknown[]) => Promise<unknown>)(...args);
      if (!this.isHolding) return answer;
      // It may break while it is held, and is heard of when it is let go.
      answer.catch(() => undefined);
      await new Promise<void>((resolve, reject) => this.#waiting.push({ resolve, reject }));
      return answer;
    };
    this.backend = new Proxy(backend, {
      get(target, key) {
        if (key === method) return held;
        const member: unknown = Reflect.get(target, key, target);
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    });
  }

  /** How many questions have been held back so far, answered or not. */
  get asked(): number {
    return this.#waiting.length;
  }

  /** Lets the answer to a question go, by its place in the order in which they were asked. */
  answer(place: number): void {
    this.#waiting[place]?.resolve();
  }

  /** Lets a question fail, as a line does that breaks before the answer. */
  fail(place: number): void {
    this.#waiting[place]?.reject(new Error('The line is down'));
  }
}
