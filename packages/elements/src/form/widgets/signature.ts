import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { drawing } from '../display.js';
import { inkBox, inkPath } from '../ink.js';
import type { FieldView, Widget } from '../widget.js';

interface Pad {
  /** The surface that is being drawn on, while there is one. */
  canvas?: HTMLCanvasElement;
  clear?: () => void;
  /** The value was drawn here and now: the surface shows it already. */
  drawnHere: boolean;
}

/**
 * Drawn initials, kept as SVG path data: small, sharp in print, and unable to carry anything but lines. Who cannot
 * draw chooses to type them, which is another field of the same form.
 */
export const signature: Widget = {
  labelling: 'group',
  render(view) {
    const { field, form, id } = view;
    const pad = padOf(view);
    const value = typeof field.value === 'string' ? field.value : '';
    // Initials from a draft or another day cannot be drawn on: they are shown, and drawn anew or kept.
    const shown = value !== '' && !pad.drawnHere;
    return html`
      ${
        field.texts.hint === undefined
          ? html`<p class="hint">${form.texts.signatureHint}</p>`
          : nothing
      }
      ${
        shown
          ? drawing(value, form.texts.signatureDrawn)
          : html`<canvas
              class="ink"
              role="img"
              aria-label=${`${form.texts.signatureBox}. ${value === '' ? form.texts.signatureEmpty : form.texts.signatureDrawn}`}
              width=${inkBox.width}
              height=${inkBox.height}
              ${ref((element) => prepare(view, element))}
            ></canvas>`
      }
      <p>
        <button
          type="button"
          part="control"
          class="button button-small"
          id=${id}
          data-action="clear"
        >
          ${form.texts.signatureClear}
        </button>
      </p>
    `;
  },
  handle(event, view) {
    if (event.type !== 'click') return;
    if ((event.target as Element).closest('[data-action="clear"]') === null) return;
    const pad = padOf(view);
    pad.clear?.();
    pad.drawnHere = false;
    view.form.edit(view.field.pointer, undefined);
    view.form.announce(view.form.texts.signatureEmpty);
  },
};

function padOf({ field, form }: FieldView): Pad {
  return form.state<Pad>(field.pointer, () => ({ drawnHere: false }));
}

function prepare(view: FieldView, element: Element | undefined): void {
  const pad = padOf(view);
  if (!(element instanceof HTMLCanvasElement) || pad.canvas === element) return;
  pad.canvas = element;
  void attach(view, pad, element);
}

/** Loads the drawing library the first time that a form shows a box to draw in. */
async function attach(view: FieldView, pad: Pad, canvas: HTMLCanvasElement): Promise<void> {
  const { form, field } = view;
  const { signal } = form;
  const { default: SignaturePad } = await import('signature_pad');
  if (signal.aborted || pad.canvas !== canvas) return;
  const { color } = getComputedStyle(canvas);
  const ink = new SignaturePad(canvas, { penColor: color, minWidth: 1, maxWidth: 2.5 });
  const fit = (): void => fitToScreen(canvas, () => ink.fromData(ink.toData()));
  const watched = new ResizeObserver(fit);
  watched.observe(canvas);
  ink.addEventListener('endStroke', () => {
    const limit = field.node.schema['maxLength'];
    const strokes = ink.toData().map(({ points }) => points);
    const surface = canvas.getBoundingClientRect();
    pad.drawnHere = true;
    form.edit(
      field.pointer,
      inkPath(strokes, surface, typeof limit === 'number' ? limit : undefined),
    );
    form.announce(form.texts.signatureDrawn);
  });
  pad.clear = () => ink.clear();
  signal.addEventListener('abort', () => {
    watched.disconnect();
    ink.off();
  });
}

/** Gives the drawing surface as many pixels as the screen has there; redrawing follows, since resizing empties it. */
function fitToScreen(canvas: HTMLCanvasElement, redraw: () => void): void {
  const ratio = Math.max(devicePixelRatio, 1);
  const { width, height } = canvas.getBoundingClientRect();
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (wide === 0 || (canvas.width === wide && canvas.height === high)) return;
  canvas.width = wide;
  canvas.height = high;
  canvas.getContext('2d')?.scale(ratio, ratio);
  redraw();
}
