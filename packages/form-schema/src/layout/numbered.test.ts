import { describe, expect, it } from 'vitest';
import type { Layout } from '../forms/form.js';
import { fieldNumbers, numberedLayout } from './numbered.js';

const layout: Layout = {
  sections: [
    { id: 'satu', fields: ['/nama', '/rahasia', '/telepon'] },
    { id: 'dua', fields: ['/uraian'] },
  ],
  fields: { '/rahasia': { hidden: true } },
  texts: {
    id: {
      sections: { satu: { title: 'Identitas' } },
      fields: { '/nama': { label: 'Nama', hint: 'Lengkap.' }, '/uraian': { label: 'Uraian' } },
    },
  },
};

describe('the numbers of fields', () => {
  it('count those that are shown, anew in each section', () => {
    expect(Object.fromEntries(fieldNumbers(layout))).toEqual({
      '/nama': 'A.1',
      '/telepon': 'A.2',
      '/uraian': 'B.1',
    });
  });

  it('stand before labels and titles, and change nothing else', () => {
    const { texts } = numberedLayout(layout);
    expect(texts?.id?.fields?.['/nama']).toEqual({ label: 'A.1 Nama', hint: 'Lengkap.' });
    expect(texts?.id?.fields?.['/uraian']?.label).toBe('B.1 Uraian');
    expect(texts?.id?.sections?.['satu']?.title).toBe('A. Identitas');
    expect(layout.texts?.id?.fields?.['/nama']?.label).toBe('Nama');
  });

  it('are none where there are no sections', () => {
    expect(fieldNumbers({}).size).toBe(0);
    expect(numberedLayout({})).toEqual({ texts: {} });
  });
});
