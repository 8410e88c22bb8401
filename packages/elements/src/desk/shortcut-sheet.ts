import { html, type TemplateResult } from 'lit';
import type { ShellTexts } from '../locales/shell.js';
import { shortcuts, type ShortcutsController } from './shortcuts-controller.js';

/** The sheet of all shortcuts, and the switch that turns them off. */
export function renderShortcutSheet(
  controller: ShortcutsController,
  texts: ShellTexts,
): TemplateResult {
  return html`<dialog class="shortcuts" aria-labelledby="shortcuts">
    <h2 id="shortcuts" tabindex="-1" autofocus>${texts.shortcuts.heading}</h2>
    <table>
      <tbody>
        ${shortcuts.map(
          ({ id, keys }) =>
            html`<tr>
              <th scope="row">${texts.shortcuts.does[id]}</th>
              <td>
                ${
                  keys.length > 1
                    ? html`<kbd>${keys[0]}</kbd>–<kbd>${keys.at(-1)}</kbd>`
                    : html`<kbd>${keys[0]}</kbd>`
                }
              </td>
            </tr>`,
        )}
        <tr>
          <th scope="row">${texts.shortcuts.submit}</th>
          <td><kbd>Ctrl</kbd> + <kbd>Enter</kbd></td>
        </tr>
        ${texts.shortcuts.list.map(
          ([does, keys]) =>
            html`<tr>
              <th scope="row">${does}</th>
              <td>${keys.map((key) => html`<kbd>${key}</kbd> `)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <label class="switch">
      <input
        type="checkbox"
        .checked=${controller.isOn}
        @change=${(event: Event) =>
          void controller.turn((event.currentTarget as HTMLInputElement).checked)}
      />
      ${texts.shortcuts.on}
    </label>
    <p class="soft">${texts.shortcuts.typing}</p>
    <form method="dialog">
      <button class="button button-primary">${texts.shortcuts.close}</button>
    </form>
  </dialog>`;
}
