import { expect } from '@open-wc/testing';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import type { ReadForm, ReadRow } from '../desk/read-form.js';
import { differencesOf } from './differences.js';

const order = ['kategori', 'kodePaket', 'judul', 'lampiran'];

/** A form in words, as the desk reads it: a row for each member, in the order of the sheet. */
function read(form: JsonObject): ReadForm {
  const rows = order
    .filter((key) => key in form)
    .map((key): ReadRow => ({
      pointer: `/${key}`,
      label: key,
      text: typeof form[key] === 'string' ? form[key] : '',
      files: [],
      fixed: false,
    }));
  return { sections: [], rows, problems: [] };
}

const brief = (old: JsonObject, now: JsonObject, flagged: readonly string[]) =>
  differencesOf(old, now, flagged, read).map(
    ({ pointer, before, after, changed, asked }) =>
      `${pointer} ${before}→${after}${changed ? ' changed' : ''}${asked ? ' asked' : ''}`,
  );

describe('what a correction changed', () => {
  it('is every flagged field, changed or not, and every other one that changed', () => {
    const old = { kategori: 'a', judul: 'x', kodePaket: '1' };
    expect(
      brief(old, { kategori: 'b', judul: 'y', kodePaket: '1' }, ['/judul', '/kodePaket']),
    ).to.deep.equal(['/kategori a→b changed', '/kodePaket 1→1 asked', '/judul x→y changed asked']);
  });

  it('keeps a field that has gone where it stood', () => {
    expect(
      brief({ kategori: 'a', kodePaket: '1', judul: 'x' }, { kategori: 'b', judul: 'x' }, [
        '/kategori',
      ]),
    ).to.deep.equal(['/kategori a→b changed asked', '/kodePaket 1→ changed']);
  });

  it('counts a flag within a list for its list, and forgets none that is no row', () => {
    const old = { lampiran: ['a'] };
    expect(brief(old, { lampiran: ['b'] }, ['/lampiran/0'])).to.deep.equal([
      '/lampiran → changed asked',
    ]);
    expect(brief(old, old, ['/nip'])).to.deep.equal(['/nip → asked']);
  });
});
