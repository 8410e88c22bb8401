import { html, type TemplateResult } from 'lit';
import type { Role } from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';

/** What can be reached from the desk besides its cases. */
export type RoomId = 'reception' | 'entry' | 'report' | 'procedure';

interface Room {
  readonly id: RoomId;
  /** Whose work it is. */
  readonly roles: readonly Role[];
  /** Brings the element; only when somebody goes there. */
  readonly load: () => Promise<unknown>;
  readonly render: (environment: Environment, onCase: (event: Event) => void) => TemplateResult;
}

/** One line for each room: an element of its own that needs no more than the environment. */
const rooms: readonly Room[] = [
  {
    id: 'reception',
    roles: ['reception', 'officer', 'coordinator'],
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
    roles: ['reception', 'officer', 'coordinator'],
    load: () => import('../define/reception.js'),
    render: ({ session, locale }) =>
      html`<lpse-reception .session=${session} .locale=${locale}></lpse-reception>`,
  },
  {
    id: 'report',
    roles: ['officer', 'coordinator', 'viewer'],
    load: () => import('../define/report.js'),
    render: ({ session, locale }) =>
      html`<lpse-report .session=${session} .locale=${locale}></lpse-report>`,
  },
  {
    id: 'procedure',
    roles: ['reception', 'officer', 'coordinator', 'viewer'],
    load: () => import('../define/procedure.js'),
    render: ({ session, locale }) =>
      html`<lpse-procedure .session=${session} .locale=${locale}></lpse-procedure>`,
  },
];

export function roomsFor(role: Role): readonly Room[] {
  return rooms.filter(({ roles }) => roles.includes(role));
}

export function roomNamed(id: RoomId): Room | undefined {
  return rooms.find((room) => room.id === id);
}
