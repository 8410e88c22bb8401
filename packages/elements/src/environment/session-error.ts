import { LpseError } from '@lpse-konsultasi/form-schema';

/** Nobody is signed in at the server of a desk's page; `signIn` is the address of the page where staff do so. */
export class SessionError extends LpseError {
  readonly signIn: string | undefined;

  constructor(signIn: string | undefined, cause: unknown) {
    super('LPSE_SESSION_REQUIRED', { cause });
    this.signIn = signIn;
  }
}
