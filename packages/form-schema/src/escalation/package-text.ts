import type { TimeZone } from '../profile/profile.js';
import { indonesianTime } from './indonesian-time.js';
import type { EscalationPackage } from './package.js';

export interface PackageTextOptions {
  readonly zone: TimeZone;
  /** The officer's own words, from the escalation form; they come first. */
  readonly ringkasan?: string;
  /** The chronology as the officer left it; else that of the package. */
  readonly kronologi?: EscalationPackage['kronologi'];
  /** Characters at most; what comes last is left out, and a line says so. */
  readonly limit?: number;
}

const CUT = '[Dipersingkat; selengkapnya ada pada berkas paket eskalasi.]';

/** The package as plain text, to be pasted into a ticket form or an e-mail. */
export function packageText(
  { judul, sections, kronologi, lampiran, missing }: EscalationPackage,
  { zone, ringkasan, kronologi: told = kronologi, limit = Infinity }: PackageTextOptions,
): string {
  const blocks = [
    judul,
    ...(ringkasan ? [`RINGKASAN\n${ringkasan}`] : []),
    ...sections.map(({ title, parts }) =>
      [title.toUpperCase(), ...parts.map(({ label, text }) => lineOf(label, text))].join('\n'),
    ),
    ...(told.length > 0
      ? [
          [
            'KRONOLOGI',
            ...told.map(({ waktu, peristiwa }) => `${indonesianTime(waktu, zone)}: ${peristiwa}`),
          ].join('\n'),
        ]
      : []),
    ...(lampiran.length > 0
      ? [
          ['LAMPIRAN', ...lampiran.map(({ nama, sha256 }) => `${nama} (SHA-256 ${sha256})`)].join(
            '\n',
          ),
        ]
      : []),
    ...(missing.length > 0
      ? [`BELUM TERSEDIA\n${missing.map(({ label }) => label).join(', ')}`]
      : []),
  ];
  return cut(blocks.join('\n\n'), limit);
}

/** A long answer stands below its label. */
function lineOf(label: string, text: string): string {
  return text.length > 80 || text.includes('\n') ? `${label}:\n${text}` : `${label}: ${text}`;
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = Math.max(0, limit - CUT.length - 2);
  // Never half of a surrogate pair: the other half alone is no character.
  const end = /[\uD800-\uDBFF]$/.test(text.slice(0, room)) ? room - 1 : room;
  return `${text.slice(0, end).trimEnd()}\n\n${CUT}`.slice(0, limit);
}
