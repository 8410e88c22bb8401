import { expect } from '@open-wc/testing';
import type { Draft, Drafts } from '@lpse-konsultasi/client';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import { waitUntil } from '../testing/wait-until.js';
import { DraftController } from './draft-controller.js';

/** Keeps what it is given, and lets a test decide when a save is done. */
class SlowDrafts implements Drafts {
  readonly saved: JsonObject[] = [];
  readonly removed: string[] = [];
  readonly #waiting: (() => void)[] = [];

  load(): Promise<Draft | undefined> {
    return Promise.resolve(undefined);
  }

  async save(_key: string, value: JsonObject): Promise<Draft> {
    this.saved.push(value);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return { value, savedAt: '2026-11-22T07:05:00.000Z' };
  }

  remove(key: string): Promise<void> {
    this.removed.push(key);
    return Promise.resolve();
  }

  finish(): void {
    this.#waiting.shift()?.();
  }
}

/** Answers loads when a test says so, in the order that it says. */
class HeldDrafts extends SlowDrafts {
  readonly #asked: ((found: Draft | undefined) => void)[] = [];

  override load(): Promise<Draft | undefined> {
    return new Promise((resolve) => this.#asked.push(resolve));
  }

  async answer(question: number, nama: string): Promise<void> {
    this.#asked[question]?.({ value: { nama }, savedAt: '2026-11-22T07:05:00.000Z' });
    await Promise.resolve();
    await Promise.resolve();
  }
}

function controllerOf(drafts: Drafts, keyNow = (): string => 'case/form'): DraftController {
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  const controller = new DraftController(host, () => ({ drafts, key: keyNow() }));
  controller.hostUpdate();
  return controller;
}

describe('A draft', () => {
  it('is on its way to the disk before the next keystroke, without a pause', () => {
    const drafts = new SlowDrafts();
    controllerOf(drafts).keep({ nama: 'R' });
    expect(drafts.saved).to.deep.equal([{ nama: 'R' }]);
  });

  it('skips what was typed over while the one before was being stored, never the last', async () => {
    const drafts = new SlowDrafts();
    const controller = controllerOf(drafts);
    for (const nama of ['R', 'Ri', 'Rin', 'Rina']) controller.keep({ nama });
    drafts.finish();
    await Promise.resolve();
    const flushed = controller.flush();
    await new Promise((resolve) => setTimeout(resolve));
    drafts.finish();
    await flushed;
    expect(drafts.saved).to.deep.equal([{ nama: 'R' }, { nama: 'Rina' }]);
    expect(controller.savedAt).to.equal('2026-11-22T07:05:00.000Z');
  });

  it('is the one that was asked for last, whichever answer comes first', async () => {
    const drafts = new HeldDrafts();
    let key = 'a';
    const controller = controllerOf(drafts, () => key);
    for (const next of ['b', 'a']) {
      key = next;
      controller.hostUpdate();
    }
    await drafts.answer(0, 'Lama');
    expect([controller.ready, controller.found]).to.deep.equal([false, undefined]);
    await drafts.answer(2, 'Baru');
    await drafts.answer(1, 'Lain');
    expect(controller.found?.value).to.deep.equal({ nama: 'Baru' });
  });

  it('keeps its last keystroke when another is typed in before that is stored', async () => {
    const drafts = new SlowDrafts();
    let key = 'a';
    const controller = controllerOf(drafts, () => key);
    controller.keep({ nama: 'R' });
    controller.keep({ nama: 'Ri' });
    key = 'b';
    controller.hostUpdate();
    controller.keep({ nama: 'B' });
    const flushed = controller.flush();
    for (let saves = 1; saves <= 3; saves += 1) {
      await waitUntil(() => drafts.saved.length === saves);
      drafts.finish();
    }
    await flushed;
    expect(drafts.saved).to.deep.equal([{ nama: 'R' }, { nama: 'Ri' }, { nama: 'B' }]);
  });

  it('that was handed in is not stored again behind the back of its removal', async () => {
    const drafts = new SlowDrafts();
    const controller = controllerOf(drafts);
    controller.keep({ nama: 'Rina' });
    controller.keep({ nama: 'Rina W' });
    const discarded = controller.discard('case/form');
    drafts.finish();
    await discarded;
    expect(drafts.saved).to.deep.equal([{ nama: 'Rina' }]);
    expect(drafts.removed).to.deep.equal(['case/form']);
  });
});
