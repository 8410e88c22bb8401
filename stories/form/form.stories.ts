import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Json, JsonSchema, Layout } from '@lpse-konsultasi/form-schema';
import '@lpse-konsultasi/elements/define/form';
import { toolbarLocale } from '../scene.js';

interface Args {
  schema: JsonSchema;
  layout: Layout;
  value: Json;
  readonly: boolean;
  disabled: boolean;
  density: '' | 'compact';
}

const meta: Meta<Args> = {
  title: 'Engine/Form',
  component: 'lpse-form',
  argTypes: { density: { control: { type: 'inline-radio' }, options: ['', 'compact'] } },
  render: ({ schema, layout, value, readonly, disabled, density }, { globals }) =>
    html`<lpse-form
      locale=${toolbarLocale(globals)}
      density=${density}
      ?readonly=${readonly}
      ?disabled=${disabled}
      .schema=${schema}
      .layout=${layout}
      .value=${value}
    ></lpse-form>`,
  args: { layout: {}, value: {}, readonly: false, disabled: false, density: '' },
};

export default meta;

type Story = StoryObj<Args>;

const everyKind: JsonSchema = {
  title: 'Semua jenis isian',
  type: 'object',
  required: ['teks', 'surel', 'pilihan', 'setuju'],
  properties: {
    teks: { title: 'Teks', type: 'string', minLength: 3, maxLength: 80 },
    uraian: { title: 'Teks panjang', type: 'string', maxLength: 400 },
    surel: { title: 'Surel', type: 'string', format: 'email' },
    telepon: { title: 'Telepon', type: 'string' },
    angka: { title: 'Angka', type: 'number', minimum: 0, maximum: 100 },
    tanggal: { title: 'Tanggal', type: 'string', format: 'date' },
    waktu: { title: 'Tanggal dan waktu', type: 'string', format: 'date-time' },
    daftar: {
      title: 'Pilihan dari daftar',
      type: 'string',
      enum: ['Satu', 'Dua', 'Tiga', 'Empat'],
    },
    pilihan: { title: 'Satu pilihan', type: 'string', enum: ['Ya', 'Tidak'] },
    beberapa: {
      title: 'Beberapa pilihan',
      type: 'array',
      uniqueItems: true,
      items: { type: 'string', enum: ['Pagi', 'Siang', 'Sore'] },
    },
    setuju: { title: 'Saya menyetujui', type: 'boolean', const: true },
    baris: {
      title: 'Daftar berulang',
      type: 'array',
      maxItems: 3,
      items: {
        type: 'object',
        required: ['peristiwa'],
        properties: {
          peristiwa: { title: 'Peristiwa', type: 'string', maxLength: 120 },
          tanggal: { title: 'Tanggal', type: 'string', format: 'date' },
        },
      },
    },
  },
};

const everyLayout: Layout = {
  fields: {
    '/uraian': { widget: 'textarea' },
    '/telepon': { widget: 'tel', width: 'half' },
    '/surel': { width: 'half' },
    '/tanggal': { width: 'half' },
    '/waktu': { width: 'half' },
    '/daftar': { widget: 'select' },
    '/pilihan': { widget: 'radio' },
    '/beberapa': { widget: 'checkboxes' },
  },
};

/** A question that appears only where it applies. */
const conditional: JsonSchema = {
  title: 'Isian bersyarat',
  type: 'object',
  required: ['jenis'],
  properties: { jenis: { title: 'Jenis pengguna', type: 'string', enum: ['Penyedia', 'PPK'] } },
  if: { properties: { jenis: { const: 'Penyedia' } }, required: ['jenis'] },
  then: {
    required: ['npwp'],
    properties: { npwp: { title: 'NPWP', type: 'string', pattern: '^\\d{15,16}$' } },
  },
  else: { properties: { satuanKerja: { title: 'Satuan kerja', type: 'string' } } },
};

const filled: Json = {
  teks: 'Contoh isian',
  uraian: 'Baris pertama.\nBaris kedua.',
  surel: 'contoh@contoh.go.id',
  angka: 12.5,
  tanggal: '2026-11-22',
  daftar: 'Dua',
  pilihan: 'Ya',
  beberapa: ['Pagi', 'Sore'],
  setuju: true,
  baris: [{ peristiwa: 'Galat muncul', tanggal: '2026-11-20' }],
};

export const EveryKind: Story = { args: { schema: everyKind, layout: everyLayout } };
export const Filled: Story = { args: { schema: everyKind, layout: everyLayout, value: filled } };
export const ReadOnly: Story = {
  args: { schema: everyKind, layout: everyLayout, value: filled, readonly: true },
};
export const Disabled: Story = {
  args: { schema: everyKind, layout: everyLayout, value: filled, disabled: true },
};
export const Compact: Story = {
  args: { schema: everyKind, layout: everyLayout, density: 'compact' },
};
export const Dark: Story = {
  args: { schema: everyKind, layout: everyLayout, value: filled },
  globals: { scheme: 'dark' },
};
export const Conditional: Story = { args: { schema: conditional, value: { jenis: 'Penyedia' } } };
export const InEnglish: Story = {
  args: { schema: everyKind, layout: everyLayout },
  globals: { locale: 'en' },
};

/** What a press of the button shows while something is missing. */
export const WithProblems: Story = {
  args: { schema: everyKind, layout: everyLayout, value: { teks: 'ab', surel: 'bukan surel' } },
  play: async ({ canvasElement }) => {
    const form = canvasElement.querySelector('lpse-form');
    await form?.updateComplete;
    form?.requestSubmit();
  },
};
