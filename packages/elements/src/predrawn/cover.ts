import { css, type LitElement } from 'lit';

const underneath = css`
  :host > :not([data-predrawn]) {
    display: none !important;
  }
`;

/**
 * Where a page brought the element already drawn (`predraw`), that stays in sight until the element's own content stands
 * complete underneath. What takes over then is code that no other page loads.
 */
export function keepCover(
  host: LitElement,
  root: HTMLElement | DocumentFragment,
): HTMLElement | DocumentFragment {
  const cover = root.firstElementChild;
  const sheet = underneath.styleSheet;
  const isCovered = root instanceof ShadowRoot && cover?.hasAttribute('data-predrawn') === true;
  if (!isCovered || sheet === undefined) return root;
  root.adoptedStyleSheets.push(sheet);
  // Behind it: of two with the same id, a label means the first, and that is to be the one in sight.
  host.renderOptions.renderBefore = null;
  const uncover = (): void => {
    cover?.remove();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((worn) => worn !== sheet);
  };
  import('./take-over.js')
    .then(({ takeOver }) => takeOver(root, cover as HTMLElement, uncover))
    // Without that code the form has to be filled in anew, which is better than one that does nothing.
    .catch(uncover);
  return root;
}
