import { describe, expect, it } from 'vitest';
import type { FormId } from '../forms/form.js';
import type { Json } from '../json.js';
import { getAt } from '../pointer.js';
import { compile } from '../validation/compile.js';
import type { ProfileDocument } from './document.js';
import { loadProfile } from './load-profile.js';
import type { Profile } from './profile.js';
import { kaltaraLike, payakumbuhLike, pelalawanLike } from './testing/regions.js';

function loaded(document: ProfileDocument): Profile<FormId> {
  const result = loadProfile(document, { compile });
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.profile;
}

describe('the overlays of other regions', () => {
  const schemaOf = (profile: Profile): Json => profile.forms['consultation-form'].schema as Json;

  it('rename the unit and the document, and take another way of escalation', () => {
    const { office, document, forms, procedure } = loaded(pelalawanLike);
    expect([office.unit, document.nomor]).toEqual(['Helpdesk LPSE', '1/SOP/LPSE/2014']);
    expect(getAt(forms.escalation.schema as Json, '/properties/tujuan/enum')).toEqual([
      'adminPpe',
      'lkpp',
    ]);
    expect(getAt(forms.escalation.schema as Json, '/properties/kanal/enum')).toEqual([
      'email',
      'tts',
    ]);
    expect(procedure.steps[4]?.uraianKegiatan).toContain('meminta pengguna SPSE');
  });

  it('need a classification where the overlay says so', () => {
    const { validate } = loaded(pelalawanLike).forms.analysis;
    const found = validate({ informasiTambahan: 'Ada galat.', solusiDitemukan: true });
    expect(found.map(({ pointer }) => pointer)).toEqual(['/klasifikasi']);
  });

  it('switch fields on, add their own and put them in order', () => {
    const profile = loaded(kaltaraLike);
    const definition = profile.forms['consultation-form'];
    expect(definition.layout.sections?.[0]?.fields.slice(0, 4)).toEqual([
      '/jenisPengenal',
      '/nik',
      '/nama',
      '/x-daerah/kodeDesa',
    ]);
    expect(definition.layout.sections?.map(({ id }) => id)).toEqual([
      'identitas',
      'perwakilan',
      'permasalahan',
      'bukti',
      'daerah',
      'pernyataan',
    ]);
    const pointers = definition.validate({ 'x-daerah': {} }).map(({ pointer }) => pointer);
    expect(pointers).toContain('/x-daerah/kodeDesa');
    expect(pointers).toContain('/jenisPengenal');
    expect(pointers).not.toContain('/nik');
    expect(profile.procedure.steps.map(({ minutes }) => minutes).slice(2, 7)).toEqual([
      60, 5, 5, 5, 30,
    ]);
    expect(Object.keys(profile.office.jamLayanan)).toEqual(['senin', 'selasa', 'rabu']);
  });

  it('show how a field of their own has to look, where its pattern says so and they do not', () => {
    const add = { kodeDesa: { type: 'string', pattern: '^\\d{10}$', maxLength: 10 } };
    const fields = { '/x-daerah/kodeDesa': { label: 'Isian' } };
    const overlay = { add, texts: { id: { fields }, en: { fields } } };
    const document = { id: 'x1', forms: { 'consultation-form': overlay } } as ProfileDocument;
    const { layout } = loaded(document).forms['consultation-form'];
    const words = layout.texts?.id?.fields?.['/x-daerah/kodeDesa'];
    expect(words).toEqual({ label: 'Isian', example: '1234567890' });
    const said = loaded(kaltaraLike).forms['consultation-form'].layout.texts?.id?.fields;
    expect(said?.['/x-daerah/kodeDesa']?.example).toBe('6501010001');
  });

  it('hide, relax, narrow and allow', () => {
    const profile = loaded(payakumbuhLike);
    const schema = schemaOf(profile);
    expect(getAt(schema, '/properties/jenisPengenal')).toBeUndefined();
    expect(getAt(schema, '/properties/izin/properties/survei')).toBeUndefined();
    expect(getAt(schema, '/properties/judul/maxLength')).toBe(80);
    expect(getAt(schema, '/$defs/lampiran/properties/mime/enum')).toContain('video/mp4');
    const { validate, layout } = profile.forms['consultation-form'];
    const pointers = validate({ jenisPengguna: 'penyedia' }).map(({ pointer }) => pointer);
    expect(pointers).toContain('/bertindakSebagai');
    expect(pointers).toContain('/alamat');
    expect(pointers).not.toContain('/npwp');
    expect(layout.texts?.id?.title).toBe('Formulir layanan pengguna');
    expect(layout.texts?.id?.fields?.['/jenisPengenal']).toBeUndefined();
  });

  it.each([pelalawanLike, kaltaraLike, payakumbuhLike])(
    'leave the core whole ($id)',
    (document) => {
      const profile = loaded(document);
      const paths = profile.forms.solution.validate({}).map(({ pointer }) => pointer);
      expect(paths).toEqual(expect.arrayContaining(['/jawaban', '/paraf']));
      expect(profile.procedure.steps).toHaveLength(11);
      expect(JSON.stringify(schemaOf(profile))).not.toContain('pilihan');
    },
  );
});
