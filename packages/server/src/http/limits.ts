import type { AttemptLimit } from '../auth/attempts.js';

/** How much one may do; every figure can be given to `createServer`. */
export interface Limits {
  /** Bytes of a JSON body. */
  readonly commandBytes: number;
  readonly attachmentBytes: number;
  /** Requests that change something, by one address of the public in a minute. An office's visitors share one. */
  readonly publicWritesPerMinute: number;
  /** New cases from one address of the public in an hour. */
  readonly registrations: AttemptLimit;
  /** Wrong sign-ins for one account, and from one address. */
  readonly signInsByAccount: AttemptLimit;
  readonly signInsByAddress: AttemptLimit;
  /** Tokens that open nothing, from one address. */
  readonly unknownTokens: AttemptLimit;
  /** Open streams of one caller. */
  readonly streamsEach: number;
  /** Boards that one caller or one address has open: every screen of a waiting room is one. */
  readonly boardsEach: number;
  /** Which uploads are taken: those whose content, name and declared type agree, or any. */
  readonly attachmentTypes: 'checked' | 'any';
}

export const defaultLimits: Limits = {
  commandBytes: 512 * 1024,
  attachmentBytes: 10 * 1024 * 1024,
  publicWritesPerMinute: 60,
  registrations: { count: 120, minutes: 60 },
  signInsByAccount: { count: 10, minutes: 15 },
  signInsByAddress: { count: 50, minutes: 15 },
  unknownTokens: { count: 200, minutes: 60 },
  streamsEach: 8,
  boardsEach: 50,
  attachmentTypes: 'checked',
};
