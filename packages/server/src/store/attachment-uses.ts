import type { ConsultationEvent, Json } from '@lpse-konsultasi/form-schema';

/** The hashes of the files that events name, in whatever form and field an office has put them. */
export function attachmentsIn(events: readonly ConsultationEvent[]): readonly string[] {
  const found = new Set<string>();
  for (const { data } of events) collect(data as Json, found);
  return [...found];
}

function collect(value: Json, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) return value.forEach((item: Json) => collect(item, found));
  for (const [key, item] of Object.entries(value)) {
    if (key === 'sha256' && typeof item === 'string' && /^[0-9a-f]{64}$/.test(item))
      found.add(item);
    else collect(item as Json, found);
  }
}
