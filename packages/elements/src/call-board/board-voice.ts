import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { announcement, type Board, type BoardCall } from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';
import { Announcer } from './announcer.js';
import { oneVoice } from './one-voice.js';
import { BoardSpeaker, type Speaker } from './speaker.js';

/** What is said when the sound is tried out. */
const trial = { nomor: 'A-012', loket: '1' } as const;

export interface VoiceSource {
  readonly environment: () => Environment | undefined;
  readonly name: () => string;
  readonly isMuted: () => boolean;
  /** In place of the board's own. */
  readonly speaker: () => Speaker | undefined;
  /** Which call is being said now. */
  readonly onChange: (call: BoardCall | undefined) => void;
}

/** The board's voice: says each new call once, in one tab, and remembers across reloads what was said and how loud. */
export class BoardVoice implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: VoiceSource;
  #life: AbortController | undefined;
  #memo: Environment['memo'] | undefined;
  #key = '';
  #isConnected = false;
  #announcer: Announcer | undefined;
  #speaker: Speaker | undefined;
  #hasTurn = false;
  #hasFailed = false;
  #isTesting = false;
  #last: Board | undefined;

  constructor(host: ReactiveControllerHost, source: VoiceSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  get status(): 'off' | 'elsewhere' | 'blocked' | 'failed' | 'on' {
    const voice = this.#source.environment()?.profile.procedure.board.voice;
    const isSilent = voice?.source === 'none' && !voice.chime;
    if (this.#source.isMuted() || voice === undefined || isSilent) return 'off';
    if (!this.#hasTurn) return 'elsewhere';
    if (this.#hasFailed || this.#speaker === undefined) return 'failed';
    return this.#speaker.isBlocked ? 'blocked' : 'on';
  }

  get volume(): number {
    return this.#speaker?.volume ?? 1;
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const environment = this.#source.environment();
    const key = environment && `board/${environment.profile.id}/${this.#source.name()}`;
    // An update that was due when the board left its page is still carried out.
    if (environment === undefined || key === undefined || !this.#isConnected) return;
    if (this.#life !== undefined && key === this.#key && this.#memo === environment.memo) return;
    this.#end();
    this.#key = key;
    this.#memo = environment.memo;
    this.#life = new AbortController();
    void this.#begin(environment, this.#life.signal);
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#end();
  }

  /** Takes in the board as it stands now. */
  update(board: Board): void {
    if (board === this.#last) return;
    this.#last = board;
    this.#announcer?.update(board);
  }

  /** Called from a person's touch. */
  async unlock(): Promise<void> {
    await this.#speaker?.unlock().catch(() => (this.#hasFailed = true));
    this.#host.requestUpdate();
    if (this.status === 'on') await this.test();
  }

  setVolume(volume: number): void {
    if (this.#speaker !== undefined) this.#speaker.volume = volume;
    void this.#memo?.set(`${this.#key}/volume`, volume).catch(() => undefined);
    this.#host.requestUpdate();
  }

  async test(): Promise<void> {
    if (this.#isTesting || this.#life === undefined) return;
    this.#isTesting = true;
    await this.#say(trial, this.#life.signal, { times: 1 });
    this.#isTesting = false;
  }

  async #begin({ memo }: Environment, signal: AbortSignal): Promise<void> {
    const volume = await memo.get(`${this.#key}/volume`).catch(() => undefined);
    if (signal.aborted) return;
    this.#speaker = this.#source.speaker() ?? this.#ownSpeaker();
    if (this.#speaker !== undefined) {
      this.#speaker.onChange = () => this.#host.requestUpdate();
      if (typeof volume === 'number') this.#speaker.volume = volume;
      // Where the page may play sound already (a kiosk browser, an installed page), nobody has to press anything.
      void this.#speaker.unlock().catch(() => undefined);
    }
    oneVoice(this.#key, signal, () => void this.#speak(signal));
    this.#host.requestUpdate();
  }

  /** From now on this tab speaks. What another tab has said until now, the memo knows. */
  async #speak(signal: AbortSignal): Promise<void> {
    const memo = this.#memo;
    const mark = await memo?.get(this.#key).catch(() => undefined);
    if (signal.aborted) return;
    this.#hasTurn = true;
    const announcer = new Announcer({
      say: (call, stop) => this.#say(call, stop),
      remember: (last) => void memo?.set(this.#key, last).catch(() => undefined),
      onChange: this.#source.onChange,
    });
    const now = this.#source.environment()?.clock.now() ?? new Date();
    announcer.begin(typeof mark === 'string' ? mark : undefined, now);
    signal.addEventListener('abort', () => announcer.stop(), { once: true });
    this.#announcer = announcer;
    if (this.#last !== undefined) announcer.update(this.#last);
    this.#host.requestUpdate();
  }

  #ownSpeaker(): Speaker | undefined {
    try {
      return new BoardSpeaker();
    } catch {
      // No audio on this device: the board is for the eye then.
      return undefined;
    }
  }

  /** A board that is muted, or whose sound is held back, lets its calls pass: they are not said all at once later. */
  async #say(
    call: Pick<BoardCall, 'nomor' | 'loket'>,
    signal: AbortSignal,
    changes: { readonly times?: number } = {},
  ): Promise<void> {
    const rules = this.#source.environment()?.profile.procedure.board.voice;
    if (rules === undefined || this.status !== 'on') return;
    try {
      await this.#speaker?.say(announcement(call, rules), { ...rules, ...changes }, signal);
    } catch {
      this.#hasFailed = true;
      this.#host.requestUpdate();
    }
  }

  #end(): void {
    this.#life?.abort();
    this.#life = undefined;
    this.#announcer = undefined;
    this.#hasTurn = false;
    this.#hasFailed = false;
    if (this.#speaker !== undefined && this.#speaker !== this.#source.speaker())
      this.#speaker.close();
    this.#speaker = undefined;
    this.#source.onChange(undefined);
  }
}
