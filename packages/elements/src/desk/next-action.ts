import type { LpseForm } from '../form/form.js';
import type { CommandPanel } from '../panel/command-panel.js';

/** The form of a panel's command; not one that is offered beside it. */
function formOf(panel: CommandPanel): LpseForm | null {
  return panel.renderRoot.querySelector<LpseForm>('lpse-form:not(.side-form)');
}

function buttonOf(panel: CommandPanel): HTMLButtonElement | null {
  return panel.renderRoot.querySelector<HTMLButtonElement>('.button-primary:not(:disabled)');
}

/**
 * Puts the focus where the panel's work begins: on the first field that nobody has filled in, else on the first one;
 * where there is only a button, on the button. It is not pressed: one letter must not send anything to anybody.
 */
export function beginAction(panel: CommandPanel): void {
  const form = formOf(panel);
  const control = form === null ? null : firstOpen(controlsOf(form));
  (control ?? buttonOf(panel) ?? panel).focus();
}

/** Carries the panel's action out, as its button would. */
export function submitAction(panel: CommandPanel): void {
  const form = formOf(panel);
  if (form !== null) form.requestSubmit();
  else buttonOf(panel)?.click();
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controlsOf(form: LpseForm): Control[] {
  const all = form.renderRoot.querySelectorAll<Control>('input, select, textarea');
  return [...all].filter((control) => !control.matches(':disabled') && control.checkVisibility());
}

function firstOpen(controls: readonly Control[]): Control | undefined {
  return controls.find((control) => !isFilled(control, controls)) ?? controls[0];
}

function isFilled(control: Control, all: readonly Control[]): boolean {
  if (!(control instanceof HTMLInputElement)) return control.value !== '';
  if (control.type === 'checkbox') return control.checked;
  if (control.type !== 'radio') return control.value !== '';
  return all.some(
    (each) => each instanceof HTMLInputElement && each.name === control.name && each.checked,
  );
}
