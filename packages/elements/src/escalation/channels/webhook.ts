import { LpseError, isJsonObject, type Json } from '@lpse-konsultasi/form-schema';
import { channelWords as words } from '../../locales/escalation-channels.js';
import type { EscalationChannel, EscalationParcel } from './channel.js';

/**
 * Posts the package as JSON to the address of the profile (`escalation.webhook`), which hands it on as the office
 * likes. Only to the page's own origin, or by https to an address that the page's policy allows (`connect-src`).
 */
export const webhook: EscalationChannel = {
  id: 'webhook',
  label: words.webhook,
  isAvailable: ({ escalation }) => addressOf(escalation.webhook) !== undefined,
  prepare: (parcel) => [
    { kind: 'send', label: words.send, send: ({ signal }) => post(parcel, signal) },
  ],
};

async function post(
  { package: content, profile, entered }: EscalationParcel,
  signal: AbortSignal,
): Promise<{ readonly nomorLuar?: string }> {
  const url = addressOf(profile.escalation.webhook);
  if (url === undefined) throw new LpseError('LPSE_CONFIG_MISSING');
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    // The session of the portal goes along only where the portal itself is asked.
    credentials: 'same-origin',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    body: JSON.stringify({ paket: content, eskalasi: entered }),
    signal,
  });
  if (!response.ok) throw new Error(`The webhook answered ${response.status}`);
  return numberIn((await response.json().catch(() => undefined)) as Json | undefined);
}

/** `{"nomorLuar": "INC-1"}`; an answer that says nothing leaves the number to be awaited. */
function numberIn(answer: Json | undefined): { readonly nomorLuar?: string } {
  const number = isJsonObject(answer) ? answer['nomorLuar'] : undefined;
  return typeof number === 'string' && number !== '' ? { nomorLuar: number.slice(0, 60) } : {};
}

function addressOf(webhook: string | undefined): string | undefined {
  if (webhook === undefined || !URL.canParse(webhook, location.href)) return undefined;
  const url = new URL(webhook, location.href);
  return url.origin === location.origin || url.protocol === 'https:' ? url.href : undefined;
}
