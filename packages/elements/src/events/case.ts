import type { CommandType, Consultation } from '@lpse-konsultasi/form-schema';

/** A panel's command was carried out; the case now stands where `consultation` says. */
export class LpseCaseEvent extends Event {
  readonly command: CommandType;
  readonly consultation: Consultation;

  constructor(command: CommandType, consultation: Consultation) {
    super('lpse-case', { bubbles: true, composed: true });
    this.command = command;
    this.consultation = consultation;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lpse-case': LpseCaseEvent;
  }
}
