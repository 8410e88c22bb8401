import { html, type TemplateResult } from 'lit';
import { maySee, type CommandType } from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';

/** What can be reached from the desk besides its cases. */
export type RoomId = 'reception' | 'entry' | 'report' | 'procedure';

interface Room {
  readonly id: RoomId;
  /** Whether the office's profile gives whoever works here what the room is for. */
  readonly isFor: (environment: Environment) => boolean;
  /** Brings the element; only when somebody goes there. */
  readonly load: () => Promise<unknown>;
  readonly render: (environment: Environment, onCase: (event: Event) => void) => TemplateResult;
}

const mayGive =
  (...commands: readonly CommandType[]) =>
  ({ profile, session }: Environment): boolean =>
    commands.every((command) => profile.procedure.roles[session.role]?.includes(command));

/** One line for each room: an element of its own that needs no more than the environment. */
const rooms: readonly Room[] = [
  {
    id: 'reception',
    isFor: mayGive('register'),
    load: () => import('../define/guest-book.js'),
    render: ({ session, locale }, onCase) =>
      html`<lpse-guest-book
        .session=${session}
        .locale=${locale}
        @lpse-case=${onCase}
      ></lpse-guest-book>`,
  },
  {
    id: 'entry',
    isFor: mayGive('register', 'submit'),
    load: () => import('../define/reception.js'),
    render: ({ session, locale }) =>
      html`<lpse-reception .session=${session} .locale=${locale}></lpse-reception>`,
  },
  {
    id: 'report',
    isFor: ({ profile, session }) => maySee(profile, session.role, 'laporan'),
    load: () => import('../define/report.js'),
    render: ({ session, locale }) =>
      html`<lpse-report .session=${session} .locale=${locale}></lpse-report>`,
  },
  {
    id: 'procedure',
    isFor: () => true,
    load: () => import('../define/procedure.js'),
    render: ({ session, locale }) =>
      html`<lpse-procedure .session=${session} .locale=${locale}></lpse-procedure>`,
  },
];

export function roomsFor(environment: Environment): readonly Room[] {
  return rooms.filter(({ isFor }) => isFor(environment));
}

export function roomNamed(id: RoomId): Room | undefined {
  return rooms.find((room) => room.id === id);
}
