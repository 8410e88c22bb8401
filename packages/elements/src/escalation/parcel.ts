import type { Backend } from '@lpse-konsultasi/client';
import {
  isJsonObject,
  packageText,
  type EscalationPackage,
  type Json,
  type JsonObject,
  type PackageMoment,
  type Profile,
} from '@lpse-konsultasi/form-schema';
import type { EscalationParcel } from './channels/channel.js';

/** The package as the officer has it on the screen: with their own summary, chronology and choice of attachments. */
export function parcelOf(
  content: EscalationPackage,
  entered: JsonObject,
  profile: Profile,
  backend: Backend,
): EscalationParcel {
  const chosen = chosenOf(content, entered);
  const ringkasan = entered['ringkasan'];
  const kronologi = momentsIn(entered['kronologi']);
  return {
    package: chosen,
    profile,
    entered,
    text: (limit) =>
      packageText(chosen, {
        zone: profile.office.zonaWaktu,
        ...(typeof ringkasan === 'string' && { ringkasan }),
        ...(kronologi.length > 0 && { kronologi }),
        ...(limit !== undefined && { limit }),
      }),
    files: () =>
      Promise.all(
        chosen.lampiran.map(async ({ sha256, nama }) => {
          // The same bytes may have been handed in under another name before: the form's name is the one that is known.
          return { ...(await backend.attachment(sha256)), nama };
        }),
      ),
  };
}

function chosenOf(content: EscalationPackage, entered: JsonObject): EscalationPackage {
  const chosen = entered['lampiranDiteruskan'];
  const hashes: readonly Json[] = Array.isArray(chosen) ? (chosen as readonly Json[]) : [];
  return { ...content, lampiran: content.lampiran.filter(({ sha256 }) => hashes.includes(sha256)) };
}

function momentsIn(value: Json | undefined): PackageMoment[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[])
    .filter(isJsonObject)
    .flatMap(({ waktu, peristiwa }) =>
      typeof waktu === 'string' && typeof peristiwa === 'string' ? [{ waktu, peristiwa }] : [],
    );
}
