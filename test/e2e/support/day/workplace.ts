import type { Page } from '@playwright/test';
import type {
  CaseLog,
  ConsultationRecord,
  ConsultationSummary,
  ExecuteOptions,
  ListQuery,
  LogPage,
  Outcome,
  Page as Rows,
} from '@lpse-konsultasi/client';
import type { Actor, Command, JsonObject } from '@lpse-konsultasi/form-schema';

/**
 * One page of the office, and the backend that the element on it works with: commands given here are judged by that
 * page's own rules, in its own name, and written to the storage that all pages of the browser share.
 */
export class Workplace {
  readonly page: Page;
  readonly actor: Actor;
  readonly #tag: string;

  constructor(page: Page, tag: string, actor: Actor) {
    this.page = page;
    this.#tag = tag;
    this.actor = actor;
  }

  execute(command: Command, options: ExecuteOptions): Promise<Outcome> {
    return this.#ask('execute', command, options);
  }

  read(id: string): Promise<ConsultationRecord | undefined> {
    return this.#ask('read', id);
  }

  async list(query: ListQuery): Promise<readonly ConsultationSummary[]> {
    const { items } = await this.#ask<Rows>('list', { limit: 200, ...query });
    return items;
  }

  rate(answers: JsonObject, key: string): Promise<{ readonly ok: boolean }> {
    return this.#ask('rate', answers, { key });
  }

  /** All logs, page after page. */
  async logs(): Promise<readonly CaseLog[]> {
    const logs: CaseLog[] = [];
    let cursor: string | undefined;
    do {
      const page: LogPage = await this.#ask('logs', { limit: 25, ...(cursor && { cursor }) });
      logs.push(...page.items);
      ({ cursor } = page);
    } while (cursor !== undefined);
    return logs;
  }

  /** Finds the backend as any element inside would: by asking for the environment with a context request. */
  #ask<T>(method: string, ...args: readonly unknown[]): Promise<T> {
    return this.page.evaluate(
      async ({ tag, method: name, args: given }) => {
        type Method = (...args: readonly unknown[]) => Promise<unknown>;
        type Found = { readonly backend: { readonly [name: string]: Method } };
        let found: Found | undefined;
        const request = Object.assign(
          new Event('context-request', { bubbles: true, composed: true }),
          { context: 'lpse:environment', callback: (value: Found) => (found = value) },
        );
        document.querySelector(tag)?.shadowRoot?.firstElementChild?.dispatchEvent(request);
        const { backend } = found ?? {};
        if (backend === undefined) throw new Error(`${tag} has no environment`);
        return (await backend[name]?.(...given)) as never;
      },
      { tag: this.#tag, method, args },
    );
  }
}
