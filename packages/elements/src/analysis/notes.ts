import { html, nothing, type TemplateResult } from 'lit';
import { findSecrets } from '@lpse-konsultasi/form-schema/advice';
import { isJsonObject, type Json, type TimeZone } from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';
import { formatTime } from '../i18n/format.js';
import type { AnalysisTexts } from '../locales/analysis.js';

/** One line that an officer jotted down, with its time. */
export interface Note {
  /** ISO instant. */
  readonly waktu: string;
  readonly isi: string;
}

/** As many characters as one note has (`analysis.schema.json`). */
const MAX_NOTE = 500;

export function notesIn(value: Json | undefined): readonly Note[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[])
    .filter(isJsonObject)
    .flatMap(({ waktu, isi }) =>
      typeof waktu === 'string' && typeof isi === 'string' ? [{ waktu, isi }] : [],
    );
}

/** The notes as lines of a text; always in Indonesian, as the record is. */
export function asLines(notes: readonly Note[], zone: TimeZone): string[] {
  return notes.map(({ waktu, isi }) => `${formatTime(waktu, 'id', zone)} ${isi}`);
}

interface NotesView {
  readonly notes: readonly Note[];
  readonly texts: AnalysisTexts;
  readonly environment: Environment;
  readonly onAdd: (isi: string) => void;
  readonly onRemove: (index: number) => void;
  readonly onTake: () => void;
}

/** The notes with a line to add one: typed, Enter, and the officer listens on. */
export function renderNotes(view: NotesView): TemplateResult {
  const { notes, texts, environment, onRemove, onTake } = view;
  const { locale, profile } = environment;
  return html`
    <section class="notes" aria-labelledby="notes">
      <h3 id="notes">${texts.notes}</h3>
      <p class="soft" id="notes-hint">${texts.notesHint}</p>
      ${
        notes.length === 0
          ? nothing
          : html`<ol>
              ${notes.map(
                ({ waktu, isi }, index) =>
                  html`<li>
                    <time datetime=${waktu}
                      >${formatTime(waktu, locale, profile.office.zonaWaktu)}</time
                    >
                    <span class="words">${isi}</span>
                    <button
                      type="button"
                      class="button button-plain button-small"
                      aria-label=${texts.removeNote(isi)}
                      @click=${() => onRemove(index)}
                    >
                      ${texts.remove}
                    </button>
                  </li>`,
              )}
            </ol>`
      }
      <div class="jot">
        <label for="jot" class="quiet">${texts.note}</label>
        <input
          id="jot"
          class="control"
          type="text"
          autocomplete="off"
          maxlength=${MAX_NOTE}
          placeholder=${texts.note}
          aria-describedby="notes-hint"
          @keydown=${(event: KeyboardEvent) => handleKey(event, view)}
        />
        <button
          type="button"
          class="button"
          @click=${(event: Event) => {
            const field = (event.currentTarget as HTMLElement).parentElement?.querySelector(
              'input',
            );
            if (field) jot(field, view);
          }}
        >
          ${texts.add}
        </button>
      </div>
      <p role="status" id="notes-warning"></p>
      ${
        notes.length === 0
          ? nothing
          : html`<p>
              <button type="button" class="button button-small" @click=${onTake}>
                ${texts.take}
              </button>
            </p>`
      }
    </section>
  `;
}

function handleKey(event: KeyboardEvent, view: NotesView): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  jot(event.currentTarget as HTMLInputElement, view);
}

/** Takes the line; one that holds a password stays where it is, for nobody is to keep it. */
function jot(field: HTMLInputElement, { texts, onAdd }: NotesView): void {
  const isi = field.value.trim();
  const warning = (field.getRootNode() as ShadowRoot).querySelector('#notes-warning');
  const isSecret = findSecrets(isi).length > 0;
  if (warning) warning.textContent = isSecret ? texts.secret : '';
  field.focus();
  if (isi === '' || isSecret) return;
  field.value = '';
  onAdd(isi);
}
