import { expect, fixture, html } from '@open-wc/testing';
import {
  announcement,
  type Board,
  type BoardCall,
  type VoiceRules,
} from '@lpse-konsultasi/form-schema';
import { createMemoryMemo } from '@lpse-konsultasi/client/memory';
import type { Backend } from '@lpse-konsultasi/client';
import '../define/call-board.js';
import { clock, openOffice, type Office } from '../desk/desk-harness.test.js';
import { boardTexts } from '../locales/board.js';
import { boardEn } from '../locales/board.en.js';
import { waitUntil } from '../testing/wait-until.js';
import type { LpseCallBoard } from './call-board.js';
import { BoardSpeaker, type Speaker } from './speaker.js';
import { voicePlaces } from './voice-data.js';

const { id } = boardTexts;

/** Hears what is said, and takes as long as the test wants. */
class Ear implements Speaker {
  isBlocked = false;
  volume = 1;
  onChange?: () => void;
  readonly heard: string[] = [];
  readonly #pending: (() => void)[] = [];
  readonly isSlow: boolean;
  constructor(isSlow = false) {
    this.isSlow = isSlow;
  }
  async unlock(): Promise<void> {
    await Promise.resolve();
  }
  async say({ text }: { readonly text: string }): Promise<void> {
    this.heard.push(text);
    if (this.isSlow) await new Promise<void>((resolve) => this.#pending.push(resolve));
  }
  finish(): void {
    this.#pending.shift()?.();
  }
  close(): void {}
}

/** A board that the test writes on. */
class Feed {
  #board: Board = { at: '', calls: [], next: [], waiting: 0 };
  readonly #wake = new Set<() => void>();
  isBroken = false;

  show(changes: Partial<Board>): void {
    this.#board = { ...this.#board, ...changes };
    this.#tell();
  }

  call(nomor: string, changes: Partial<BoardCall> = {}): void {
    const at = new Date(
      clock.now().getTime() + 1_000 * (1 + this.#board.calls.length),
    ).toISOString();
    const call = { nomor, loket: '1', urutan: 1, isCalling: true, at, ...changes };
    this.show({ calls: [call, ...this.#board.calls.filter((each) => each.nomor !== nomor)] });
  }

  came(nomor: string): void {
    const calls = this.#board.calls.map((call) =>
      call.nomor === nomor ? { ...call, isCalling: false } : call,
    );
    this.show({ calls });
  }

  fail(): void {
    this.isBroken = true;
    this.#tell();
  }

  #tell(): void {
    for (const wake of this.#wake) wake();
    this.#wake.clear();
  }

  async *boards(signal?: AbortSignal): AsyncGenerator<Board> {
    for (;;) {
      if (this.isBroken) throw new Error('no line');
      const board = this.#board;
      yield board;
      while (board === this.#board && !this.isBroken && signal?.aborted !== true)
        await new Promise<void>((resolve) => {
          this.#wake.add(resolve);
          signal?.addEventListener('abort', () => resolve());
        });
      if (signal?.aborted === true) return;
    }
  }
}

interface Open {
  readonly element: LpseCallBoard;
  readonly feed: Feed;
  readonly ear: Ear;
}

let office: Office;

function boardWith(
  changes: Partial<Pick<LpseCallBoard, 'muted' | 'locale' | 'memo' | 'name'>> & {
    readonly ear?: Ear;
    readonly feed?: Feed;
  } = {},
): Open {
  const { ear = new Ear(), feed = new Feed(), ...properties } = changes;
  const user = office.as({ id: 'user', role: 'user', name: '' });
  const backend = Object.assign(Object.create(user) as Backend, {
    board: (options?: { signal?: AbortSignal }) => feed.boards(options?.signal),
  });
  const element = Object.assign(document.createElement('lpse-call-board'), {
    backend,
    clock,
    speaker: ear,
    name: crypto.randomUUID(),
    memo: createMemoryMemo(),
    drafts: {
      load: async () => undefined,
      save: async () => undefined,
      remove: async () => undefined,
    },
    ...properties,
  });
  return { element, feed, ear };
}

async function open(changes: Parameters<typeof boardWith>[0] = {}): Promise<Open> {
  const all = boardWith(changes);
  await fixture(html`<div class="screen">${all.element}</div>`);
  await waitUntil(() => words(all.element).length > 0, 'no board');
  return all;
}

const words = (element: LpseCallBoard): string =>
  element.shadowRoot?.querySelector('[part~="base"]')?.textContent?.replaceAll(/\s+/g, ' ') ?? '';

const large = (element: LpseCallBoard): string | undefined =>
  element.shadowRoot?.querySelector('.current .number')?.textContent ?? undefined;

function said(nomor: string, loket = '1'): string {
  return announcement({ nomor, loket }, { digits: 'each', zero: 'nol' }).text;
}

async function heard(ear: Ear, ...texts: string[]): Promise<void> {
  await waitUntil(() => ear.heard.length >= texts.length, `heard ${ear.heard.join(' | ')}`);
  expect(ear.heard).to.deep.equal(texts);
}

describe('<lpse-call-board>', () => {
  before(async () => {
    office = await openOffice();
  });

  it('welcomes, then shows the number that is called, its counter and the last five calls', async () => {
    const { element, feed } = await open();
    expect(words(element)).to.contain(id.welcome);
    for (const number of [1, 2, 3, 4, 5, 6, 7]) feed.call(`A-00${number}`);
    feed.show({ next: ['A-008', 'A-009'], waiting: 2 });
    await waitUntil(() => large(element) !== undefined && words(element).includes('A-008'));
    expect(element.shadowRoot?.querySelectorAll('.last li').length).to.equal(5);
    expect(words(element)).to.contain(id.counter('1'));
    expect(words(element)).to.contain(id.noEstimate);
  });

  it('keeps the number within its frame, and in the middle of it', async () => {
    const { element, feed } = await open();
    feed.call('A-012');
    await waitUntil(() => large(element) === 'A-012', 'not shown');
    const box = (part: string): DOMRect =>
      element.shadowRoot?.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
    const [stage, number] = [box('.stage'), box('.current .number')];
    expect(number.left - stage.left).to.be.at.least(stage.width * 0.02);
    expect(number.left - stage.left).to.be.closeTo(stage.right - number.right, 2);
  });

  it('says each call once, one after the other, and shows the one that is being said', async () => {
    const { element, feed, ear } = await open({ ear: new Ear(true) });
    await waitUntil(() => words(element).includes(id.soundOn));
    feed.call('A-001');
    feed.call('A-002');
    await heard(ear, said('A-001'));
    await waitUntil(() => large(element) === 'A-001');
    ear.finish();
    await heard(ear, said('A-001'), said('A-002'));
    await waitUntil(() => large(element) === 'A-002');
    feed.show({ waiting: 9 });
    ear.finish();
    await waitUntil(() => words(element).includes(id.nobody));
    await heard(ear, said('A-001'), said('A-002'));
  });

  it('says a number again when it is called again, once for several calls that wait', async () => {
    const { element, feed, ear } = await open({ ear: new Ear(true) });
    await waitUntil(() => words(element).includes(id.soundOn));
    feed.call('A-001');
    await heard(ear, said('A-001'));
    const later = (seconds: number): string =>
      new Date(clock.now().getTime() + seconds * 1_000).toISOString();
    feed.call('A-001', { urutan: 2, at: later(20) });
    await element.updateComplete;
    feed.call('A-001', { urutan: 3, at: later(30) });
    await waitUntil(() => words(element).includes(id.again(3)));
    ear.finish();
    await heard(ear, said('A-001'), said('A-001'));
  });

  it('does not say a call whose person has come before it was its turn', async () => {
    const { element, feed, ear } = await open({ ear: new Ear(true) });
    await waitUntil(() => words(element).includes(id.soundOn));
    feed.call('A-001');
    await heard(ear, said('A-001'));
    feed.call('A-002');
    feed.call('A-003');
    await waitUntil(() => words(element).includes('A-003'));
    feed.came('A-002');
    await element.updateComplete;
    await waitUntil(() => element.shadowRoot?.querySelectorAll('.last small').length === 2);
    ear.finish();
    await heard(ear, said('A-001'), said('A-003'));
  });

  it('says after a reload what was cut short, and nothing that was said', async () => {
    const memo = createMemoryMemo();
    const name = 'reload';
    const feed = new Feed();
    const first = await open({ memo, name, feed, ear: new Ear(true) });
    await waitUntil(() => words(first.element).includes(id.soundOn));
    feed.call('A-001');
    await heard(first.ear, said('A-001'));
    first.ear.finish();
    await waitUntil(() => first.element.shadowRoot !== null);
    feed.call('A-002');
    await heard(first.ear, said('A-001'), said('A-002'));
    first.element.remove();
    const second = await open({ memo, name, feed });
    await heard(second.ear, said('A-002'));
  });

  it('says no old calls when it opens for the first time', async () => {
    const feed = new Feed();
    feed.call('A-001', { at: new Date(clock.now().getTime() - 5_000).toISOString() });
    const { element, ear } = await open({ feed });
    await waitUntil(() => large(element) === 'A-001' && words(element).includes(id.soundOn));
    feed.call('A-002');
    await heard(ear, said('A-002'));
  });

  it('speaks in one tab of those that show the same board; another takes over when it is gone', async () => {
    const feed = new Feed();
    const first = await open({ name: 'hall', feed });
    await waitUntil(() => words(first.element).includes(id.soundOn));
    const second = await open({ name: 'hall', feed });
    await waitUntil(() => words(second.element).includes(id.soundElsewhere));
    feed.call('A-001');
    await heard(first.ear, said('A-001'));
    await waitUntil(() => large(second.element) === 'A-001');
    expect(second.ear.heard).to.deep.equal([]);
    first.element.remove();
    await waitUntil(() => words(second.element).includes(id.soundOn));
  });

  it('has a button while the browser holds sound back, and lets those calls pass', async () => {
    const ear = new Ear();
    ear.isBlocked = true;
    const { element, feed } = await open({ ear });
    await waitUntil(() => words(element).includes(id.enableSound));
    feed.call('A-001');
    await waitUntil(() => large(element) === 'A-001');
    ear.unlock = async () => {
      ear.isBlocked = false;
      await Promise.resolve();
    };
    element.shadowRoot?.querySelector<HTMLButtonElement>('.button-primary')?.click();
    // What is said then is the trial, so that whoever pressed it hears how loud it is.
    await heard(ear, said('A-012'));
    feed.call('A-002');
    await heard(ear, said('A-012'), said('A-002'));
  });

  it('works muted', async () => {
    const { element, feed, ear } = await open({ muted: true });
    feed.call('A-001');
    await waitUntil(() => large(element) === 'A-001');
    expect(words(element)).to.contain(id.soundOff);
    expect(ear.heard).to.deep.equal([]);
  });

  it('says when the line is lost, keeps what it knew, and goes on by itself', async () => {
    const { element, feed } = await open();
    feed.call('A-001');
    await waitUntil(() => large(element) === 'A-001');
    feed.fail();
    await waitUntil(() => element.shadowRoot?.querySelector('.lost') !== null);
    expect(large(element)).to.equal('A-001');
    feed.isBroken = false;
    feed.call('A-002');
    await waitUntil(() => element.shadowRoot?.querySelector('.lost') === null, 'goes on');
    await waitUntil(() => large(element) === 'A-002');
  });

  for (const [locale, texts] of [
    ['id', id],
    ['en', boardEn],
  ] as const)
    it(`has nothing for axe to find in ${locale}, with and without calls`, async () => {
      const { element, feed } = await open({ locale });
      await waitUntil(() => words(element).includes(texts.welcome));
      await expect(element).to.be.accessible();
      feed.call('A-001');
      feed.show({
        next: ['A-002'],
        waiting: 1,
        estimate: { from: 5, until: 15, mayEndToday: true },
      });
      await waitUntil(() => words(element).includes(texts.estimate(5, 15)));
      await expect(element).to.be.accessible();
    });

  it('finds every place of its voice within the sound, and none of them silent', async () => {
    const { voiceSound } = await import('./voice-data.js');
    const bytes = Uint8Array.from(atob(voiceSound), (character) => character.charCodeAt(0));
    const buffer = await new OfflineAudioContext(1, 1, 22_050).decodeAudioData(bytes.buffer);
    const samples = buffer.getChannelData(0);
    for (const [clip, [from, length]] of Object.entries(voicePlaces)) {
      expect(from + length, clip).to.be.lessThan(buffer.duration);
      const part = samples.subarray(
        Math.floor(from * buffer.sampleRate),
        Math.floor((from + length) * buffer.sampleRate),
      );
      expect(Math.max(...part), clip).to.be.greaterThan(0.2);
    }
  });

  it('says nothing and waits for nobody while the browser holds its sound back', async () => {
    const speaker = new BoardSpeaker();
    const rules: VoiceRules = {
      source: 'clips',
      digits: 'each',
      zero: 'nol',
      times: 1,
      chime: true,
    };
    if (speaker.isBlocked)
      await speaker.say(announcement({ nomor: 'A-1' }, rules), rules, new AbortController().signal);
    speaker.close();
    expect(speaker.isBlocked).to.equal(true);
  });
});
