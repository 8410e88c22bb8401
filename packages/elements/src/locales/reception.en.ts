import type { ReceptionTexts } from './reception.js';

export const receptionEn: ReceptionTexts = {
  heading: 'Reception',
  lead: 'For guests who come in, call, or hand in a paper form. The record says who entered it and on whose behalf.',
  source: 'How the guest reaches us',
  sources: {
    tatapMuka: 'In person',
    telepon: 'Telephone',
    email: 'E-mail',
    pesanInstan: 'WhatsApp',
    surat: 'Letter',
    kertas: 'Paper form',
  },
  paperHint:
    'Give the time that is written on the paper. When it was entered is recorded by itself, and is not counted as a delay of the guest.',
  guest: 'For',
  newGuest: 'New guest',
  submit: 'Save and hand in',
  asIs: 'Save as it is',
  asIsHint: 'If the paper is incomplete: the reviewing officer will ask for the rest.',
  handOut: 'Record guest, hand out form',
  printBlank: 'Print blank form',
  empty: 'Empty the entry',
  savedHeading: 'Saved',
  savedBy: (officer, guest) => `Entered by ${officer} on behalf of ${guest}.`,
  handedOut: 'A blank form was handed out. Choose this ticket under “For” when it comes back.',
  ticket: 'Ticket number',
  slipLanguage: 'Language of the slip',
  printSlip: 'Print slip',
  another: 'Next entry',
  forbidden: 'This role cannot register guests.',
};
