import { version } from '../define/define.js';
import { focusIn } from './kept-focus.js';
import { answersIn } from './typed-answers.js';
import { changedUntil, complete, ownOf } from './complete.js';
import { rootsIn } from './roots.js';

/**
 * Lets an element take the place of its picture, which a person may have used meanwhile: what they typed and chose is
 * entered as if they did it now, the focus stays where it is, and a press on the button is carried out.
 */
export async function takeOver(
  root: ShadowRoot,
  cover: HTMLElement,
  uncover: () => void,
): Promise<void> {
  await complete(root);
  await released(cover);
  if (isStale(root, cover))
    console.warn(
      `[lpse-konsultasi] LPSE_PREDRAWN_STALE: <${root.host.localName}> differs from what the page has drawn of it ` +
        'before. What was typed goes where it is still asked for. Draw it anew.',
    );
  const answers = answersIn(cover);
  const focus = focusIn(cover);
  const press = pressIn(cover);
  uncover();
  answers.enter(root);
  const control = focus.restore(root);
  answers.leave(control);
  // Who has gone on filling in after the press sends it when they are ready.
  if (press && !(control?.matches('input, select, textarea') ?? false)) submit(root);
  if (!hasFailed(root)) return;
  // No server, no form yet: what was typed waits for it.
  await changedUntil(root, () => answers.areAskedFor(root));
  await complete(root);
  answers.enter(root);
  answers.leave(undefined);
}

function hasFailed(root: ShadowRoot): boolean {
  return rootsIn(root).some((one) => one.querySelector('[part~="base"][role="alert"]') !== null);
}

/** A panel may show something else by right: a visitor's case in place of the guest book. */
function isStale(root: ShadowRoot, cover: HTMLElement): boolean {
  if (cover.dataset['predrawn'] !== version) return true;
  return root.host.localName === 'lpse-form' && wordsOf([cover]) !== wordsOf(ownOf(root));
}

/** A finger that is down, and a list that is open, would miss what they are about. */
async function released(cover: HTMLElement): Promise<void> {
  while (cover.matches(':active') || has(cover, 'select', ':open')) {
    await new Promise((next) => requestAnimationFrame(next));
  }
}

/** What is asked, in its words: names of fields and of choices. */
function wordsOf(parts: readonly Element[]): string {
  return parts
    .flatMap((part) => rootsIn(part))
    .flatMap((root) => [...root.querySelectorAll('label, legend, option')])
    .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
    .join('|');
}

/** Whether the button that sends was pressed, and the press not taken back. */
function pressIn(cover: HTMLElement): boolean {
  return has(cover, '[data-predrawn-press]', ':popover-open');
}

/** Whether something in it is in a state that not every browser knows. */
function has(cover: HTMLElement, selector: string, state: string): boolean {
  return (
    CSS.supports(`selector(${state})`) &&
    rootsIn(cover).some((root) => root.querySelector(`${selector}${state}`) !== null)
  );
}

function submit(root: ShadowRoot): void {
  for (const one of rootsIn(root)) {
    const button = one.querySelector<HTMLElement>('form[part~="base"] [part~="submit"]');
    if (button !== null) return button.click();
  }
}
