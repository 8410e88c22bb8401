import type { Role } from '../profile/profile.js';

/** Who gives a command. For a member of the public, `id` is `user` and the names stay empty. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  /** Printed beside initials; empty for the public. */
  readonly name: string;
  /** "Petugas layanan", printed beside initials. */
  readonly position?: string;
}
