import type { Words } from '../escalation/channels/channel.js';

/** What the built-in channels of an escalation say. A channel of a page brings its own words in the same way. */
export const channelWords = {
  email: { id: 'Surel', en: 'E-mail' },
  ticketSite: { id: 'Situs tiket', en: 'Ticket site' },
  webhook: { id: 'Kirim langsung', en: 'Send directly' },
  copy: { id: 'Salin isi paket', en: 'Copy the package' },
  download: { id: 'Unduh paket (ZIP)', en: 'Download the package (ZIP)' },
  openMail: { id: 'Buka program surel', en: 'Open the mail program' },
  openSite: { id: 'Buka situs tujuan', en: 'Open the site' },
  send: { id: 'Kirim sekarang', en: 'Send now' },
} as const satisfies { readonly [key: string]: Words };
