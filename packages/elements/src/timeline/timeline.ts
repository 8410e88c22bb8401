import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import {
  clocksOf,
  deviationsOf,
  type Consultation,
  type ConsultationEvent,
  type Deviation,
  type JsonObject,
  type StepClock,
} from '@lpse-konsultasi/form-schema';
import { levelOf, progressWords, renderClockBar } from '../desk/clock-bar.js';
import { StaffPanel } from '../desk/staff-panel.js';
import { TickingController } from '../desk/ticking.js';
import type { Environment } from '../environment/environment.js';
import type { LpseSubmitEvent } from '../events/submit.js';
import type { LpseForm } from '../form/form.js';
import { formatDuration, formatNumber, formatTime, formatDate } from '../i18n/format.js';
import { activityOf } from '../procedure/activity.js';
import { timeline } from './timeline.styles.js';

/**
 * What happened in a case, when and by whom; how long each step took against the limit of the procedure; and each
 * deviation with the officer's account of it, or the form to give one (the SOP's second warning).
 *
 * @summary The log, the clocks and the deviations of a case.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseSubmitEvent} lpse-submit - Before an explanation is recorded; cancelable, what was typed then stays.
 * @fires {LpseSubmittedEvent} lpse-submitted - After it was recorded.
 * @fires {LpseCaseEvent} lpse-case - After it was recorded.
 * @fires {LpseErrorEvent} lpse-error - The panel cannot work.
 * @csspart base - The panel.
 * @csspart heading - Its heading.
 */
export class LpseTimeline extends StaffPanel {
  static override styles: CSSResultGroup = [StaffPanel.styles, timeline];

  readonly #values = new Map<string, JsonObject>();

  constructor() {
    super();
    new TickingController(this);
  }

  protected override heading(): string {
    return this.texts.current.timeline.heading;
  }

  /** The timeline is never a turn of the procedure: it only shows, and takes explanations at any time. */
  protected override stageOf(): undefined {
    return undefined;
  }

  protected override renderIdle(consultation: Consultation, environment: Environment): unknown {
    const now = environment.clock.now();
    const steps = clocksOf(consultation, environment.profile, now).filter(isMeasured);
    const found = deviationsOf(consultation, environment.profile, now);
    const events = [...(this.case.record?.events ?? [])].reverse();
    const texts = this.texts.current.timeline;
    return html`
      <h3>${texts.clocks}</h3>
      <ol class="clocks">
        ${steps.map((clock) => this.#renderClock(clock, environment))}
      </ol>
      <h3>${texts.deviations}</h3>
      ${
        found.length === 0
          ? html`<p class="soft">${texts.noDeviations}</p>`
          : html`<ul class="deviations">
              ${found.map((each) => this.#renderDeviation(each, consultation, environment))}
            </ul>`
      }
      <h3>${texts.log}</h3>
      <ol class="log" reversed>
        ${events.map((event, index) => this.#renderEvent(event, events[index - 1], environment))}
      </ol>
    `;
  }

  protected override renderAside(): unknown {
    return nothing;
  }

  #renderClock(clock: StepClock, { profile, locale }: Environment): TemplateResult {
    const { timeline: texts, clock: words } = this.texts.current;
    const step = profile.procedure.steps.find(({ no }) => no === clock.step);
    return html`
      <li>
        <p class="step">
          <span>
            <strong>${texts.step(clock.step)}</strong
            >${clock.run > 1 ? ` (${texts.run(clock.run)})` : nothing}
            ${clock.endedAt === undefined ? html`<span class="running">${texts.running}</span>` : nothing}
          </span>
          <span class="minutes ${levelOf(clock)}">${progressWords(clock, words, locale)}</span>
        </p>
        ${renderClockBar(clock)}
        <p class="soft activity">${step && activityOf(step)}</p>
        ${
          clock.pausedMinutes < 1
            ? nothing
            : html`<p class="soft">${words.paused(formatDuration(clock.pausedMinutes, locale))}</p>`
        }
      </li>
    `;
  }

  #renderDeviation(
    deviation: Deviation,
    consultation: Consultation,
    environment: Environment,
  ): TemplateResult {
    const texts = this.texts.current.timeline;
    const { step, run, jenis, overrun, hal, alasan } = deviation;
    const what =
      jenis === 'waktu'
        ? texts.over(formatNumber(Math.max(1, Math.floor(overrun)), environment.locale))
        : (texts.missing[hal] ?? hal);
    return html`
      <li>
        <p>
          <strong
            >${texts.step(step)}${run > 1 ? ` (${texts.run(run)})` : nothing} ·
            ${texts.kinds[jenis]}</strong
          ><br />
          ${what}
        </p>
        ${
          alasan !== undefined
            ? html`<p class="words">${texts.explained(alasan)}</p>`
            : html`<p class="open"><span aria-hidden="true">!</span> ${texts.unexplained}</p>
                ${this.#renderExplain(deviation, consultation, environment)}`
        }
      </li>
    `;
  }

  #renderExplain(
    deviation: Deviation,
    consultation: Consultation,
    environment: Environment,
  ): unknown {
    const form = environment.profile.forms.deviation;
    if (form === undefined || !this.may('explain-deviation', consultation, environment))
      return nothing;
    const texts = this.texts.current.timeline;
    return html`
      <details>
        <summary
          aria-label="${texts.explain}: ${texts.step(deviation.step)}, ${texts.kinds[deviation.jenis]}"
        >
          ${texts.explain}
        </summary>
        <lpse-form
          density="compact"
          heading-level="4"
          no-heading
          exportparts="control, label, hint, error"
          .schema=${form.schema}
          .layout=${form.layout}
          .validator=${form.validate}
          .value=${this.#valueOf(deviation)}
          .locale=${environment.locale}
          .busy=${this.busy}
          @lpse-submit=${this.#handleExplain}
        ></lpse-form>
      </details>
    `;
  }

  /** Which deviation it is goes with the form, unseen; the same object each time, or typing would start anew. */
  #valueOf({ step, run, jenis, hal }: Deviation): JsonObject {
    const key = `${this.consultationId ?? ''} ${step} ${run} ${jenis} ${hal}`;
    let value = this.#values.get(key);
    if (value === undefined) {
      value = { langkah: step, putaran: run, jenis };
      this.#values.set(key, value);
    }
    return value;
  }

  readonly #handleExplain = (event: LpseSubmitEvent): void => {
    event.stopPropagation();
    event.preventDefault();
    const form = event.currentTarget as LpseForm;
    void this.give('explain-deviation', event.value as JsonObject, form);
  };

  #renderEvent(
    event: ConsultationEvent,
    newer: ConsultationEvent | undefined,
    { locale, profile }: Environment,
  ): TemplateResult {
    const { timeline: texts } = this.texts.current;
    const zone = profile.office.zonaWaktu;
    const day = formatDate(event.at, locale, zone);
    const sameDay = newer !== undefined && formatDate(newer.at, locale, zone) === day;
    return html`
      <li class=${sameDay ? '' : 'day'}>
        ${sameDay ? nothing : html`<p class="date">${day}</p>`}
        <p class="entry">
          <time datetime=${event.at}>${formatTime(event.at, locale, zone)}</time>
          <span>
            ${texts.events[event.type]}
            <span class="soft">
              ${texts.step(event.step)} · ${event.actor.name === '' ? texts.user : event.actor.name}
            </span>
          </span>
        </p>
      </li>
    `;
  }
}

/** Steps 1, 2 and 6 are instants: they stand in the log and have nothing to measure. */
function isMeasured({ step, startedAt, endedAt }: StepClock): boolean {
  return !(endedAt === startedAt && (step < 3 || step === 6));
}
