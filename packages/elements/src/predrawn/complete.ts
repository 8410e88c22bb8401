import { rootsIn } from './roots.js';

interface Updating extends Element {
  readonly updateComplete?: Promise<unknown>;
}

/** Resolves when what an element shows is complete, with all elements in it, and nothing in it says that it is loading. */
export async function complete(root: ShadowRoot): Promise<void> {
  do {
    await changedUntil(root, () => isComplete(root));
    for (const { updateComplete } of hostsIn(root)) await updateComplete;
  } while (!isComplete(root));
}

/** What an element itself has drawn. */
export function ownOf(root: ShadowRoot): Element[] {
  return [...root.children].filter((child) => !child.hasAttribute('data-predrawn'));
}

function isComplete(root: ShadowRoot): boolean {
  return (
    ownOf(root).length > 0 &&
    rootsIn(root).every(
      (one) =>
        one.childNodes.length > 0 && one.querySelector('[part~="base"][role="status"]') === null,
    )
  );
}

/** Resolves when the condition holds; asked again whenever something in the roots has changed. */
export function changedUntil(root: ShadowRoot, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      observer.disconnect();
      if (holds()) return resolve();
      for (const one of rootsIn(root)) observer.observe(one, { childList: true, subtree: true });
    };
    const observer = new MutationObserver(look);
    look();
  });
}

function hostsIn(root: ShadowRoot): Updating[] {
  return rootsIn(root).map(({ host }) => host);
}
