import { expect } from '@open-wc/testing';
import type { Locale } from '@lpse-konsultasi/form-schema';
import { openForm, schemaOf } from '../testing/open-form.js';
import { numberText, parseNumber } from './numbers.js';

describe('A number that a person types', () => {
  const written: readonly (readonly [string, Locale, number])[] = [
    ['1.234,5', 'id', 1234.5],
    ['1,234.5', 'en', 1234.5],
    ['1.500', 'id', 1500],
    ['1.5', 'id', 1.5],
    ['1,5', 'en', 1.5],
    ['\u22126,9', 'id', -6.9],
    ['Rp 1.500.000', 'id', 1500000],
    ['Rp1.500.000,-', 'id', 1500000],
    ['Rp. 1.500.000,00', 'id', 1500000],
    ['IDR 2.000', 'id', 2000],
    ['１．５００', 'id', 1500],
    ['١٬٢٣٤٫٥', 'en', 1234.5],
    ['Rp ۱.۵۰۰.۰۰۰', 'id', 1500000],
    ['9007199254740992', 'id', 9007199254740992],
  ];
  for (const [text, locale, value] of written) {
    it(`is ${value} where it reads ${text} in ${locale}`, () => {
      expect(parseNumber(text, locale)).to.equal(value);
    });
  }

  it('has groups of three in either way of writing, where no decimals are asked for', () => {
    expect(parseNumber('1.000', 'en', true)).to.equal(1000);
    expect(parseNumber('1,000', 'id', true)).to.equal(1000);
    expect(parseNumber('1.000', 'en')).to.equal(1);
    expect(parseNumber('1,5', 'id', true)).to.equal(1.5);
  });

  for (const value of [
    1e21, 1.7976931348623157e308, 5e-324, 1.2345678901234567e-9, 123456789012345680000, 0.1,
  ])
    it(`is ${value} again when it is shown and typed`, () => {
      for (const locale of ['id', 'en'] as const)
        expect(parseNumber(numberText(value, locale), locale)).to.equal(value);
    });

  for (const text of [
    'sejuta',
    '１２ buah',
    '2 juta',
    'Rp',
    'Rp sejuta',
    '1.2.3',
    ',-',
    '9007199254740993',
    '1e999',
  ]) {
    it(`is not read from ${text}`, () => {
      expect(parseNumber(text, 'id')).to.equal(text);
    });
  }

  it('is told to be too long where it has more digits than can be kept', async () => {
    const schema = schemaOf({ type: 'number', title: 'Pagu' });
    const page = await openForm({ schema });
    await page.fill('Pagu', '99999999999999999999');
    expect(page.field('Pagu').error).to.contain('paling banyak 15 angka');
    page.form.locale = 'en';
    await page.form.updateComplete;
    expect(page.field('Pagu').error).to.contain('15 digits at most');
    await page.fill('Pagu', '999999999999999');
    expect(page.form.validate()).to.deep.equal([]);
    await page.fill('Pagu', 'sejuta');
    expect(page.field('Pagu').error).to.contain('digits only');
    page.form.remove();
  });
});
