import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldKind, FieldNode } from '../model/form-model.js';
import { normalise } from './normalise.js';

function field(form?: string, kind: FieldKind = 'string'): FieldNode {
  const layout = form === undefined ? {} : { options: { normalise: form } };
  return { path: '/a', key: 'a', kind, schema: {}, layout, members: [] };
}

describe('the normal form', () => {
  it.each([
    ['phone', '0812-3456-7890', '+6281234567890'],
    ['phone', ' 0812 3456.7890 ', '+6281234567890'],
    ['phone', '62 812 3456 7890', '+6281234567890'],
    ['phone', '+62 (0)812 3456 7890', '+6281234567890'],
    ['phone', '0062 812 3456 7890', '+6281234567890'],
    ['phone', '812 3456 7890', '+6281234567890'],
    ['phone', '(0285) 391234', '+62285391234'],
    ['phone', '+65 6123 4567', '+6561234567'],
    ['phone', '０８１２－３４５６－７８９０', '+6281234567890'],
    ['phone', '٠٨١٢ ٣٤٥٦ ٧٨٩٠', '+6281234567890'],
    ['phone', '＋６２　８１２　３４５６', '+628123456'],
    ['phone', '０８１２ telepon', '０８１２ telepon'],
    ['digits', '۰۱.۲۳۴.۵۶۷.۸-۹۰۱.۰۰۰', '012345678901000'],
    ['digits', '３３２５０１４５０１９００００１', '3325014501900001'],
    ['phone', '0812 telepon', '0812 telepon'],
    ['phone', '   ', undefined],
    ['digits', '01.234.567.8-901.000', '012345678901000'],
    ['digits', '01.234.567.8-901.00O', '01.234.567.8-901.00O'],
    ['trim', '  Sari  ', 'Sari'],
    ['trim', '  ', undefined],
    [undefined, ' Sari ', ' Sari '],
    [undefined, '', undefined],
  ])('%s of %j is %j', (form, text, expected) => {
    expect(normalise(field(form), text)).toBe(expected);
  });

  it.each([
    ['12', 12],
    [' 3,5 ', 3.5],
    ['-0.25', -0.25],
    ['', undefined],
    [' ', undefined],
    ['1e5', '1e5'],
    ['1.000,5', '1.000,5'],
    ['１２', 12],
    ['٣٫٥', 3.5],
    ['−۲', -2],
    ['１２ orang', '１２ orang'],
    ['dua', 'dua'],
    ['12345678901234567890', '12345678901234567890'],
  ])('of the number %j is %j', (text, expected) => {
    expect(normalise(field(undefined, 'number'), text)).toBe(expected);
    expect(normalise(field(undefined, 'integer'), text)).toBe(expected);
  });

  it('is its own normal form', () => {
    const kinds = fc.constantFrom<FieldKind>('string', 'number', 'boolean');
    const forms = fc.constantFrom('trim', 'digits', 'phone', undefined);
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0126 +-().a') }));
    fc.assert(
      fc.property(forms, kinds, text, (form, kind, value) => {
        const once = normalise(field(form, kind), value);
        if (once !== undefined) expect(normalise(field(form, kind), once)).toEqual(once);
      }),
    );
  });

  it('of anything but a text is the value itself', () => {
    for (const value of [1, true, null, ['a'], { a: 1 }])
      expect(normalise(field('phone'), value)).toBe(value);
  });
});
