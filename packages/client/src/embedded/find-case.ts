import { accessCodeOf, readAccessCode, type CaseAccess } from '@lpse-konsultasi/form-schema';
import type { StoreReader } from './store.js';

/** The id of the case with this ticket, if the code is its own. A wrong code and an unknown ticket are one answer. */
export async function findCase(
  reader: StoreReader,
  { tiket, kode }: CaseAccess,
): Promise<string | undefined> {
  const code = readAccessCode(kode);
  const wanted = plainTicket(tiket);
  if (code === undefined || wanted === '') return undefined;
  const ids: string[] = [];
  // Two offices' desks that were merged may have issued one number twice.
  await reader.scan({ by: 'registeredAt', descending: true }, (row) => {
    if (plainTicket(row.tiket) === wanted) ids.push(row.id);
    return true;
  });
  for (const id of ids) if (accessCodeOf(await reader.events(id)) === code) return id;
  return undefined;
}

function plainTicket(ticket: string): string {
  return ticket.replaceAll(/\s/g, '').toUpperCase();
}
