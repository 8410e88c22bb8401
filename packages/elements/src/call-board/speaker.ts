import type { Announcement, VoiceRules } from '@lpse-konsultasi/form-schema';

/** Says calls aloud. A page may bring its own, e.g. for the loudspeakers of a hall. */
export interface Speaker {
  /** Whether it could be heard now; browsers hold sound back until somebody has touched the page. */
  readonly isBlocked: boolean;
  /** Called from a person's touch, which is what lifts the block. */
  unlock(): Promise<void>;
  /** From 0 to 1. */
  volume: number;
  /** Resolves when it was said, or when `signal` fires. Rejects when the device cannot say anything. */
  say(announcement: Announcement, rules: VoiceRules, signal: AbortSignal): Promise<void>;
  /** Told whenever `isBlocked` may have changed. */
  onChange?: () => void;
  close(): void;
}

/** Seconds. */
const betweenWords = 0.05;
const betweenGroups = 0.3;
const betweenTimes = 0.8;
const afterChime = 0.25;
/** Two falling tones: Hertz, and how long each sounds. */
const chimeTones = [
  { frequency: 659.25, length: 0.55 },
  { frequency: 523.25, length: 0.9 },
] as const;

/** The board's own voice: the clips, or the device's Indonesian voice where the office prefers it. */
export class BoardSpeaker implements Speaker {
  onChange?: () => void;
  readonly #context: AudioContext;
  readonly #gain: GainNode;
  #buffer: Promise<AudioBuffer> | undefined;
  #places: Promise<typeof import('./voice-data.js')> | undefined;

  constructor() {
    this.#context = new AudioContext();
    this.#gain = this.#context.createGain();
    this.#gain.connect(this.#context.destination);
    this.#context.addEventListener('statechange', this.#tell);
  }

  get isBlocked(): boolean {
    return this.#context.state !== 'running';
  }

  get volume(): number {
    return this.#gain.gain.value;
  }

  set volume(volume: number) {
    this.#gain.gain.value = Math.min(1, Math.max(0, volume));
  }

  async unlock(): Promise<void> {
    await this.#context.resume();
  }

  async say(announcement: Announcement, rules: VoiceRules, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.isBlocked) return;
    if (rules.chime) await this.#chime(signal);
    const voice = rules.source === 'speech' ? indonesianVoice() : undefined;
    for (let time = 0; time < rules.times && !signal.aborted; time += 1) {
      if (time > 0) await pause(betweenTimes, signal);
      if (rules.source === 'none') return;
      if (voice === undefined) await this.#sayClips(announcement, signal);
      else await this.#read(announcement.text, voice, signal);
    }
  }

  close(): void {
    this.#context.removeEventListener('statechange', this.#tell);
    if (this.#context.state !== 'closed') void this.#context.close();
  }

  readonly #tell = (): void => this.onChange?.();

  async #chime(signal: AbortSignal): Promise<void> {
    let at = this.#context.currentTime;
    const begin = at;
    for (const { frequency, length } of chimeTones) {
      const tone = this.#context.createOscillator();
      const fall = this.#context.createGain();
      tone.frequency.value = frequency;
      fall.gain.setValueAtTime(0.0001, at);
      fall.gain.exponentialRampToValueAtTime(0.5, at + 0.015);
      fall.gain.exponentialRampToValueAtTime(0.0001, at + length);
      tone.connect(fall).connect(this.#gain);
      tone.start(at);
      tone.stop(at + length);
      at += length * 0.7;
    }
    await pause(at - begin + afterChime, signal);
  }

  async #sayClips({ groups }: Announcement, signal: AbortSignal): Promise<void> {
    const [{ voicePlaces }, buffer] = await Promise.all([this.#data(), this.#sound()]);
    if (signal.aborted) return;
    let at = this.#context.currentTime + 0.02;
    const begin = at;
    const sources: AudioBufferSourceNode[] = [];
    for (const group of groups) {
      for (const clip of group) {
        const place = voicePlaces[clip];
        if (place === undefined) continue;
        const [from, length] = place;
        const source = this.#context.createBufferSource();
        source.buffer = buffer;
        source.connect(this.#gain);
        source.start(at, from, length);
        sources.push(source);
        at += length + betweenWords;
      }
      at += betweenGroups;
    }
    await pause(at - begin, signal);
    if (signal.aborted) for (const source of sources) source.stop();
  }

  async #read(text: string, voice: SpeechSynthesisVoice, signal: AbortSignal): Promise<void> {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.volume = this.volume;
    utterance.rate = 0.9;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        speechSynthesis.cancel();
        resolve();
      };
      // A voice that falls silent without an end would keep all later calls waiting.
      const limit = setTimeout(end, 15_000);
      signal.addEventListener('abort', end, { once: true });
      const done = (): void => {
        clearTimeout(limit);
        signal.removeEventListener('abort', end);
        resolve();
      };
      utterance.addEventListener('end', done, { once: true });
      utterance.addEventListener('error', done, { once: true });
      speechSynthesis.speak(utterance);
    });
  }

  #data(): Promise<typeof import('./voice-data.js')> {
    this.#places ??= import('./voice-data.js');
    return this.#places;
  }

  #sound(): Promise<AudioBuffer> {
    this.#buffer ??= this.#data().then(({ voiceSound }) => {
      const bytes = Uint8Array.from(atob(voiceSound), (character) => character.charCodeAt(0));
      return this.#context.decodeAudioData(bytes.buffer);
    });
    // A device that could not decode it once may be asked again with the next call.
    this.#buffer.catch(() => (this.#buffer = undefined));
    return this.#buffer;
  }
}

/** A voice of this device that speaks Indonesian. A foreign one would read numbers in its own language. */
function indonesianVoice(): SpeechSynthesisVoice | undefined {
  if (typeof speechSynthesis === 'undefined') return undefined;
  return speechSynthesis.getVoices().find(({ lang }) => /^(?:id|in)(?:[-_]|$)/i.test(lang));
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, seconds * 1000);
    signal.addEventListener('abort', end);
  });
}
