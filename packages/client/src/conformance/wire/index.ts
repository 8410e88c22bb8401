import { WireSite, type WireTarget } from './site.js';
import { coreCases, type WireCase } from './core.js';

export { coreCases, type WireCase } from './core.js';
export { WireSite, type WireTarget } from './site.js';

export interface WireResult extends Pick<WireCase, 'chapter' | 'name'> {
  /** What was broken; absent when the promise is kept. */
  readonly failure?: string;
}

/** Runs the core of the contract against a server, one case after another, and tells each result. */
export async function* runCore(target: WireTarget): AsyncGenerator<WireResult, void> {
  for (const { chapter, name, run } of coreCases) {
    try {
      await run(new WireSite(target));
      yield { chapter, name };
    } catch (error) {
      yield { chapter, name, failure: error instanceof Error ? error.message : String(error) };
    }
  }
}
