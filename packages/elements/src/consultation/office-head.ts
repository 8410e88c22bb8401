import { html, nothing, type TemplateResult } from 'lit';
import { locales, type Locale } from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';
import { formatRange } from '../i18n/format.js';
import type { PublicTexts } from '../locales/public.js';
import { officeToday } from './office-hours.js';

const languageNames: { readonly [locale in Locale]: string } = { id: 'Indonesia', en: 'English' };

/**
 * The slim head of the public page: whose desk it is, whether somebody is there, and in which language. What is true of this
 * hour alone is marked `data-live`: a page that is drawn beforehand keeps its place free.
 */
export function renderOfficeHead(
  { profile, locale, clock }: Environment,
  texts: PublicTexts,
  choose: (locale: Locale) => void,
): TemplateResult {
  const { office } = profile;
  const { isOpen, hours, holiday } = officeToday(office, clock.now());
  const time = (at: string): string => (locale === 'id' ? at.replace(':', '.') : at);
  const spans = hours.map(([from, until]) => formatRange(time(from), time(until))).join(', ');
  const today =
    holiday !== undefined
      ? texts.holiday(holiday)
      : spans === ''
        ? texts.closedToday
        : texts.hoursToday(`${spans} ${office.zonaWaktu}`);
  return html`
    <header class="office-head" part="head">
      <div>
        <p class="office-name">${office.nama}</p>
        <p class="office-hours" data-live>
          <span class=${isOpen ? 'open' : 'shut'}
            >${isOpen ? texts.officeOpen : texts.officeClosed}</span
          >
          · ${today}
        </p>
      </div>
      <div class="languages" role="group" aria-label=${texts.language}>
        ${locales
          .filter((each) => profile.locales.includes(each))
          .map(
            (each) =>
              html`<button
                type="button"
                class="language"
                lang=${each}
                aria-pressed=${each === locale}
                @click=${() => choose(each)}
              >
                ${languageNames[each]}
              </button>`,
          )}
      </div>
    </header>
    ${isOpen ? nothing : html`<p class="hint closed-note" data-live>${texts.openHours}</p>`}
  `;
}
