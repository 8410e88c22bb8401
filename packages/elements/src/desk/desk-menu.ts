import { html, nothing, type TemplateResult } from 'lit';
import type { Environment } from '../environment/environment.js';
import type { ShellTexts } from '../locales/shell.js';
import { roomsFor, type RoomId } from './rooms.js';

/** The slim menu above the columns: the cases, the other rooms of the desk, the sheet of shortcuts. */
export function renderMenu(
  environment: Environment,
  room: RoomId | undefined,
  texts: ShellTexts,
  goTo: (room: RoomId | undefined) => void,
  showShortcuts: () => void,
): TemplateResult {
  const item = (id: RoomId | undefined, label: string): TemplateResult =>
    html`<li>
      <button type="button" aria-current=${id === room ? 'page' : nothing} @click=${() => goTo(id)}>
        ${label}
      </button>
    </li>`;
  return html`<nav class="menu" part="menu" aria-label=${texts.menu}>
    <ul>
      ${item(undefined, texts.cases)}
      ${roomsFor(environment).map(({ id }) => item(id, texts.rooms[id]))}
    </ul>
    <button type="button" class="keys" aria-haspopup="dialog" @click=${showShortcuts}>
      <kbd aria-hidden="true">?</kbd> ${texts.shortcuts.open}
    </button>
  </nav>`;
}
