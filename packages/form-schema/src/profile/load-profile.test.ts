import { describe, expect, it } from 'vitest';
import { formIds } from '../forms/form.js';
import { compile } from '../validation/compile.js';
import type { ProfileDocument } from './document.js';
import { loadProfile } from './load-profile.js';
import type { LoadedProfile } from './load-profile.js';
import { wordEnum } from './messages.js';
import type { FormId } from '../forms/form.js';
import type { Profile } from './profile.js';
import { form, office, refused } from './testing/refused-profiles.js';

const load = (document: unknown): LoadedProfile => loadProfile(document, { compile });

function loaded(document: ProfileDocument): Profile<FormId> {
  const result = load(document);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.profile;
}

describe('loadProfile', () => {
  it.each(refused)('refuses a profile that %s', (_title, document, pointer, keyword) => {
    const result = load(document);
    expect(result.ok).toBe(false);
    const problems = result.ok ? [] : result.problems;
    expect(problems.map((problem) => [problem.pointer, problem.keyword])).toContainEqual([
      pointer,
      keyword,
    ]);
    for (const { message } of problems) expect(message.length).toBeGreaterThan(10);
  });

  it('says why in the language that is asked for', () => {
    const document = form({ hide: ['/nama'] });
    const words = (['id', 'en'] as const).map((locale) => {
      const result = loadProfile(document, { compile, locale });
      return result.ok ? [] : result.problems.map(({ message }) => message);
    });
    expect(words).toEqual([
      ['Kolom /nama termasuk inti nasional dan tidak dapat disembunyikan.'],
      ['The field /nama belongs to the national core and cannot be hidden.'],
    ]);
  });

  it.each([
    ['id', 'Nilai ini tidak dikenal. Gunakan salah satu: "WIB", "WITA", "WIT".'],
    ['en', 'There is no such value. Use one of: "WIB", "WITA", "WIT".'],
  ] as const)('lists what may stand in the place of a wrong value (%s)', (locale, message) => {
    const result = loadProfile(office({ zonaWaktu: 'CET' }), { compile, locale });
    expect(result.ok ? [] : result.problems.map((problem) => problem.message)).toEqual([message]);
  });

  it('lists no more values than can be looked through', () => {
    const values = Array.from({ length: 23 }, (_, index) => `n${index}`);
    expect(wordEnum(values, 'id')).toMatch(/"n19", 3 lainnya\.$/);
    expect(wordEnum(values, 'en')).toMatch(/"n19", 3 more\.$/);
  });

  it('tells all faults at once', () => {
    const result = load(form({ hide: ['/nama', '/judul'], relax: ['/telepon'] }));
    expect(result.ok ? 0 : result.problems.length).toBe(3);
  });

  it.each([
    ['a number', 7],
    ['null', null],
    ['a prototype', JSON.parse('{"id":"x1","__proto__":{"a":1}}') as unknown],
    ['a function', () => undefined],
    ['deep nesting', { id: 'x1', messages: { id: { a: { b: { c: [] } } } } }],
  ])('refuses %s without throwing', (_title, document) => {
    expect(load(document).ok).toBe(false);
  });

  it('makes the national core of the smallest document', () => {
    const profile = loaded({ id: 'x1' });
    expect(profile.office.zonaWaktu).toBe('WIB');
    expect(Object.keys(profile.forms)).toEqual([...formIds]);
    expect(profile.forms['consultation-form'].layout.texts?.en?.title).toBe('Consultation form');
  });

  it('extends a parent that comes with it', () => {
    const base: ProfileDocument = { id: 'provinsi', procedure: { maxCalls: 5 } };
    const result = loadProfile({ id: 'kota', extends: 'provinsi' }, { compile, base });
    expect(result.ok && result.profile.procedure.maxCalls).toBe(5);
  });
});
