import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Locale } from '@lpse-konsultasi/form-schema';

/**
 * The words of one area of the interface. Indonesian is always there; English is a module of its own that is loaded
 * when somebody asks for it, so that a public page does not carry two languages.
 */
export interface TextSource<T extends object> {
  readonly id: T;
  readonly en: () => Promise<T>;
}

const loaded = new Map<object, object>();

/** The words in a locale, if they are here: Indonesian at once, English after `loadTexts`. */
export function textsIn<T extends object>(source: TextSource<T>, locale: Locale): T | undefined {
  return locale === 'id' ? source.id : (loaded.get(source) as T | undefined);
}

/** Resolves when the words of a locale are here. */
export async function loadTexts<T extends object>(
  source: TextSource<T>,
  locale: Locale,
): Promise<T> {
  const here = textsIn(source, locale);
  if (here !== undefined) return here;
  const texts = await source.en();
  loaded.set(source, texts);
  return texts;
}

/**
 * Gives a host the words of its area in its locale. While another language is on its way the words stay Indonesian:
 * a person reads on, nothing is blank.
 */
export class TextsController<T extends object> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: TextSource<T>;
  readonly #locale: () => Locale;

  constructor(host: ReactiveControllerHost, source: TextSource<T>, locale: () => Locale) {
    this.#host = host;
    this.#source = source;
    this.#locale = locale;
    host.addController(this);
  }

  get current(): T {
    return textsIn(this.#source, this.#locale()) ?? this.#source.id;
  }

  hostUpdate(): void {
    const locale = this.#locale();
    if (textsIn(this.#source, locale) !== undefined) return;
    // A language that cannot be loaded (offline) leaves the Indonesian words in place, which is the right fallback.
    loadTexts(this.#source, locale).then(
      () => this.#host.requestUpdate(),
      () => undefined,
    );
  }
}
