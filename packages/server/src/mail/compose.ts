import type { Consultation, JsonObject, Profile } from '@lpse-konsultasi/form-schema';

/** A message as it waits in the outbox: plain data, so that what is sent later is what was decided then. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  /** The office's own address, where replies should go; absent when the profile has none. */
  readonly replyTo?: string;
  /** Hashes of the case's files that go along. */
  readonly files: readonly {
    readonly sha256: string;
    readonly nama: string;
    readonly mime: string;
  }[];
  /** The package: the case as data, for the other help desk's own tools. */
  readonly package: { readonly nama: string; readonly json: string };
}

/** The escalation of a case as a letter. It holds what the officer wrote, as text: nothing in it is markup. */
export function composeEscalation(
  { tiket, head, eskalasi = {}, submissions, analisis }: Consultation,
  { office }: Profile,
): Letter {
  const form = submissions.at(-1)?.formulir ?? {};
  const forwarded = listAt(eskalasi, 'lampiranDiteruskan');
  const files = attachmentsOf(form).filter(({ sha256 }) => forwarded.includes(sha256));
  const chronology = recordsAt(eskalasi, 'kronologi').map(
    (entry) => `- ${textAt(entry, 'waktu')}  ${textAt(entry, 'peristiwa')}`,
  );
  const sections: readonly (readonly [string, string])[] = [
    ['Nomor konsultasi', tiket],
    ['Asal', `${office.nama}, ${office.instansi}`],
    ['Judul', textAt(form, 'judul')],
    ['Kategori', textAt(form, 'kategori')],
    ['Alasan eskalasi', textAt(eskalasi, 'alasan')],
    ['Ringkasan permasalahan', textAt(eskalasi, 'ringkasan')],
    ['Uraian pengguna', textAt(form, 'uraian')],
    ['Hasil analisis', textAt(analisis ?? {}, 'hasil') || textAt(analisis ?? {}, 'ringkasan')],
    ['Kronologi', chronology.join('\n')],
    ['Lampiran', files.map(({ nama }) => `- ${oneLine(nama)}`).join('\n')],
  ];
  const body = sections
    .filter(([, text]) => text !== '')
    .map(([title, text]) =>
      text.includes('\n') || text.length > 60 ? `${title}:\n${text}` : `${title}: ${text}`,
    )
    .join('\n\n');
  const slug = tiket.replaceAll(/[^\w-]+/g, '-');
  return {
    subject: oneLine(`[${tiket}] Eskalasi konsultasi: ${textAt(form, 'judul')}`).slice(0, 180),
    text: `Yth. Tim Layanan,\n\nDengan hormat kami teruskan permasalahan berikut.\n\n${body}\n\nHormat kami,\n${office.unit}\n${office.nama}\n`,
    ...(office.surel !== undefined && { replyTo: office.surel }),
    files,
    package: {
      nama: `eskalasi-${slug}.json`,
      json: `${JSON.stringify({ tiket, head, formulir: form, analisis, eskalasi }, null, 2)}\n`,
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

function listAt(value: JsonObject, key: string): readonly string[] {
  const list = Object.hasOwn(value, key) ? value[key] : undefined;
  return Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
}

function recordsAt(value: JsonObject, key: string): readonly JsonObject[] {
  const list = Object.hasOwn(value, key) ? value[key] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The references of files anywhere in a form: an office may have put them where it likes. */
function attachmentsOf(form: JsonObject): Letter['files'] {
  const found: { sha256: string; nama: string; mime: string }[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look);
    if (!isRecord(value)) return;
    const [sha256, nama, mime] = [
      textAt(value, 'sha256'),
      textAt(value, 'nama'),
      textAt(value, 'mime'),
    ];
    if (sha256 !== '' && nama !== '') found.push({ sha256, nama, mime });
    else Object.values(value).forEach(look);
  };
  look(form);
  return found;
}
