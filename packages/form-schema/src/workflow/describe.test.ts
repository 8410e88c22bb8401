import { describe, expect, it } from 'vitest';
import { locales } from '../locale.js';
import { describeRefusal } from './describe.js';
import { isRefusal, refusalCodes } from './refusal.js';
import type { Refusal } from './refusal.js';
import { coordinator, deskIn, user } from './testing/desk.js';

function refusal(result: object): Refusal {
  if (!isRefusal(result)) throw new Error('Expected a refusal');
  return result;
}

const params = {
  state: 'queued',
  command: 'submit',
  allowed: ['cancel'],
  role: 'user',
  officer: 'Contoh: Budi',
  counter: '1',
  limit: 3,
  days: 14,
  minutes: 2,
};

describe('describeRefusal', () => {
  for (const locale of locales)
    it.each(refusalCodes)(`says in ${locale} what %s means and what to do`, (code) => {
      const text = describeRefusal({ code, params, problems: [] }, locale);
      expect(text).not.toMatch(/[{}]|undefined| {2}/);
      expect(text.length).toBeGreaterThan(40);
      expect(text).not.toMatch(/salah|password|kata sandi|!/i);
      expect(text).toMatch(locale === 'id' ? /mohon|silakan|yang dapat/i : /please|possible now/i);
    });

  it('speaks each language', () => {
    for (const code of refusalCodes) {
      const bare = { code, params: {}, problems: [] };
      expect(describeRefusal(bare, 'id')).not.toBe(describeRefusal(bare, 'en'));
    }
  });

  it('names the state and what can be done instead', () => {
    const result = refusal(deskIn('queued').decide('submit', {}, user));
    expect(describeRefusal(result, 'id')).toBe(
      '“Serahkan formulir” belum dapat dilakukan: konsultasi ini berstatus “Menunggu panggilan”. ' +
        'Yang dapat dilakukan sekarang: Batalkan konsultasi.',
    );
    expect(describeRefusal(result, 'en')).toBe(
      '“Hand in the form” is not possible now: the status of this consultation is “Waiting to be ' +
        'called”. Possible now: Cancel the consultation.',
    );
  });

  it('ends after the state where nothing can be done', () => {
    const result = refusal(deskIn('cancelled').decide('submit', {}, user));
    expect(describeRefusal(result, 'id')).toMatch(/“Dibatalkan”\.$/);
  });

  it('names counter, officer and limit', () => {
    const desk = deskIn('queued');
    desk.busyCounters = ['1'];
    const busy = refusal(desk.decide('call', { metode: 'papan', loket: '1' }, coordinator));
    expect(describeRefusal(busy, 'id')).toContain('Loket 1 ');
  });

  it('takes a name as it is, even one that looks like a pattern', () => {
    const params = { officer: '$& {state} $1' };
    expect(describeRefusal({ code: 'LPSE_REVIEW_NOT_YOURS', params, problems: [] }, 'en')).toMatch(
      /^\$& \{state\} \$1 is reviewing/,
    );
  });
});
