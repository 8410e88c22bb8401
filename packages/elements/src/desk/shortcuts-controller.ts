import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Memo } from '@lpse-konsultasi/client';

/** What a key can do at the desk, in the order of the sheet. */
export const shortcuts = [
  { id: 'next', keys: ['j'] },
  { id: 'previous', keys: ['k'] },
  { id: 'queue', keys: ['q'] },
  { id: 'search', keys: ['/'] },
  { id: 'views', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
  { id: 'case', keys: ['i'] },
  { id: 'action', keys: ['r'] },
  { id: 'context', keys: ['c'] },
  { id: 'sheet', keys: ['?'] },
] as const;

export type ShortcutId = (typeof shortcuts)[number]['id'];

interface Source {
  readonly memo: Memo | undefined;
  /** Names the office and the officer. */
  readonly key: string;
  /** Does it; `place` is the position among the keys of the shortcut. */
  readonly run: (id: ShortcutId, place: number) => void;
  /** Carries out the next action: Ctrl+Enter, from wherever the focus is. */
  readonly submit: () => void;
}

/**
 * Single keys for the whole desk. They do nothing while somebody types, nothing when the focus is elsewhere on the page,
 * and can be switched off for good (WCAG 2.1.4): people who speak to their computer say letters without meaning them.
 */
export class ShortcutsController implements ReactiveController {
  isOn = true;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: () => Source;
  #memo: Memo | undefined;
  #key: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, source: () => Source) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#handleKey);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#handleKey);
  }

  hostUpdate(): void {
    const { memo, key } = this.#source();
    if (memo === undefined || (memo === this.#memo && key === this.#key)) return;
    this.#memo = memo;
    this.#key = key;
    void this.#load(memo, key);
  }

  async turn(isOn: boolean): Promise<void> {
    this.isOn = isOn;
    this.#host.requestUpdate();
    const { memo, key } = this.#source();
    await memo?.set(key, isOn).catch(() => undefined);
  }

  async #load(memo: Memo, key: string): Promise<void> {
    const kept = await memo.get(key).catch(() => undefined);
    if (memo !== this.#memo || key !== this.#key) return;
    this.isOn = kept !== false;
    this.#host.requestUpdate();
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || !this.#isMeant(event)) return;
    const { run, submit } = this.#source();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return submit();
    }
    if (!this.isOn || event.ctrlKey || event.altKey || event.metaKey || isTyping(event)) return;
    for (const { id, keys } of shortcuts) {
      const place = keys.findIndex((key) => key === event.key);
      if (place === -1) continue;
      event.preventDefault();
      return run(id, place);
    }
  };

  /** The focus is in the desk, or nowhere: a key that is pressed elsewhere on the page is not ours. */
  #isMeant(event: KeyboardEvent): boolean {
    const [target] = event.composedPath();
    return target === document.body || event.composedPath().includes(this.#host);
  }
}

/** A letter that belongs into a field, or that a select, a dialog or a list of options takes for itself. */
function isTyping(event: KeyboardEvent): boolean {
  return event.composedPath().some((target) => {
    if (!(target instanceof HTMLElement)) return false;
    if (target instanceof HTMLInputElement)
      return !/^(checkbox|radio|button|submit)$/.test(target.type);
    return target.isContentEditable || target.matches('textarea, select, dialog');
  });
}
