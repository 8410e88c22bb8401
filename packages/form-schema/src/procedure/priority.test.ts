import { describe, expect, it } from 'vitest';
import { profile as base } from '../generated/profiles/base.js';
import type { JsonObject } from '../json.js';
import { createFormModel } from '../model/create-form-model.js';
import type { PriorityRule, Profile } from '../profile/profile.js';
import { loadProfile } from '../profile/load-profile.js';
import { compile } from '../validation/compile.js';
import { compileRules } from '../rules/index.js';
import { type Desk, deskIn, officer } from '../workflow/testing/desk.js';
import { profile as small } from '../workflow/testing/profile.js';
import { derivedPriority, priorityLayout } from './priority.js';

const rule = base.procedure.priority as PriorityRule;

function analysis(klasifikasi: JsonObject): JsonObject {
  return { informasiTambahan: 'Berkas 300 MB.', klasifikasi, solusiDitemukan: true };
}

/** A desk at step 8 whose office has the given matrix. */
function atAnalysis(priority: PriorityRule | null): Desk {
  const profile: Profile = { ...small, procedure: { ...small.procedure, priority } };
  return deskIn('analysing', profile);
}

describe('the priority', () => {
  it('follows from urgency and impact by the office’s matrix', () => {
    for (const [urgensi, row] of Object.entries(rule.matrix))
      for (const [dampak, prioritas] of Object.entries(row))
        expect(derivedPriority({ urgensi, dampak }, rule)).toBe(prioritas);
  });

  it.each<[string, JsonObject | undefined]>([
    ['no impact', { urgensi: 'mendesak' }],
    ['no urgency', { dampak: 'besar' }],
    ['an unknown urgency', { urgensi: 'constructor', dampak: 'besar' }],
    ['no classification', undefined],
  ])('does not follow from %s', (_title, klasifikasi) => {
    expect(derivedPriority(klasifikasi, rule)).toBeUndefined();
  });

  it('is what the matrix says where the officer left it open', () => {
    const desk = atAnalysis(rule).do('analyse', analysis({ urgensi: 'mendesak', dampak: 'besar' }));
    expect(desk.case.analisis).toMatchObject({ klasifikasi: { prioritas: 'tinggi' } });
  });

  it('is set otherwise only with a reason', () => {
    const low = { urgensi: 'mendesak', dampak: 'besar', prioritas: 'rendah' };
    const desk = atAnalysis(rule);
    expect(desk.decide('analyse', analysis(low), officer)).toMatchObject({
      code: 'LPSE_FORM_INVALID',
      problems: [{ pointer: '/klasifikasi/alasanPrioritas', keyword: 'required' }],
    });
    const reasoned = { ...low, alasanPrioritas: 'Paket sudah dibatalkan.' };
    expect(desk.give('analyse', analysis(reasoned))).toBeUndefined();
    expect(desk.case.analisis).toMatchObject({ klasifikasi: reasoned });
  });

  it('is not set otherwise at all where the office does not want it', () => {
    const low = { urgensi: 'mendesak', dampak: 'besar', prioritas: 'rendah', alasanPrioritas: 'x' };
    const desk = atAnalysis({ ...rule, override: false });
    expect(desk.decide('analyse', analysis(low), officer)).toMatchObject({
      problems: [{ pointer: '/klasifikasi/prioritas', keyword: 'enum' }],
    });
  });

  it('is the officer’s alone without a matrix', () => {
    const low = { urgensi: 'mendesak', dampak: 'besar', prioritas: 'rendah' };
    expect(atAnalysis(null).give('analyse', analysis(low))).toBeUndefined();
    const desk = atAnalysis(null).do('analyse', analysis({ urgensi: 'mendesak', dampak: 'besar' }));
    expect(desk.case.analisis).not.toHaveProperty('klasifikasi.prioritas');
  });
});

describe('the layout of the analysis', () => {
  const { schema, layout: plain, validate } = base.forms.analysis;
  const model = (priority: PriorityRule | null, klasifikasi: JsonObject) => {
    const layout = priorityLayout(plain, priority);
    const rules = compileRules(schema, layout);
    return createFormModel({
      schema,
      layout,
      validate,
      value: { klasifikasi },
      locale: 'id',
      rules,
    });
  };

  it('asks for a reason exactly where the priority is not that of the matrix', () => {
    const asks = (klasifikasi: JsonObject) =>
      model(rule, klasifikasi).field('/klasifikasi/alasanPrioritas') !== undefined;
    const classified = { urgensi: 'mendesak', dampak: 'besar' };
    expect(asks({ ...classified, prioritas: 'rendah' })).toBe(true);
    expect(asks({ ...classified, prioritas: 'tinggi' })).toBe(false);
    expect(asks(classified)).toBe(false);
    expect(asks({ prioritas: 'tinggi' })).toBe(false);
  });

  it('calculates a priority that no officer sets', () => {
    const form = model({ ...rule, override: false }, { urgensi: 'tidakMendesak', dampak: 'besar' });
    expect(form.value).toMatchObject({ klasifikasi: { prioritas: 'menengah' } });
  });
});

describe('the answers that an office keeps ready', () => {
  it('replace those of the core, and have each an id of their own', () => {
    const answer = { id: 'panduan', judul: 'Panduan', jawaban: 'Silakan baca panduannya.' };
    const load = (answers: unknown) => loadProfile({ id: 'kota-contoh', answers }, { compile });
    const own = load([answer]);
    expect(own.ok && own.profile.answers).toEqual([answer]);
    const twice = load([answer, answer]);
    expect(twice.ok ? [] : twice.problems.map(({ pointer }) => pointer)).toEqual(['/answers/1']);
  });
});

describe('a profile', () => {
  it('can drop the matrix, and replace it as a whole', () => {
    const load = (priority: unknown) =>
      loadProfile({ id: 'kota-contoh', procedure: { priority } }, { compile });
    const none = load(null);
    expect(none.ok && none.profile.procedure.priority).toBe(null);
    const row = { besar: 'rendah', sedang: 'rendah', kecil: 'rendah' };
    const own = load({ matrix: { mendesak: row, tidakMendesak: row }, override: false });
    expect(own.ok && own.profile.procedure.priority?.matrix.mendesak.besar).toBe('rendah');
    expect(load({ matrix: { mendesak: row }, override: true }).ok).toBe(false);
  });
});
