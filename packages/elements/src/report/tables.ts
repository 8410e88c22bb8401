import { html, nothing, type TemplateResult } from 'lit';
import {
  getAt,
  stateNames,
  type FormId,
  type Json,
  type Report,
  type Tally,
} from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';
import { formatDuration, formatNumber } from '../i18n/format.js';
import type { ReportTexts } from '../locales/report.js';
import { activityOf } from '../procedure/activity.js';

export interface TablesView {
  readonly report: Report;
  readonly texts: ReportTexts;
  readonly environment: Environment;
}

type Part = TemplateResult | typeof nothing;

/** How long each step took whose time was measured, and how many kept to its limit. */
export function renderSteps({ report, texts, environment }: TablesView): Part {
  const { locale, profile } = environment;
  const measured = report.steps.filter(({ count, step }) => count > 0 && step > 2 && step !== 6);
  if (measured.length === 0) return nothing;
  const nameOf = (no: number): string => {
    const step = profile.procedure.steps.find((each) => each.no === no);
    return step === undefined ? '' : activityOf(step);
  };
  return html`
    <table class="stacked steps">
      <caption>
        ${texts.steps}
      </caption>
      <thead>
        <tr>
          <th scope="col">${texts.step}</th>
          <th scope="col">${texts.count}</th>
          <th scope="col">${texts.limit}</th>
          <th scope="col">${texts.median}</th>
          <th scope="col">${texts.p90}</th>
          <th scope="col">${texts.withinHead}</th>
        </tr>
      </thead>
      <tbody>
        ${measured.map(
          ({ step, count, limit, median, p90, within }) =>
            html`<tr>
              <th scope="row">${step} <span class="activity">${nameOf(step)}</span></th>
              <td>${formatNumber(count, locale)}</td>
              <td>${limit === null ? texts.noLimit : formatDuration(limit, locale)}</td>
              <td>${formatDuration(median, locale)}</td>
              <td>${formatDuration(p90, locale)}</td>
              <td>${limit === null ? '–' : `${Math.round((within / count) * 100)} %`}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  `;
}

/** How many cases had each answer of one field, or, without a form, stood in each state. */
export function renderTally(
  { texts, environment: { profile, locale } }: TablesView,
  caption: string,
  tally: Tally,
  form?: FormId,
  path = '',
): Part {
  if (tally.length === 0) return nothing;
  const names =
    form === undefined
      ? stateNames[locale]
      : profile.forms[form]?.layout.texts?.[locale]?.fields?.[path]?.options;
  const nameOf = (key: string): string =>
    key === '' ? texts.unknown : ((names as Record<string, string> | undefined)?.[key] ?? key);
  return html`
    <table>
      <caption>
        ${caption}
      </caption>
      <tbody>
        ${tally.map(
          ({ key, count }) =>
            html`<tr>
              <th scope="row">${nameOf(key)}</th>
              <td>${formatNumber(count, locale)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  `;
}

/** The nine elements of the survey (PermenPANRB 14/2017): who gave which mark, the mean of each, and what was wished. */
export function renderSurvey({ report: { survey }, texts, environment }: TablesView): Part {
  if (survey === undefined || 'tooFew' in survey) return nothing;
  const { locale, profile } = environment;
  return html`
    <table class="stacked survey">
      <caption>
        ${texts.surveyHead}
      </caption>
      <thead>
        <tr>
          <th scope="col">${texts.element}</th>
          ${[1, 2, 3, 4].map((mark) => html`<th scope="col">${texts.mark(String(mark))}</th>`)}
          <th scope="col">${texts.mean}</th>
        </tr>
      </thead>
      <tbody>
        ${survey.elements.map(
          ({ element, counts, mean }) =>
            html`<tr>
              <th scope="row">${elementName(profile, element, locale)}</th>
              ${counts.map((count) => html`<td>${formatNumber(count, locale)}</td>`)}
              <td>${new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(mean)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${
      survey.saran.length === 0
        ? nothing
        : html`<h3>${texts.wishes}</h3>
            <ul class="wishes">
              ${survey.saran.map((saran) => html`<li class="words">${saran}</li>`)}
            </ul>`
    }
  `;
}

/** The question as the form's layout has it, else the title of the schema. */
function elementName(
  { forms }: Environment['profile'],
  element: string,
  locale: Environment['locale'],
): string {
  const form = forms.survey;
  const title = getAt(form?.schema as Json | undefined, `/properties/${element}/title`);
  return (
    form?.layout.texts?.[locale]?.fields?.[`/${element}`]?.label ??
    (typeof title === 'string' ? title : element)
  );
}

export function renderOfficers({ report, texts, environment: { locale } }: TablesView): Part {
  if (report.officers.length === 0) return nothing;
  return html`
    <table>
      <caption>
        ${texts.officers}
      </caption>
      <thead>
        <tr>
          <th scope="col">${texts.officer}</th>
          <th scope="col">${texts.cases}</th>
          <th scope="col">${texts.answered}</th>
        </tr>
      </thead>
      <tbody>
        ${report.officers.map(
          ({ petugas, cases, answered }) =>
            html`<tr>
              <th scope="row">${petugas}</th>
              <td>${formatNumber(cases, locale)}</td>
              <td>${formatNumber(answered, locale)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  `;
}

/** What was not as the SOP has it, and how it was accounted for. */
export function renderDeviations({ report, texts, environment: { locale } }: TablesView): Part {
  if (report.deviations.length === 0) return nothing;
  const over = (overrun: number): string | typeof nothing =>
    overrun > 0 ? `, ${texts.over(formatDuration(Math.max(1, overrun), locale))}` : nothing;
  return html`
    <table class="stacked deviations">
      <caption>
        ${texts.deviationsHead}
      </caption>
      <thead>
        <tr>
          <th scope="col">${texts.ticket}</th>
          <th scope="col">${texts.step}</th>
          <th scope="col">${texts.kind}</th>
          <th scope="col">${texts.explanation}</th>
        </tr>
      </thead>
      <tbody>
        ${report.deviations.map(
          ({ tiket, step, jenis, overrun, alasan }) =>
            html`<tr>
              <th scope="row">${tiket}</th>
              <td>${step}</td>
              <td>${texts.kinds[jenis]}${over(overrun)}</td>
              <td class=${alasan === undefined ? 'open' : 'words'}>
                ${alasan ?? texts.unexplained}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  `;
}
