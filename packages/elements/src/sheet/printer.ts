import { render, type CSSResultOrNative, type ReactiveControllerHost } from 'lit';
import { paperRules } from './paper-rules.js';

/** A sheet that can be put on paper: it draws itself into a root that holds nothing else. */
export interface Printable {
  /** On the page and in sight, with something to print. */
  isPrintable(): boolean;
  /** Stands in the margin of each page, beside the page number. */
  runningTitle(): string;
  /** Draws the sheet now, before it returns. */
  drawInto(root: ShadowRoot): void;
}

/** What an element needs to tell in order to come out of a printer as it is, without the page around it. */
interface PaperOf {
  readonly styles: readonly CSSResultOrNative[];
  /** Undefined while there is nothing to print. */
  readonly content: () => unknown;
  readonly runningTitle: () => string;
}

/** An element as paper: what it shows, in its own styles, for as long as it is in sight. */
export function printableElement(
  element: Element & ReactiveControllerHost,
  { styles, content, runningTitle }: PaperOf,
): Printable {
  return printedWith(element, {
    isPrintable: () => element.checkVisibility() && content() !== undefined,
    runningTitle,
    drawInto(root) {
      root.adoptedStyleSheets = styles.flatMap((each) =>
        each instanceof CSSStyleSheet ? each : (each.styleSheet ?? []),
      );
      render(content(), root);
    },
  });
}

const sheets = new Set<Printable>();
/** The one that was asked to print, when the page holds several. */
let only: Printable | undefined;
let cleanUp: (() => void) | undefined;

/** While the element is on the page, whatever prints the page prints the sheet alone. Answers the sheet. */
export function printedWith(host: ReactiveControllerHost, sheet: Printable): Printable {
  host.addController({
    hostConnected() {
      listen();
      sheets.add(sheet);
    },
    hostDisconnected() {
      sheets.delete(sheet);
      if (sheets.size > 0) return;
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    },
  });
  return sheet;
}

/** Opens the browser's print dialogue for this sheet. */
export function printAlone(sheet: Printable): void {
  only = sheet;
  // A slip is printed where no sheet is on the page.
  listen();
  // Browsers fire both events inside this call; where one does not wait, `afterprint` still comes last.
  window.print();
}

/** Once, however often it is called. */
function listen(): void {
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
}

function begin(): void {
  end();
  const chosen = only === undefined ? [...sheets].filter((sheet) => sheet.isPrintable()) : [only];
  only = undefined;
  if (chosen.length === 0) return;
  const twin = document.createElement('div');
  twin.dataset['lpsePrint'] = '';
  for (const sheet of chosen) {
    const page = document.createElement('div');
    sheet.drawInto(page.attachShadow({ mode: 'open' }));
    twin.append(page);
  }
  const rules = new CSSStyleSheet();
  rules.replaceSync(pageRules(chosen.map((sheet) => sheet.runningTitle()).join(' · ')));
  document.body.append(twin);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  cleanUp = () => {
    twin.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== rules);
  };
}

function end(): void {
  cleanUp?.();
  cleanUp = undefined;
}

/**
 * The page's own print rules stay where they are; these come after them and leave nothing of the page but the twin.
 * The host may have given `body` a grid, a height or a transform, all of which would spoil the paper.
 */
function pageRules(runningTitle: string): string {
  return `
    ${paperRules(runningTitle)}
    @media screen { body > [data-lpse-print] { display: none !important; } }
    @media print {
      html, body {
        all: initial !important;
        display: block !important;
      }
      body > :not([data-lpse-print]) { display: none !important; }
      body::before, body::after, html::before, html::after { content: none !important; }
      body > [data-lpse-print], body > [data-lpse-print] > div {
        all: initial !important;
        display: block !important;
      }
      body > [data-lpse-print] > div + div { break-before: page !important; }
    }
  `;
}
