import { fieldAt, fieldsIn, ownIn, placeOf, rootsIn, type Place } from './roots.js';

const reachable = 'input, select, textarea, button, summary, a[href]';

type Text = HTMLInputElement | HTMLTextAreaElement;

/** Where a person is in a picture of a form; `restore` brings them there in the form. */
export interface KeptFocus {
  /** Answers what has the focus now, if anything had it. */
  restore(root: ShadowRoot): HTMLElement | undefined;
}

export function focusIn(cover: HTMLElement): KeptFocus {
  const opened = openedIn(cover);
  const focused = rootsIn(cover)
    .map((root) => root.querySelector<HTMLElement>(':focus'))
    .findLast((found) => found !== null && found.shadowRoot === null);
  const find = focused && wayTo(focused);
  const selection = focused ? selectionOf(focused) : undefined;
  const scroll = focused?.scrollTop ?? 0;
  return {
    restore(root) {
      for (const { place, index } of opened) {
        const wrapper = fieldAt(root, place);
        if (wrapper !== undefined) ownIn(wrapper, 'details')[index]?.setAttribute('open', '');
      }
      const target = find?.(root);
      if (target === undefined) return undefined;
      target.focus({ preventScroll: true });
      if (selection !== undefined && isText(target)) {
        const [start, end, direction] = selection;
        target.setSelectionRange(start, end, direction ?? 'none');
      }
      target.scrollTop = scroll;
      return target;
    },
  };
}

/** Explanations that were opened. */
function openedIn(cover: HTMLElement): { readonly place: Place; readonly index: number }[] {
  return fieldsIn(cover).flatMap(({ place, wrapper }) =>
    ownIn(wrapper, 'details').flatMap((details, index) =>
      (details as HTMLDetailsElement).open ? [{ place, index }] : [],
    ),
  );
}

/** How the same element is found in the form: by field and order in it, else by part. */
function wayTo(element: HTMLElement): (root: ShadowRoot) => HTMLElement | undefined {
  const wrapper = element.closest<HTMLElement>('[data-pointer]');
  if (wrapper !== null) {
    const place = placeOf(wrapper);
    const index = ownIn(wrapper, reachable).indexOf(element);
    return (root) => {
      const own = fieldAt(root, place);
      return own && ownIn(own, reachable)[index];
    };
  }
  const part = element.getAttribute('part') ?? '';
  return (root) =>
    rootsIn(root)
      .flatMap((one) => [...one.querySelectorAll<HTMLElement>(reachable)])
      .find((one) => part !== '' && one.getAttribute('part') === part);
}

type Selection = [start: number | null, end: number | null, direction: Text['selectionDirection']];

function selectionOf(element: HTMLElement): Selection | undefined {
  if (!isText(element)) return undefined;
  const { selectionStart, selectionEnd, selectionDirection } = element;
  return [selectionStart, selectionEnd, selectionDirection];
}

/** Not every kind of input tells, or takes, a selection. */
function isText(element: HTMLElement): element is Text {
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && element.selectionStart !== null)
  );
}
