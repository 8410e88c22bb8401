import { expect } from '@open-wc/testing';
import type { Actor, Profile } from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';
import { openOffice, samplePeople } from './desk-harness.test.js';
import { roomsFor } from './rooms.js';

/** What of an environment decides about rooms. */
function roomsOf(session: Actor, profile: Profile): string[] {
  return roomsFor({ session, profile } as Environment).map(({ id }) => id);
}

describe('The rooms of a desk', () => {
  it('are those that the shipped profile has work or sight for', async () => {
    const { profile } = await openOffice();
    const { officer, reception, viewer } = samplePeople;
    expect(roomsOf(officer, profile)).to.deep.equal(['reception', 'entry', 'report', 'procedure']);
    expect(roomsOf(reception, profile)).to.deep.equal(['reception', 'entry', 'procedure']);
    expect(roomsOf(viewer, profile)).to.deep.equal(['report', 'procedure']);
  });

  it('follow what another office shows and allows, whatever the role is called', async () => {
    const { profile } = await openOffice();
    const { procedure } = profile;
    const other: Profile = {
      ...profile,
      procedure: {
        ...procedure,
        roles: { ...procedure.roles, officer: ['start-review', 'review'] },
        views: {
          ...procedure.views,
          officer: procedure.views.officer.filter((view) => view !== 'laporan'),
          reception: [...procedure.views.reception, 'laporan'],
        },
      },
    };
    expect(roomsOf(samplePeople.officer, other)).to.deep.equal(['procedure']);
    expect(roomsOf(samplePeople.reception, other)).to.include('report');
  });
});
