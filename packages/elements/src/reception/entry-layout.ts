import {
  numberedLayout,
  type FormDefinition,
  type Layout,
  type Problem,
} from '@lpse-konsultasi/form-schema';
import { adaptLayout } from '../desk/adapt-layout.js';

/** The form for a hand that types from paper or by ear: all on one page, numbered, the paper's time only for paper. */
export function layoutFor({ layout }: FormDefinition, isPaper: boolean, submit: string): Layout {
  const sections = layout.sections?.map((section) => {
    if (!section.fields.includes('/tanggalKertas')) return section;
    const others = section.fields.filter((path) => path !== '/tanggalKertas');
    return { ...section, fields: isPaper ? [...others, '/tanggalKertas'] : others };
  });
  const shown = adaptLayout(layout, { '/tanggalKertas': { hidden: !isPaper } }, []);
  const texts = Object.entries(shown.texts ?? {}).map(([locale, form]) => [
    locale,
    { ...form, submit },
  ]);
  const whole = { ...shown, ...(sections && { sections }), steps: false };
  return numberedLayout({ ...whole, texts: Object.fromEntries(texts) });
}

/** The guest book's time is the paper's here, so what is wrong with it stands there. */
export function onForm(problem: Problem): Problem {
  return problem.pointer === '/waktuDatang' ? { ...problem, pointer: '/tanggalKertas' } : problem;
}
