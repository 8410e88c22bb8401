import { html, nothing, type CSSResultGroup } from 'lit';
import { state } from 'lit/decorators.js';
import {
  allowedCommands,
  formOfCommand,
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
import { CommandPanel, type Stage } from '../panel/command-panel.js';
import { memoLast } from './memo-last.js';
import { readForm, type ReadForm, type ReadOptions } from './read-form.js';
import { staffPanel } from './staff-panel.styles.js';

/** The same object each time, so that a form that starts empty does not start anew. */
const blank: JsonObject = {};

/** A command that a panel offers beside its own, e.g. to cancel. */
export interface SideCommand {
  readonly command: CommandType;
  readonly summary: string;
  readonly hint?: string;
  readonly part?: string;
  /** What the office offers of a field's choices (`LpseForm.choices`); the same object each time. */
  readonly choices?: Stage['choices'];
}

/**
 * What the officers' panels have in common: the desk's words, the user's form in words, and a way out — cancelling with
 * a reason — for as long as the procedure allows it.
 */
export abstract class StaffPanel extends CommandPanel {
  static override styles: CSSResultGroup = [CommandPanel.styles, staffPanel];

  /** The side command whose form is open. */
  @state() private side: CommandType | undefined;

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

  constructor() {
    super();
    this.addEventListener('focusin', bringIntoSight);
  }

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
    return this.renderSide(
      { command: 'cancel', summary: this.texts.current.cancelCase, part: 'cancel' },
      consultation,
      environment,
    );
  }

  /** A command beside the panel's own, behind its summary; nothing where it is not allowed. */
  protected renderSide(
    { command, summary, hint, part, choices }: SideCommand,
    consultation: Consultation,
    environment: Environment,
  ): unknown {
    const id = formOfCommand[command];
    const form = id === null ? undefined : environment.profile.forms[id];
    if (form === undefined || !this.may(command, consultation, environment)) return nothing;
    const isOpen = this.side === command;
    return html`
      <details
        class="side"
        part=${part ?? nothing}
        ?open=${isOpen}
        @toggle=${(event: Event) => this.#handleToggle(event, command)}
      >
        <summary>${summary}</summary>
        ${hint === undefined ? nothing : html`<p class="soft">${hint}</p>`}
        ${
          isOpen
            ? html`<lpse-form
                class=${sideClass(command)}
                density="compact"
                heading-level="3"
                no-heading
                exportparts="control, label, hint, error"
                .schema=${form.schema}
                .layout=${form.layout}
                .validator=${form.validate}
                .value=${blank}
                .choices=${choices}
                .locale=${environment.locale}
                .busy=${this.busy}
                @lpse-change=${stop}
                @lpse-submit=${(event: LpseSubmitEvent) => this.#handleSide(event, command)}
              ></lpse-form>`
            : nothing
        }
      </details>
    `;
  }

  #handleToggle(event: Event, command: CommandType): void {
    const { open } = event.currentTarget as HTMLDetailsElement;
    if (open) this.side = command;
    else if (this.side === command) this.side = undefined;
  }

  async #handleSide(event: LpseSubmitEvent, command: CommandType): Promise<void> {
    event.stopPropagation();
    event.preventDefault();
    const form = event.currentTarget as LpseForm;
    const outcome = await this.give(command, event.value as JsonObject, form);
    if (outcome?.ok === true) this.side = undefined;
  }
}

/** The page finds the form of a side command by the name of its form. */
function sideClass(command: CommandType): string {
  return `side-form ${formOfCommand[command] ?? ''}`;
}

/** What is typed in a side form is no draft of the panel's own. */
function stop(event: Event): void {
  event.stopPropagation();
}

/**
 * A browser that gives a text field the focus looks whether its caret is within the window, and not whether the buttons
 * at the foot of the panel lie over it. What a pointer presses is in sight, and stays under it.
 */
function bringIntoSight(event: Event): void {
  const [target] = event.composedPath();
  if (target instanceof HTMLElement && !target.matches(':active'))
    target.scrollIntoView({ block: 'nearest' });
}
