import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { buildNodeProgram, type BuiltProgram } from '../../support/node-program.js';
import type { Question } from './server.js';

const root = resolve(import.meta.dirname, '../../..');

/** The server as one file, made from its sources as they are now. */
export function buildProgram(): Promise<BuiltProgram> {
  return buildNodeProgram(resolve(import.meta.dirname, 'server.ts'));
}

export type Environment = Readonly<Record<string, string>>;

/** One process that serves. It can be killed at any moment, and started again. */
export class Program {
  readonly #file: string;
  readonly #environment: Environment;
  #child: ChildProcess | undefined;
  #number = 0;
  url = '';

  constructor(file: string, environment: Environment) {
    this.#file = file;
    this.#environment = environment;
  }

  /** Resolves when it listens. */
  async start(): Promise<void> {
    const child = fork(this.#file, {
      cwd: root,
      env: {
        PATH: process.env['PATH'] ?? '',
        LPSE_PROFILE: 'batang',
        PORT: '0',
        ...this.#environment,
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [],
    });
    this.#child = child;
    let words = '';
    child.stderr?.on('data', (chunk: Buffer) => (words += String(chunk)));
    const [ready] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`The server ended with ${String(code)}: ${words.slice(0, 2_000)}`);
      }),
    ])) as [{ readonly url: string }];
    this.url = ready.url.replace(/\/$/, '');
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && !this.#child.killed;
  }

  async ask<T>(question: Question): Promise<T> {
    const child = this.#child;
    if (child === undefined) throw new Error('The server has not started');
    const number = ++this.#number;
    return new Promise<T>((done, fail) => {
      const hear = (answer: { number?: number; value?: T; error?: string }): void => {
        if (answer.number !== number) return;
        child.off('message', hear);
        if (answer.error === undefined) done(answer.value as T);
        else fail(new Error(answer.error));
      };
      child.on('message', hear);
      child.send({ number, question });
    });
  }

  /** `kill -9`: nothing of the process runs any more. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    if (signal === 'SIGTERM') child.disconnect();
    else child.kill(signal);
    await ended;
  }
}
