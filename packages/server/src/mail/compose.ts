import {
  composeEscalation,
  isJsonObject,
  packageText,
  type Actor,
  type Consultation,
  type ConsultationEvent,
  type JsonObject,
  type PackageAttachment,
  type PackageMoment,
  type Profile,
} from '@lpse-konsultasi/form-schema';

/** A message as it waits in the outbox: plain data, so that what is sent later is what was decided then. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  /** The office's own address, where replies should go; absent when the profile has none. */
  readonly replyTo?: string;
  /** Hashes of the case's files that go along. */
  readonly files: readonly Pick<PackageAttachment, 'sha256' | 'nama' | 'mime'>[];
  /** The package: the case as data, for the other help desk's own tools. */
  readonly package: { readonly nama: string; readonly json: string };
}

export interface LetterSource {
  readonly consultation: Consultation;
  /** The whole log, with the escalation in it. */
  readonly events: readonly ConsultationEvent[];
  readonly profile: Profile;
  /** Who escalated: named as the contact. */
  readonly officer: Actor;
}

/**
 * The escalation of a case as a letter: the same package that the desk shows, in the same words. It holds what people
 * wrote, as text: nothing in it is markup.
 */
export function composeLetter(source: LetterSource): Letter {
  const { consultation, profile } = source;
  const { tiket, head, eskalasi = {}, submissions, analisis } = consultation;
  const { office } = profile;
  const formulir = submissions.at(-1)?.formulir ?? {};
  const composed = composeEscalation(source);
  const forwarded = listAt(eskalasi, 'lampiranDiteruskan');
  const lampiran = composed.lampiran.filter(({ sha256 }) => forwarded.includes(sha256));
  const [ringkasan, kronologi] = [textAt(eskalasi, 'ringkasan'), momentsAt(eskalasi, 'kronologi')];
  const body = packageText(
    { ...composed, lampiran },
    {
      zone: office.zonaWaktu,
      ...(ringkasan !== '' && { ringkasan }),
      ...(kronologi.length > 0 && { kronologi }),
    },
  );
  const slug = tiket.replaceAll(/[^\w-]+/g, '-');
  return {
    // A subject is written down by every server on the way: it names the matter, and nobody.
    subject: oneLine(`[${tiket}] Eskalasi konsultasi: ${textAt(formulir, 'judul')}`).slice(0, 180),
    text: `Yth. Tim Layanan,\n\nDengan hormat kami teruskan permasalahan berikut.\n\n${body}\n\nHormat kami,\n${office.unit}\n${office.nama}\n`,
    ...(office.surel !== undefined && { replyTo: office.surel }),
    files: lampiran.map(({ sha256, nama, mime }) => ({ sha256, nama, mime })),
    package: {
      nama: `eskalasi-${slug}.json`,
      json: `${JSON.stringify({ tiket, head, formulir, analisis, eskalasi }, null, 2)}\n`,
    },
  };
}

/** No control character and no line break: whatever it holds, it stays one header's value. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function textAt(value: JsonObject, key: string): string {
  const text = Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof text === 'string' ? text : '';
}

function listAt(value: JsonObject, key: string): readonly unknown[] {
  const list = Object.hasOwn(value, key) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
}

/** The chronology as the officer left it. */
function momentsAt(value: JsonObject, key: string): readonly PackageMoment[] {
  return listAt(value, key)
    .filter((entry): entry is JsonObject => isJsonObject(entry as never))
    .map((entry) => ({ waktu: textAt(entry, 'waktu'), peristiwa: textAt(entry, 'peristiwa') }));
}
