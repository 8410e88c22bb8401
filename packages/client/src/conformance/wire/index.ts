import { NotOffered, WireSite, type WireTarget } from './site.js';
import { coreCases, type WireCase } from './core.js';

export { coreCases, type WireCase } from './core.js';
export { WireSite, type WireTarget } from './site.js';

export interface WireResult extends Pick<WireCase, 'chapter' | 'name'> {
  /** What was broken; absent when the promise is kept. */
  readonly failure?: string;
  /** It is about something that the server leaves out, or that the kit was not told enough to look at. */
  readonly notOffered?: true;
}

/** Looks whether one promise is kept. */
export async function runCase(
  { chapter, name, run }: WireCase,
  site: WireSite,
): Promise<WireResult> {
  try {
    await run(site);
    return { chapter, name };
  } catch (error) {
    if (error instanceof NotOffered) return { chapter, name, notOffered: true };
    return { chapter, name, failure: error instanceof Error ? error.message : String(error) };
  }
}

/** Runs cases against a server, by default all, one after another, and tells each result. */
export async function* runCore(
  target: WireTarget,
  cases: readonly WireCase[] = coreCases,
): AsyncGenerator<WireResult, void> {
  for (const each of cases) yield await runCase(each, new WireSite(target));
}
