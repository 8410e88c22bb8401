import type { Accounts } from '../auth/accounts.js';
import type { Attempts } from '../auth/attempts.js';
import type { Capabilities } from '../auth/capabilities.js';
import type { Sessions } from '../auth/sessions.js';
import type { Database } from '../database/database.js';
import type { BoardHub } from '../live/board-hub.js';
import type { ChangeHub } from '../live/change-hub.js';
import type { PresenceHub } from '../live/presence-hub.js';
import type { Streams } from '../live/streams.js';
import type { Outbox } from '../mail/outbox.js';
import type { Attachments } from '../store/attachments.js';
import type { Consultations, Office } from '../store/consultations.js';
import type { DamagedLogs } from '../store/damaged-logs.js';
import type { Ratings } from '../store/ratings.js';
import type { Limits } from './limits.js';

/** What the routes work with; made once, in `createServer`. */
export interface Services {
  readonly database: Database;
  readonly consultations: Consultations;
  readonly damaged: DamagedLogs;
  readonly attachments: Attachments;
  readonly ratings: Ratings;
  readonly capabilities: Capabilities;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly hub: ChangeHub;
  readonly presence: PresenceHub;
  readonly boards: BoardHub;
  readonly streams: Streams;
  readonly outbox: Outbox;
  readonly limits: Limits;
  readonly now: () => Date;
  readonly offices: readonly Office[];
  /** The office that a request is for. */
  readonly officeOf: (host: string) => Office;
}
