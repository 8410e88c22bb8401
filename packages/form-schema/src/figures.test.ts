import { describe, expect, it } from 'vitest';
import { plainFigures } from './figures.js';

describe('Figures of other keyboards', () => {
  it.each([
    ['０１２３４５６７８９', '0123456789'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['＋６２（８１２）３４－５', '+62(812)34-5'],
    ['２２／１１／２０２６　１４：０５', '22/11/2026 14:05'],
    ['١٬٢٣٤٫٥', '1,234.5'],
    ['−１', '-1'],
    ['Jalan 1, 日本', 'Jalan 1, 日本'],
  ])('%s are read as %s', (text, plain) => {
    expect(plainFigures(text)).toBe(plain);
  });
});
