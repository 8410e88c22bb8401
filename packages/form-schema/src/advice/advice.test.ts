import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.js';
import type { FieldNode } from '../model/form-model.js';
import { adviceOn, isAdvisable, wordAdvice } from './advice.js';
import { adviceTexts } from './texts.js';

function nodeOf(schema: JsonObject, options: JsonObject = {}, widget?: string): FieldNode {
  const layout = { options, ...(widget === undefined ? {} : { widget }) };
  return { path: '/isian', key: 'isian', kind: 'string', schema, layout, members: [] };
}

describe('adviceOn', () => {
  it('names what is unusual about a number', () => {
    expect(adviceOn(nodeOf({}, { mask: 'nik' }), '3325010101900000')).toEqual({
      key: 'nik.serial',
    });
  });

  it('has nothing to say about a number as it should be', () => {
    expect(adviceOn(nodeOf({}, { mask: 'nik' }), '3325010101900001')).toBeUndefined();
  });

  it('points at what is secret in a text', () => {
    expect(adviceOn(nodeOf({}), 'pin saya 123456')).toEqual({
      key: 'secret.code',
      secrets: [{ kind: 'code', start: 9, end: 15 }],
    });
  });

  it('does not look for secrets where the layout says so', () => {
    expect(adviceOn(nodeOf({}, { secrets: false }), 'pin saya 123456')).toBeUndefined();
  });

  it.each([
    ['a choice', nodeOf({ enum: ['pin 123456'] }), 'pin 123456'],
    ['a constant', nodeOf({ const: 'pin 123456' }), 'pin 123456'],
    ['a date', nodeOf({ format: 'date' }), 'pin 123456'],
    ['a drawing', nodeOf({}, {}, 'signature'), 'pin 123456'],
    ['a number', { ...nodeOf({}), kind: 'number' } as FieldNode, 12],
    ['nothing', nodeOf({}), undefined],
  ])('says nothing about %s', (_, node, value) => {
    expect(adviceOn(node, value)).toBeUndefined();
  });

  it('looks into addresses, which may hold a password', () => {
    expect(isAdvisable(nodeOf({ format: 'uri' }))).toBe(true);
  });
});

describe('wordAdvice', () => {
  it('speaks both languages', () => {
    expect(wordAdvice({ key: 'phone.short' }, 'id')).toContain('kurang panjang');
    expect(wordAdvice({ key: 'phone.short' }, 'en')).toContain('too short');
  });

  it('never says that the person is wrong', () => {
    for (const words of Object.values(adviceTexts))
      for (const text of Object.values(words)) expect(text).not.toMatch(/salah|wrong|invalid/i);
  });
});
