import { channelWords as words } from '../../locales/escalation-channels.js';
import type { EscalationChannel, EscalationStep } from './channel.js';
import { copyStep, downloadStep } from './steps.js';

/** No ticket site has an interface of its own for this: a person types into it, and types nothing twice. */
export const ticketSite: EscalationChannel = {
  id: 'ticket-site',
  label: words.ticketSite,
  kanal: ['pusatBantuanInaproc', 'lpseSupport', 'tts', 'callCenter'],
  prepare: (parcel) => [
    copyStep(parcel),
    downloadStep(parcel),
    ...siteOf(parcel.profile.escalation.situs),
  ],
};

/** A profile's address was checked when it was loaded; one that a page made itself may be anything. */
function siteOf(situs: string | undefined): EscalationStep[] {
  return situs !== undefined && /^https?:\/\//.test(situs)
    ? [{ kind: 'open', label: words.openSite, href: situs }]
    : [];
}
