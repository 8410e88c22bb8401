import type { FormTexts, JsonSchema, Layout } from '@lpse-konsultasi/form-schema';
import type { StatusTexts } from '../locales/status.js';

/** What opens a case. The lengths only keep a whole page from being pasted in; whether the code is one is asked later. */
export const lookupSchema: JsonSchema = {
  type: 'object',
  properties: {
    tiket: { type: 'string', minLength: 1, maxLength: 60 },
    kode: { type: 'string', minLength: 1, maxLength: 80 },
  },
  required: ['tiket', 'kode'],
};

/** The same layout in both languages: the element sets the words of its own language. */
export function lookupLayout(texts: StatusTexts): Layout {
  const words: FormTexts = {
    title: texts.heading,
    submit: texts.find,
    fields: {
      '/tiket': { label: texts.ticket, example: texts.ticketExample },
      '/kode': { label: texts.code, hint: texts.codeHint, example: texts.codeExample },
    },
  };
  return {
    sections: [{ id: 'cari', fields: ['/tiket', '/kode'] }],
    fields: {
      '/tiket': { autocomplete: 'off', options: { normalise: 'trim' } },
      '/kode': { autocomplete: 'off', options: { normalise: 'trim' } },
    },
    texts: { id: words, en: words },
  };
}
