import { zipFiles } from '@lpse-konsultasi/client';
import { channelWords as words } from '../../locales/escalation-channels.js';
import type { EscalationParcel, EscalationStep } from './channel.js';

export function copyStep({ text }: EscalationParcel): EscalationStep {
  return { kind: 'copy', label: words.copy, text: () => text() };
}

/** The package as one file: the text to read, the data for a program, and the attachments. */
export function downloadStep(parcel: EscalationParcel): EscalationStep {
  return {
    kind: 'download',
    label: words.download,
    name: `eskalasi-${parcel.package.tiket.replaceAll(/[^A-Za-z0-9-]+/g, '-')}.zip`,
    make: () => zipOf(parcel),
  };
}

async function zipOf(parcel: EscalationParcel): Promise<Blob> {
  const encoder = new TextEncoder();
  const data = { paket: parcel.package, eskalasi: parcel.entered };
  const files = await parcel.files();
  const zip = await zipFiles([
    { path: 'paket.txt', bytes: encoder.encode(parcel.text()) },
    { path: 'paket.json', bytes: encoder.encode(JSON.stringify(data, null, 2)) },
    ...files.map(({ nama, bytes }) => ({ path: `lampiran/${nama}`, bytes })),
  ]);
  return new Blob([zip.slice()], { type: 'application/zip' });
}
