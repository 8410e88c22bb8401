import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Profile, Role } from '../profile/profile.js';
import type { Actor } from '../workflow/actor.js';
import type { Consultation } from '../workflow/consultation.js';
import { initialsValid } from '../workflow/digest.js';
import type { ConsultationEvent } from '../workflow/events.js';
import { maySee, views, type View } from './views.js';

interface CaseRecord {
  readonly consultation: Consultation;
  readonly events: readonly ConsultationEvent[];
}

/** What becomes of a member that is withheld: nothing is left of it, or what panels can go on with. */
type Cover = (value: Json) => Json | undefined;

const away: Cover = () => undefined;
const noText: Cover = () => '';
const nobody: Cover = (value) =>
  isJsonObject(value) && value['role'] !== 'user'
    ? { id: '', role: value['role'] ?? '', name: '' }
    : value;
const noList: Cover = (value) => (Array.isArray(value) && value.length === 0 ? value : []);
const only =
  (...kept: readonly string[]): Cover =>
  (value) => {
    if (!isJsonObject(value)) return undefined;
    const names = Object.keys(value);
    if (names.every((name) => kept.includes(name))) return value;
    return Object.fromEntries(Object.entries(value).filter(([name]) => kept.includes(name)));
  };
/** Members that the schema of the form requires, so that what is left can be read as before. */
const without =
  (...taken: readonly string[]): Cover =>
  (value) => {
    if (!isJsonObject(value) || !taken.some((name) => Object.hasOwn(value, name))) return value;
    return Object.fromEntries(Object.entries(value).filter(([name]) => !taken.includes(name)));
  };

/**
 * What each view covers, by the name of the member wherever it stands: the case and its entries use the same names, so
 * that what is added to either is covered as well.
 */
const covers: { readonly [view in View]?: { readonly [member: string]: Cover } } = {
  dataPribadi: {
    bukuTamu: only(),
    formulir: only('kategori'),
    temuan: noList,
    eskalasi: only('tujuan', 'kanal', 'statusNomor', 'nomorLuar', 'waktuKirim'),
    salinan: only('cara', 'waktu'),
  },
  petugas: {
    actor: nobody,
    by: nobody,
    reviewer: nobody,
    petugasId: noText,
    namaPetugas: noText,
    jabatan: noText,
    inisial: away,
    gambar: away,
  },
  analisis: { analisis: only(), eskalasi: without('ringkasan', 'kronologi') },
  klasifikasi: { klasifikasi: away },
  catatan: { catatan: away },
  riwayat: { temuan: noList, shortfalls: noList, explanations: noList },
};

/** What the user filled in is theirs as a whole: a field of theirs may have the name of something that is withheld. */
const theirs: readonly string[] = ['bukuTamu', 'formulir'];

/**
 * A case and its log as the role may see them: a copy without the rest, or the record itself when nothing is withheld.
 *
 * A copy says so in `consultation.withheld`. The hashes of its entries stay those of the whole log, which identify them
 * but can no longer be checked; whether the initials under an answer are valid is told as it was found before.
 */
export function visibleTo<R extends CaseRecord>(
  record: R,
  { role }: Pick<Actor, 'role'>,
  profile: Pick<Profile, 'procedure'>,
): R {
  const hidden = hiddenFrom(role, profile);
  if (hidden.length === 0) return record;
  const { consultation, events } = record;
  const seen = reduced(consultation as unknown as JsonObject, hidden) as unknown as Consultation;
  const shown = withoutWords(seen, hidden);
  const entries = events.map((event) => entryFor(event, hidden));
  if (shown === consultation && entries.every((entry, index) => entry === events[index]))
    return record;
  const withheld = {
    views: views.filter(
      (view) => hidden.includes(view) || consultation.withheld?.views.includes(view),
    ),
    initials: consultation.answers.map((_, index) => initialsValid(consultation, index)),
  };
  return { ...record, consultation: { ...shown, withheld }, events: entries };
}

/** The entries of a log as the role may see them: for a log that is damaged, and so tells of no case. */
export function logVisibleTo(
  events: readonly ConsultationEvent[],
  { role }: Pick<Actor, 'role'>,
  profile: Pick<Profile, 'procedure'>,
): readonly ConsultationEvent[] {
  const hidden = hiddenFrom(role, profile);
  return hidden.length === 0 ? events : events.map((event) => entryFor(event, hidden));
}

function hiddenFrom(role: Role, profile: Pick<Profile, 'procedure'>): readonly View[] {
  return views.filter((view) => covers[view] !== undefined && !maySee(profile, role, view));
}

function entryFor(event: ConsultationEvent, hidden: readonly View[]): ConsultationEvent {
  const entry = reduced(event as unknown as JsonObject, hidden) as unknown as ConsultationEvent;
  // Of a damaged log an entry can be anything.
  if (!isJsonObject(entry) || !isJsonObject(entry.data)) return entry;
  const { type, data } = entry;
  const isWord =
    ((type === 'reopened' || type === 'cancelled') && hidden.includes('dataPribadi')) ||
    (type === 'deviation-explained' && hidden.includes('riwayat'));
  if (!isWord) return entry;
  return {
    ...entry,
    data: { ...wordless(data), ...(type !== 'cancelled' && { alasan: '' }) },
  } as typeof entry;
}

/** The user's own words have the name of an officer's reason, which is not withheld. */
function withoutWords(consultation: Consultation, hidden: readonly View[]): Consultation {
  const { reopenings, cancellation } = consultation;
  if (!hidden.includes('dataPribadi') || (reopenings.length === 0 && !cancellation))
    return consultation;
  return {
    ...consultation,
    reopenings: reopenings.map((each) => ({ ...wordless(each), alasan: '' })),
    ...(cancellation && { cancellation: wordless(cancellation) }),
  };
}

function wordless<T extends object>(value: T): Omit<T, 'alasan' | 'tambahan'> {
  const {
    alasan: _words,
    tambahan: _added,
    ...rest
  } = value as T & {
    readonly alasan?: unknown;
    readonly tambahan?: unknown;
  };
  return rest;
}

/** The value without what the views cover; the value itself when that is nothing. */
function reduced(value: Json, hidden: readonly View[]): Json {
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => reduced(item, hidden));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isJsonObject(value)) return value;
  let isSame = true;
  const members: [string, Json][] = [];
  for (const [name, member] of Object.entries(value)) {
    const kept = covered(name, member, hidden);
    if (kept !== member) isSame = false;
    if (kept !== undefined) members.push([name, kept]);
  }
  return isSame ? value : Object.fromEntries(members);
}

function covered(name: string, member: Json, hidden: readonly View[]): Json | undefined {
  let kept: Json | undefined = member;
  for (const view of hidden) {
    const table = covers[view] ?? {};
    if (kept !== undefined && Object.hasOwn(table, name)) kept = table[name]?.(kept);
  }
  return kept === undefined || theirs.includes(name) ? kept : reduced(kept, hidden);
}
