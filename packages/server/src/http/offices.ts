import type { Office } from '../store/consultations.js';

/** Finds the office of a host name. Throws a `TypeError` for no office, two of one id, or one host for two. */
export function officeFinder(offices: readonly Office[]): (host: string) => Office {
  const [first] = offices;
  if (first === undefined) throw new TypeError('createServer needs a profile, or offices');
  const byHost = new Map<string, Office>();
  const ids = new Set<string>();
  for (const office of offices) {
    if (office.id === '' || ids.has(office.id))
      throw new TypeError('Each office needs an id of its own');
    ids.add(office.id);
    for (const host of office.hosts ?? []) {
      if (byHost.has(host.toLowerCase())) throw new TypeError(`Two offices for the host ${host}`);
      byHost.set(host.toLowerCase(), office);
    }
  }
  return (host) => byHost.get(host.toLowerCase()) ?? first;
}
