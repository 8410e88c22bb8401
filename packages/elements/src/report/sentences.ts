import type { Locale, Report } from '@lpse-konsultasi/form-schema';
import { formatDuration, formatNumber } from '../i18n/format.js';
import type { ReportTexts } from '../locales/report.js';

/** What a head of office asks first, in sentences. `before` is the period of the same length before this one. */
export function sentencesOf(
  report: Report,
  before: Report | undefined,
  texts: ReportTexts,
  locale: Locale,
): readonly string[] {
  const number = (value: number): string => formatNumber(value, locale);
  const { events, waiting, escalations, deviations, survey } = report;
  const explained = deviations.filter(({ alasan }) => alasan !== undefined).length;
  return [
    texts.volume(number(events.registered), number(events.archived), number(report.open)),
    ...(report.timed === 0 ? [] : [withinWords(report, before, texts, number)]),
    ...(waiting.count === 0
      ? []
      : [
          texts.waiting(
            formatDuration(waiting.median, locale),
            formatDuration(waiting.p90, locale),
          ),
        ]),
    deviations.length === 0
      ? texts.noDeviations
      : texts.deviations(number(deviations.length), number(explained)),
    ...(events['form-returned'] === 0 ? [] : [texts.rounds(number(events['form-returned']))]),
    ...(events.missed === 0 ? [] : [texts.noShows(number(events.missed))]),
    ...(events.cancelled === 0 ? [] : [texts.cancelled(number(events.cancelled))]),
    ...(escalations.sent + escalations.open === 0
      ? []
      : [texts.escalated(number(escalations.sent), number(escalations.open))]),
    ...(survey === undefined
      ? []
      : 'tooFew' in survey
        ? [texts.surveyFew(number(survey.respondents))]
        : [
            texts.survey(
              new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
                minimumFractionDigits: 2,
              }).format(survey.index),
              survey.grade,
              number(survey.respondents),
            ),
          ]),
  ];
}

/** In whole percent, and the difference of the percentages that are shown: nobody has to wonder about a half point. */
export function percentWithin({ timed, within }: Report): number | undefined {
  return timed === 0 ? undefined : Math.round((within / timed) * 100);
}

function withinWords(
  report: Report,
  before: Report | undefined,
  texts: ReportTexts,
  number: (value: number) => string,
): string {
  const now = percentWithin(report) ?? 0;
  const then = before && percentWithin(before);
  const words = texts.within(`${number(now)} %`);
  if (then === undefined) return `${words}.`;
  if (now === then) return `${words}${texts.same}`;
  const points = number(Math.abs(now - then));
  return `${words}${now > then ? texts.up(points) : texts.down(points)}`;
}
