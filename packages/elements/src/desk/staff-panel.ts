import { html, nothing, type CSSResultGroup } from 'lit';
import { state } from 'lit/decorators.js';
import {
  allowedCommands,
  type CommandType,
  type Consultation,
  type JsonObject,
} from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';
import type { LpseSubmitEvent } from '../events/submit.js';
import type { LpseForm } from '../form/form.js';
import { formatDateTime } from '../i18n/format.js';
import { TextsController } from '../i18n/texts.js';
import { deskTexts } from '../locales/desk.js';
import { CommandPanel } from '../panel/command-panel.js';
import { memoLast } from './memo-last.js';
import { readForm, type ReadForm, type ReadOptions } from './read-form.js';
import { staffPanel } from './staff-panel.styles.js';

/** The same object each time, so that a form that starts empty does not start anew. */
const blank: JsonObject = {};

/**
 * What the officers' panels have in common: the desk's words, the user's form in words, and a way out — cancelling with
 * a reason — for as long as the procedure allows it.
 */
export abstract class StaffPanel extends CommandPanel {
  static override styles: CSSResultGroup = [CommandPanel.styles, staffPanel];

  @state() private cancelling = false;

  protected override readonly compact = true;
  protected readonly texts = new TextsController(this, deskTexts, () => this.language);
  readonly #read = memoLast(readForm);
  readonly #readOptions = memoLast(
    (locale: ReadOptions['locale'], zone: ReadOptions['zone'], words: ReadOptions['words']) => ({
      locale,
      zone,
      words,
    }),
  );

  protected may(
    command: CommandType,
    consultation: Consultation,
    { session, profile }: Environment,
  ): boolean {
    return allowedCommands(consultation, session, profile).includes(command);
  }

  /** The form as it was last handed in, in words; undefined before that. */
  protected submitted(
    { submissions }: Consultation,
    environment: Environment,
  ): ReadForm | undefined {
    const submission = submissions.at(-1);
    return submission && this.readIn(submission.formulir, environment, this.#read);
  }

  protected readIn(formulir: JsonObject, environment: Environment, read = readForm): ReadForm {
    const { locale, profile } = environment;
    return read(
      profile.forms['consultation-form'],
      formulir,
      this.#readOptions(locale, profile.office.zonaWaktu, this.texts.current),
    );
  }

  protected at(instant: string, { locale, profile }: Environment): string {
    return formatDateTime(instant, locale, profile.office.zonaWaktu);
  }

  protected override renderAside(consultation: Consultation, environment: Environment): unknown {
    if (!this.may('cancel', consultation, environment)) return nothing;
    const form = environment.profile.forms.cancellation;
    return html`
      <details class="cancel" part="cancel" ?open=${this.cancelling} @toggle=${this.#handleToggle}>
        <summary>${this.texts.current.cancelCase}</summary>
        ${
          this.cancelling
            ? html`<lpse-form
                class="cancellation"
                density="compact"
                heading-level="3"
                no-heading
                exportparts="control, label, hint, error"
                .schema=${form.schema}
                .layout=${form.layout}
                .validator=${form.validate}
                .value=${blank}
                .locale=${environment.locale}
                .busy=${this.busy}
                @lpse-submit=${this.#handleCancel}
              ></lpse-form>`
            : nothing
        }
      </details>
    `;
  }

  readonly #handleToggle = (event: Event): void => {
    this.cancelling = (event.currentTarget as HTMLDetailsElement).open;
  };

  readonly #handleCancel = async (event: LpseSubmitEvent): Promise<void> => {
    event.stopPropagation();
    event.preventDefault();
    const form = event.currentTarget as LpseForm;
    const outcome = await this.give('cancel', event.value as JsonObject, form);
    if (outcome?.ok === true) this.cancelling = false;
  };
}
