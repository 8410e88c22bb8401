import { controlSelector, fieldAt, fieldsIn, ownIn, type Place } from './roots.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** One control that is not as it was drawn, and how the same one of the element is found. */
interface Answer {
  readonly place: Place;
  /** Its place among the controls of the field. */
  readonly index: number;
  readonly control: Control;
}

/** What was typed and chosen in a picture of a form. */
export function answersIn(cover: HTMLElement): TypedAnswers {
  return new TypedAnswers(
    fieldsIn(cover).flatMap(({ place, wrapper }) =>
      (ownIn(wrapper, controlSelector) as Control[]).flatMap((control, index) =>
        isAnswered(control) ? [{ place, index, control }] : [],
      ),
    ),
  );
}

export class TypedAnswers {
  readonly #answers: readonly Answer[];
  readonly #entered = new Set<Control>();

  constructor(answers: readonly Answer[]) {
    this.#answers = answers;
  }

  /** Whether the element asks for any of them. */
  areAskedFor(root: ShadowRoot): boolean {
    return this.#answers.some(({ place }) => fieldAt(root, place) !== undefined);
  }

  /** Enters them in the element's own controls, with the events of a person. */
  enter(root: ShadowRoot): void {
    for (const { place, index, control } of this.#answers) {
      const wrapper = fieldAt(root, place);
      const twin = wrapper && twinOf(control, index, wrapper);
      if (twin === undefined || !answerAlike(control, twin)) continue;
      twin.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      twin.dispatchEvent(new Event('change', { bubbles: true }));
      this.#entered.add(twin);
    }
  }

  /** Leaves the controls, all but the one in which the person still is. */
  leave(present: Element | undefined): void {
    for (const control of this.#entered) {
      if (control === present) continue;
      control.dispatchEvent(
        new FocusEvent('focusout', {
          bubbles: true,
          composed: true,
          relatedTarget: present ?? null,
        }),
      );
    }
  }
}

function isAnswered(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some(
      ({ selected, defaultSelected }) => selected && !defaultSelected,
    );
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  if (control.type === 'file') return (control.files?.length ?? 0) > 0;
  if (control.type === 'radio') return control.checked && !control.defaultChecked;
  if (control.type === 'checkbox') return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

/** The same control of the element: what is chosen goes by its words, as a newer form may have its choices in another order. */
function twinOf(control: Control, index: number, wrapper: Element): Control | undefined {
  const all = ownIn(wrapper, controlSelector) as Control[];
  const alike = all.filter(
    (one) => one.localName === control.localName && one.type === control.type,
  );
  const isChoice = control.type === 'radio' || control.type === 'checkbox';
  if (isChoice) return alike.find((one) => wordsAround(one) === wordsAround(control));
  const twin = all[index];
  return twin !== undefined && alike.includes(twin) ? twin : alike[0];
}

function wordsAround(control: Element): string {
  return wordsOf(control.closest('label'));
}

function wordsOf(element: Element | null | undefined): string {
  return element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

/** Makes the twin say the same; answers whether it can. */
function answerAlike(control: Control, twin: Control): boolean {
  if (twin instanceof HTMLSelectElement && control instanceof HTMLSelectElement) {
    const words = wordsOf(control.selectedOptions[0]);
    const index = [...twin.options].findIndex((option) => wordsOf(option) === words);
    if (index >= 0) twin.selectedIndex = index;
    return index >= 0;
  }
  if (twin instanceof HTMLInputElement && control instanceof HTMLInputElement) {
    if (control.type === 'file') twin.files = control.files;
    else if (control.type === 'radio' || control.type === 'checkbox')
      twin.checked = control.checked;
    else twin.value = control.value;
    return true;
  }
  twin.value = control.value;
  return true;
}
