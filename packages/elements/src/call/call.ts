import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Consultation, JsonObject, Profile } from '@lpse-konsultasi/form-schema';
import { memoLast } from '../desk/memo-last.js';
import { StaffPanel } from '../desk/staff-panel.js';
import type { Environment } from '../environment/environment.js';
import { formatTime } from '../i18n/format.js';
import type { Stage } from '../panel/command-panel.js';
import { lastCall, rememberCall } from './last-call.js';

/**
 * Step 7: calls the user to a counter, records whether the user came, and puts a case back into the queue when not.
 *
 * @summary Calls the user and records attendance.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseSubmitEvent} lpse-submit - Before the call or the attendance is recorded; cancelable.
 * @fires {LpseSubmittedEvent} lpse-submitted - After a command of this panel was carried out.
 * @fires {LpseCaseEvent} lpse-case - After a command: where the case stands now.
 * @fires {LpseErrorEvent} lpse-error - The panel cannot work.
 * @csspart base - The panel.
 * @csspart heading - Its heading.
 * @csspart cancel - The disclosure that cancels the consultation.
 */
export class LpseCall extends StaffPanel {
  static override styles: CSSResultGroup = StaffPanel.styles;

  /** Counters that are free; where none is, all of them, and the rules say which one is taken. */
  readonly #choices = memoLast(
    ({ office }: Profile, counter: (loket: string) => string, busy: readonly string[]) => {
      const free = office.loket.filter((loket) => !busy.includes(loket));
      const offered = free.length > 0 ? free : office.loket;
      return { '/loket': offered.map((value) => ({ value, label: counter(value) })) };
    },
  );

  /** Counters where somebody is helped now; asked for each time that the case has moved on. */
  @state() private busyCounters: readonly string[] = [];
  #askedFor: string | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const consultation = this.case.record?.consultation;
    const { environment } = this;
    if (environment === undefined || consultation?.state !== 'queued') return;
    const mark = `${consultation.id} ${consultation.version}`;
    if (mark === this.#askedFor) return;
    this.#askedFor = mark;
    void this.#findBusy(environment, mark);
  }

  async #findBusy({ backend }: Environment, mark: string): Promise<void> {
    const page = await backend
      .list({ states: ['called', 'analysing'], limit: 200 })
      .catch(() => undefined);
    if (mark !== this.#askedFor) return;
    this.busyCounters = page?.items.flatMap(({ loket }) => loket ?? []) ?? [];
  }

  protected override heading({ state }: Consultation): string {
    const texts = this.texts.current.call;
    if (state === 'called') return texts.attendance;
    return state === 'no-show' ? texts.missed : texts.heading;
  }

  protected override stageOf(
    consultation: Consultation,
    { profile, loket }: Environment,
  ): Stage | undefined {
    const texts = this.texts.current;
    switch (consultation.state) {
      case 'queued':
        return {
          command: 'call',
          value: lastCall(profile, loket),
          choices: this.#choices(profile, texts.desk.counter, this.busyCounters),
          complete: (value) => {
            rememberCall(value);
            return value;
          },
        };
      case 'called':
        return { command: 'record-attendance' };
      case 'no-show':
        return {
          command: 'requeue',
          label: texts.call.requeue,
          intro: texts.call.requeueIntro(consultation.calls.length, profile.procedure.maxCalls),
        };
      default:
        return undefined;
    }
  }

  protected override renderIdle({ state, calls }: Consultation): TemplateResult {
    const texts = this.texts.current.call;
    return html`<p>${state === 'no-show' ? texts.limitReached(calls.length) : texts.notTurn}</p>`;
  }

  protected override renderBefore(consultation: Consultation, environment: Environment): unknown {
    const { state, nomorAntrean, calls, tiket } = consultation;
    if (state !== 'queued' && state !== 'called') return nothing;
    const { maxCalls } = environment.profile.procedure;
    const texts = this.texts.current;
    const current = calls.at(-1);
    return html`
      <div>
        <p class="big">
          <span class="quiet">${texts.desk.queueNumber}</span> ${nomorAntrean ?? tiket}
        </p>
        ${
          state === 'queued'
            ? html`<p class="soft">${texts.call.next(calls.length + 1, maxCalls)}</p>`
            : html`<p class="soft">
                ${current?.loket === undefined ? nothing : `${texts.call.calledTo(current.loket)}, `}
                ${current === undefined ? nothing : texts.call.calledAt(this.#time(current.at, environment))}
                · ${texts.call.next(calls.length, maxCalls)}
              </p>`
        }
      </div>
      ${this.#renderAgain(consultation, environment)}
    `;
  }

  /** Once more to the same counter, for as long as the procedure lets this person; or on to the next, in one step. */
  #renderAgain(consultation: Consultation, environment: Environment): unknown {
    const last = consultation.calls.at(-1);
    if (consultation.state !== 'called' || last === undefined) return nothing;
    const texts = this.texts.current.call;
    const { metode, loket } = last;
    const call: JsonObject = { metode, ...(loket !== undefined && { loket }) };
    return html`<p class="actions">
      ${
        this.may('call', consultation, environment)
          ? this.#renderButton(texts.again, () => this.give('call', call, null))
          : nothing
      }
      ${
        this.may('record-attendance', consultation, environment)
          ? this.#renderButton(texts.skip, () =>
              this.give('record-attendance', { hasil: 'dilewati' }, null),
            )
          : nothing
      }
    </p>`;
  }

  #renderButton(label: string, act: () => Promise<unknown>): TemplateResult {
    return html`<button
      type="button"
      class="button"
      aria-disabled=${this.busy}
      @click=${() => void act()}
    >
      ${label}
    </button>`;
  }

  #time(at: string, { locale, profile }: Environment): string {
    return `${formatTime(at, locale, profile.office.zonaWaktu)} ${profile.office.zonaWaktu}`;
  }
}
