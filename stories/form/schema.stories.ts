import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Json, JsonSchema } from '@lpse-konsultasi/form-schema';
import '@lpse-konsultasi/elements/define/form';
import { toolbarLocale } from '../scene.js';

interface Args {
  schema: JsonSchema;
  value: Json;
  readonly: boolean;
}

const meta: Meta<Args> = {
  title: 'Engine/Schema',
  component: 'lpse-form',
  render: ({ schema, value, readonly }, { globals }) =>
    html`<lpse-form
      locale=${toolbarLocale(globals)}
      ?readonly=${readonly}
      .schema=${schema}
      .value=${value}
    ></lpse-form>`,
  args: { value: {}, readonly: false },
};

export default meta;

type Story = StoryObj<Args>;

const text = { type: 'string' } as const;

const pelapor: JsonSchema = {
  title: 'Siapa yang melapor',
  type: 'object',
  required: ['pelapor'],
  properties: {
    pelapor: {
      title: 'Pelapor',
      description: 'Perorangan atau badan usaha: isian di bawahnya menyesuaikan.',
      oneOf: [
        {
          title: 'Perorangan',
          type: 'object',
          required: ['nama', 'nik'],
          properties: {
            nama: { ...text, title: 'Nama lengkap' },
            nik: { ...text, title: 'NIK', pattern: '^\\d{16}$', examples: ['3325012345670001'] },
          },
        },
        {
          title: 'Badan usaha',
          type: 'object',
          required: ['nama', 'npwp'],
          properties: {
            nama: { ...text, title: 'Nama badan usaha' },
            npwp: { ...text, title: 'NPWP' },
            tahun: { type: 'integer', title: 'Tahun berdiri', default: 2020 },
          },
        },
      ],
    },
    nilai: { title: 'Nilai paket', type: ['number', 'string'] },
    batas: {
      title: 'Batas waktu',
      anyOf: [
        { const: 'tanpa batas' },
        { ...text, title: 'Tanggal', format: 'date' },
        { type: 'boolean' },
      ],
    },
    catatan: { title: 'Catatan (boleh kosong)', type: ['string', 'null'] },
  },
};

/** `oneOf`, `anyOf` and several types: a switch. What fits the other shape stays, what does not comes back. */
export const Variants: Story = { args: { schema: pelapor } };

/** The same value where it is only read. */
export const VariantsLocked: Story = {
  args: {
    schema: pelapor,
    readonly: true,
    value: { pelapor: { nama: 'CV Maju', npwp: '0123456789012345' }, nilai: 1250000, batas: true },
  },
};

/** `additionalProperties`, `patternProperties`, `propertyNames`: rows of a name and a value. */
export const NamedMembers: Story = {
  args: {
    schema: {
      title: 'Daftar harga',
      type: 'object',
      properties: {
        harga: {
          title: 'Harga satuan',
          description: 'Nama barang dan harganya dalam rupiah.',
          type: 'object',
          additionalProperties: { type: 'integer', minimum: 1 },
          propertyNames: { minLength: 2 },
        },
        keterangan: {
          title: 'Keterangan per bahasa',
          type: 'object',
          propertyNames: { enum: ['id', 'en', 'jv'] },
          additionalProperties: { ...text, maxLength: 400 },
        },
      },
    },
    value: { harga: { semen: 65000, pasir: 250000 }, keterangan: { id: 'Harga sampai lokasi.' } },
  },
};

/** `prefixItems`, lists of lists, `uniqueItems` and `contains`. */
export const ListsOfAllKinds: Story = {
  args: {
    schema: {
      title: 'Lokasi dan anggota',
      type: 'object',
      properties: {
        titik: {
          title: 'Titik lokasi',
          type: 'array',
          prefixItems: [
            { type: 'number', title: 'Bujur', minimum: -180, maximum: 180 },
            { type: 'number', title: 'Lintang', minimum: -90, maximum: 90 },
          ],
          items: false,
          minItems: 2,
        },
        urutan: { title: 'Urutan nilai', type: 'array', items: { type: 'number' }, maxItems: 4 },
        garis: {
          title: 'Garis batas',
          type: 'array',
          items: { title: 'Titik', type: 'array', items: { type: 'number' } },
        },
      },
    },
    value: { urutan: [3, 1], garis: [[109.7, -6.9]] },
  },
};

/** A schema that holds itself: each level is there when a person opens it. */
export const Recursive: Story = {
  args: {
    schema: {
      title: 'Susunan organisasi',
      $ref: '#/$defs/pegawai',
      $defs: {
        pegawai: {
          type: 'object',
          required: ['nama'],
          properties: {
            nama: { ...text, title: 'Nama' },
            atasan: { title: 'Atasan', $ref: '#/$defs/pegawai' },
            bawahan: { title: 'Bawahan', type: 'array', items: { $ref: '#/$defs/pegawai' } },
          },
        },
      },
    },
    value: { nama: 'Sari', atasan: { nama: 'Budi' } },
  },
};

/** No type at all: any JSON, as deep as a person goes. */
export const AnyJson: Story = {
  args: {
    schema: { title: 'Isian bebas', type: 'object', properties: { data: { title: 'Data' } } },
    value: { data: { nama: 'LPSE', jam: [8, 16], buka: true } },
  },
};
