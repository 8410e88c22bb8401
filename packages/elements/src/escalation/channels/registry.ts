import type { Profile } from '@lpse-konsultasi/form-schema';
import type { EscalationChannel } from './channel.js';
import { email } from './email.js';
import { ticketSite } from './ticket-site.js';
import { webhook } from './webhook.js';

const channels = new Map<string, EscalationChannel>(
  [email, ticketSite, webhook].map((channel) => [channel.id, channel]),
);

/** Adds a channel for every escalation panel of the page, or replaces the one of the same id. */
export function defineEscalationChannel(channel: EscalationChannel): void {
  channels.set(channel.id, channel);
}

/** The channels that serve a value of the form's `kanal` at an office, in the order in which they were defined. */
export function channelsFor(kanal: string | undefined, profile: Profile): EscalationChannel[] {
  return [...channels.values()].filter(
    ({ kanal: served, isAvailable }) =>
      (served === undefined || (kanal !== undefined && served.includes(kanal))) &&
      (isAvailable?.(profile) ?? true),
  );
}
