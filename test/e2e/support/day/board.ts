import type { Page } from '@playwright/test';

/** What stood on the board at one moment. */
export interface BoardView {
  readonly text: string;
  /** The numbers that are next. */
  readonly next: readonly string[];
}

/** Keeps everything that the board shows from now on. */
export async function watchBoard(page: Page): Promise<void> {
  await page.evaluate(() => {
    const root = document.querySelector('lpse-call-board')?.shadowRoot;
    if (!root) throw new Error('no board');
    const views: BoardView[] = [];
    Object.assign(window, { boardViews: views });
    const look = (): void => {
      const text = (root.querySelector('section')?.textContent ?? '').replace(/\s+/g, ' ');
      const next = [...root.querySelectorAll('.next li')].map((item) => item.textContent.trim());
      if (views.at(-1)?.text !== text) views.push({ text, next });
    };
    new MutationObserver(look).observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    look();
  });
}

export function boardViews(page: Page): Promise<readonly BoardView[]> {
  return page.evaluate(
    () => (window as unknown as { readonly boardViews: readonly BoardView[] }).boardViews,
  );
}
