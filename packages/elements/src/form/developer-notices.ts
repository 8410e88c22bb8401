import { noChange, nothing, type Part } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { mayHaveNotices, type JsonSchema, type Locale } from '@lpse-konsultasi/form-schema';
import { whenIdle } from './when-idle.js';

/**
 * What a schema asks and no form can, told to whoever writes it, in a quiet box below the form. It comes after what
 * people wait for, and a form that leaves out nothing loads nothing for it.
 */
class DeveloperNotices extends AsyncDirective {
  #schema: JsonSchema | undefined;
  #locale: Locale | undefined;

  override update(_part: Part, [schema, locale]: [JsonSchema, Locale]): unknown {
    if (schema === this.#schema && locale === this.#locale) return noChange;
    this.#schema = schema;
    this.#locale = locale;
    whenIdle(() => void this.#look(schema, locale));
    return this.render(schema, locale);
  }

  override render(_schema: JsonSchema, _locale: Locale): unknown {
    return nothing;
  }

  async #look(schema: JsonSchema, locale: Locale): Promise<void> {
    if (!mayHaveNotices(schema)) return;
    // Without the box nothing is missing but the advice.
    const box = await import('./notice-box.js')
      .then(({ noticeBox }) => noticeBox(schema, locale))
      .catch(() => nothing);
    const isCurrent = schema === this.#schema && locale === this.#locale;
    if (isCurrent && this.isConnected) this.setValue(box);
  }
}

export const developerNotices = directive(DeveloperNotices);
