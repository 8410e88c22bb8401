import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { signatureTexts, type SignatureTexts } from '../../locales/signature.js';
import { drawing } from '../display.js';
import { inkPath } from '../signature/ink.js';
import { inkBox } from '../signature/ink-box.js';
import { openPad, type Pad, type Strokes } from '../signature/pad.js';
import { signatureStyles } from '../signature/signature.styles.js';
import { typedInk } from '../signature/typed-ink.js';
import type { FieldView, LocalProblem, Widget } from '../widget.js';
import { widgetTexts } from '../widget-texts.js';

type Way = 'draw' | 'type';

/** What a field remembers of its mark besides the path data that is its value. */
interface Mark {
  way: Way;
  /** What was drawn here and now; empty for a drawing that came with the value. */
  strokes: Strokes;
  /** The values that the two ways lead to: who changes the way finds there what was left. */
  drawn: string | undefined;
  typed: string | undefined;
  text: string;
  canvas?: HTMLCanvasElement;
  pad?: Pad;
  /** Ends the present surface. */
  end?: AbortController;
}

const unwritable: LocalProblem = {
  keyword: 'pattern',
  message: (texts) => texts.signatureUnwritable,
};

/**
 * Initials or a signature, drawn or typed, kept as SVG path data either way: small, sharp in print, and unable to carry
 * anything but lines. The layout's option `ways` (`["draw"]`, `["type"]`) leaves only one of the two.
 */
export const signature: Widget = {
  labelling: 'group',
  styles: signatureStyles,
  render(view) {
    const mark = markOf(view);
    const texts = widgetTexts(view, signatureTexts);
    return html`${waysOf(view).length > 1 ? renderWays(view, mark, texts) : nothing}
    ${mark.way === 'type' ? renderTyping(view, mark, texts) : renderDrawing(view, mark, texts)}`;
  },
  handle(event, view) {
    const target = event.target as HTMLElement;
    if (event.type === 'input' && target.matches('[data-typed]')) {
      return type(view, (target as HTMLInputElement).value);
    }
    if (event.type === 'change' && target.matches('[data-way]')) {
      return turn(view, (target as HTMLInputElement).value as Way);
    }
    if (event.type !== 'click') return;
    const action = target.closest<HTMLElement>('[data-action]')?.dataset['action'];
    if (action === 'clear') clear(view);
    if (action === 'undo-stroke') undoStroke(view);
  },
};

function renderWays({ id }: FieldView, { way }: Mark, texts: SignatureTexts): unknown {
  const choice = (value: Way, words: string): unknown =>
    html`<label class="choice">
      <input
        type="radio"
        name=${`${id}-way`}
        data-way
        value=${value}
        .checked=${live(way === value)}
      />
      <span>${words}</span>
    </label>`;
  return html`<div class="ways" role="radiogroup" aria-label=${texts.way}>
    ${choice('draw', texts.draw)}${choice('type', texts.type)}
  </div>`;
}

function renderDrawing(view: FieldView, mark: Mark, texts: SignatureTexts): unknown {
  const { field, form, id } = view;
  const value = mark.drawn ?? '';
  // A drawing from a draft or another day cannot be drawn on: it is shown, and drawn anew or kept.
  const shown = value !== '' && mark.strokes.length === 0;
  const state = value === '' ? texts.empty : texts.drawn;
  return html`${field.texts.hint === undefined ? html`<p class="hint">${texts.drawHint}</p>` : nothing}
    ${
      shown
        ? drawing(value, form.texts.signatureDrawn)
        : html`<canvas
            class="ink"
            role="img"
            aria-label=${`${texts.box}, ${state}`}
            width=${inkBox.width}
            height=${inkBox.height}
            ${ref((element) => prepare(view, element))}
          ></canvas>`
    }
    <p class="row-buttons">
      ${
        mark.strokes.length > 0
          ? html`<button type="button" class="button button-small" data-action="undo-stroke">
              ${texts.undoStroke}
            </button>`
          : nothing
      }
      <button type="button" part="control" class="button button-small" id=${id} data-action="clear">
        ${texts.clear}
      </button>
    </p>`;
}

function renderTyping(view: FieldView, mark: Mark, texts: SignatureTexts): unknown {
  const { id, problem, describedBy } = view;
  const described = [describedBy, `${id}-how`].filter((part) => part !== nothing).join(' ');
  return html`<label class="label" for=${id}>${texts.typedLabel}</label>
    <p class="hint" id=${`${id}-how`}>${texts.typedHint}</p>
    <input
      part="control"
      class="control"
      id=${id}
      data-typed
      type="text"
      maxlength="60"
      autocomplete="off"
      spellcheck="false"
      aria-describedby=${described}
      aria-invalid=${problem === undefined ? nothing : 'true'}
      .value=${live(mark.text)}
    />
    ${
      mark.typed === undefined
        ? html`<div class="ink"></div>`
        : drawing(mark.typed, texts.mark(mark.text.trim()))
    }`;
}

function waysOf({ field }: FieldView): readonly Way[] {
  const given = field.node.layout.options?.['ways'];
  const ways = (['draw', 'type'] as const).filter(
    (way) => !Array.isArray(given) || given.includes(way),
  );
  return ways.length === 0 ? ['draw', 'type'] : ways;
}

function markOf(view: FieldView): Mark {
  const { field, form } = view;
  // A surface outlives the view that it was opened in: what counts is the value as it stands.
  const stored = form.model.get(field.pointer);
  const value = typeof stored === 'string' && stored !== '' ? stored : undefined;
  const mark = form.state<Mark>(`${field.pointer}#mark`, () => ({
    way: waysOf(view)[0] ?? 'draw',
    strokes: [],
    drawn: value,
    typed: undefined,
    text: '',
  }));
  // The page has set another value since: what was made here no longer stands for it.
  if (value !== (mark.way === 'draw' ? mark.drawn : mark.typed)) {
    Object.assign(mark, { way: 'draw', strokes: [], drawn: value, typed: undefined, text: '' });
  }
  return mark;
}

function turn(view: FieldView, way: Way): void {
  const mark = markOf(view);
  mark.way = way;
  view.form.setLocalProblem(view.field.pointer, undefined);
  view.form.edit(view.field.pointer, way === 'draw' ? mark.drawn : mark.typed);
  view.form.refresh(view.field.pointer);
}

function type(view: FieldView, text: string): void {
  const mark = markOf(view);
  const path = typedInk(text, maxLengthOf(view));
  mark.text = text;
  mark.typed = path === '' ? undefined : path;
  view.form.edit(view.field.pointer, mark.typed);
  view.form.setLocalProblem(
    view.field.pointer,
    text.trim() !== '' && path === '' ? unwritable : undefined,
  );
  view.form.refresh(view.field.pointer);
}

function draw(view: FieldView, strokes: Strokes): void {
  const mark = markOf(view);
  const points = strokes.map((stroke) => stroke.points);
  const path = inkPath(points, inkBox, maxLengthOf(view));
  mark.strokes = strokes;
  mark.drawn = path === '' ? undefined : path;
  view.form.edit(view.field.pointer, mark.drawn);
  view.form.refresh(view.field.pointer);
}

function clear(view: FieldView): void {
  markOf(view).pad?.show([]);
  draw(view, []);
  view.form.announce(widgetTexts(view, signatureTexts).emptied);
}

function undoStroke(view: FieldView): void {
  const mark = markOf(view);
  const strokes = mark.strokes.slice(0, -1);
  mark.pad?.show(strokes);
  draw(view, strokes);
  view.form.announce(widgetTexts(view, signatureTexts).strokeUndone);
  // The button goes with the last stroke.
  if (strokes.length === 0) view.form.focus(view.field.pointer, '[data-action="clear"]');
}

function maxLengthOf({ field }: FieldView): number | undefined {
  const limit = field.node.schema['maxLength'];
  return typeof limit === 'number' ? limit : undefined;
}

/** Loads the drawing library the first time that a form shows a box to draw in. */
function prepare(view: FieldView, element: Element | undefined): void {
  const mark = markOf(view);
  if (!(element instanceof HTMLCanvasElement) || mark.canvas === element) return;
  mark.canvas = element;
  mark.end?.abort();
  const end = new AbortController();
  mark.end = end;
  const opening = openPad(element, {
    strokes: mark.strokes,
    signal: AbortSignal.any([view.form.signal, end.signal]),
    drawn(strokes) {
      draw(view, strokes);
      view.form.announce(view.form.texts.signatureDrawn);
    },
  }).then(
    (pad) => {
      if (mark.canvas === element) mark.pad = pad;
    },
    (error: unknown) => view.form.failed(error),
  );
  view.form.waitFor(opening);
}
