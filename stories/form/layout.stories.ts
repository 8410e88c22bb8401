import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Json, JsonSchema, Layout } from '@lpse-konsultasi/form-schema';
import '@lpse-konsultasi/elements/define/form';
import { toolbarLocale } from '../scene.js';

interface Args {
  schema: JsonSchema;
  layout: Layout;
  value: Json;
  /** Width of the place that the page gives the form, in pixels. */
  width: number;
}

/** What the layout of a form can do: rules, calculation, steps, the index beside, columns and further help. */
const meta: Meta<Args> = {
  title: 'Engine/Layout',
  component: 'lpse-form',
  argTypes: { width: { control: { type: 'range', min: 320, max: 1200, step: 10 } } },
  render: ({ schema, layout, value, width }, { globals }) => {
    const sized = (box: Element | undefined): void =>
      (box as HTMLElement | undefined)?.style.setProperty('max-inline-size', `${width}px`);
    return html`<div ${ref(sized)}>
      <lpse-form
        locale=${toolbarLocale(globals)}
        .schema=${schema}
        .layout=${layout}
        .value=${value}
      ></lpse-form>
    </div>`;
  },
  args: { value: {}, width: 1100 },
};

export default meta;

type Story = StoryObj<Args>;

const schema: JsonSchema = {
  type: 'object',
  required: ['nama', 'telepon', 'acara', 'tanggal'],
  properties: {
    nama: { type: 'string', minLength: 3 },
    telepon: { type: 'string' },
    mewakili: { type: 'boolean' },
    badanUsaha: { type: 'string' },
    npwp: { type: 'string' },
    acara: { type: 'string', enum: ['pelatihan', 'sosialisasi'] },
    tanggal: { type: 'string', format: 'date' },
    tempat: { type: 'string' },
    kebutuhan: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          barang: { type: 'string' },
          jumlah: { type: 'integer', minimum: 1 },
          harga: { type: 'number', minimum: 0 },
          subtotal: { type: 'number' },
        },
      },
    },
    total: { type: 'number' },
    alasan: { type: 'string', maxLength: 500 },
    catatan: { type: 'string', maxLength: 500 },
  },
};

const layout: Layout = {
  steps: true,
  sections: [
    { id: 'pemohon', fields: ['/nama', '/telepon', '/mewakili'] },
    { id: 'badan', fields: ['/badanUsaha', '/npwp'], visible: { var: '/mewakili' } },
    { id: 'acara', fields: ['/acara', '/tanggal', '/tempat'] },
    { id: 'kebutuhan', fields: ['/kebutuhan', '/total', '/alasan'] },
    { id: 'lain', fields: ['/catatan'] },
  ],
  fields: {
    '/nama': { width: 'half', autocomplete: 'name' },
    '/telepon': { width: 'half', autocomplete: 'tel', widget: 'tel' },
    '/badanUsaha': { width: 'half' },
    '/npwp': { width: 'half', inputMode: 'numeric' },
    '/tanggal': { width: 'half' },
    '/tempat': { width: 'half' },
    '/kebutuhan/*/jumlah': { width: 'third' },
    '/kebutuhan/*/harga': { width: 'third' },
    '/kebutuhan/*/subtotal': {
      width: 'third',
      calculate: { '*': [{ var: '/kebutuhan/*/jumlah' }, { var: '/kebutuhan/*/harga' }] },
    },
    '/total': { calculate: { sum: { var: '/kebutuhan/*/subtotal' } } },
    '/alasan': { visible: { '>': [{ var: '/total' }, 5_000_000] } },
  },
  texts: {
    id: {
      title: 'Permohonan kegiatan',
      description: 'Contoh formulir dengan syarat, perhitungan, dan langkah.',
      sections: {
        pemohon: { title: 'Pemohon' },
        badan: { title: 'Badan usaha' },
        acara: { title: 'Kegiatan' },
        kebutuhan: { title: 'Kebutuhan', description: 'Jumlah dihitung sendiri.' },
        lain: { title: 'Catatan' },
      },
      fields: {
        '/telepon': { label: 'Nomor telepon', example: '0812 3456 7890' },
        '/mewakili': { label: 'Saya mewakili badan usaha' },
        '/badanUsaha': { label: 'Nama badan usaha' },
        '/npwp': {
          label: 'NPWP',
          help: 'Nomor Pokok Wajib Pajak badan usaha, 15 atau 16 angka.\nTercantum pada kartu NPWP.',
        },
        '/acara': {
          label: 'Jenis kegiatan',
          options: { pelatihan: 'Pelatihan', sosialisasi: 'Sosialisasi' },
        },
        '/kebutuhan': { label: 'Kebutuhan', item: 'Barang', add: 'Tambah barang' },
        '/kebutuhan/*/barang': { label: 'Nama barang' },
        '/kebutuhan/*/harga': { label: 'Harga satuan (Rp)' },
        '/kebutuhan/*/subtotal': { label: 'Subtotal (Rp)' },
        '/total': { label: 'Total (Rp)', hint: 'Jumlah semua subtotal.' },
        '/alasan': { label: 'Alasan', hint: 'Mohon jelaskan bila total lebih dari Rp5.000.000.' },
      },
    },
    en: {
      title: 'Request for an event',
      description: 'A sample form with rules, calculation and steps.',
      sections: {
        pemohon: { title: 'Applicant' },
        badan: { title: 'Company' },
        acara: { title: 'Event' },
        kebutuhan: { title: 'Needs', description: 'Amounts are calculated.' },
        lain: { title: 'Remarks' },
      },
      fields: {
        '/nama': { label: 'Name' },
        '/telepon': { label: 'Phone number', example: '0812 3456 7890' },
        '/mewakili': { label: 'I represent a company' },
        '/badanUsaha': { label: 'Company name' },
        '/npwp': {
          label: 'NPWP',
          help: 'The tax number of the company, 15 or 16 digits.\nIt is on the NPWP card.',
        },
        '/acara': {
          label: 'Kind of event',
          options: { pelatihan: 'Training', sosialisasi: 'Briefing' },
        },
        '/tanggal': { label: 'Date' },
        '/tempat': { label: 'Place' },
        '/kebutuhan': { label: 'Needs', item: 'Item', add: 'Add an item' },
        '/kebutuhan/*/barang': { label: 'Name of the item' },
        '/kebutuhan/*/jumlah': { label: 'Quantity' },
        '/kebutuhan/*/harga': { label: 'Price each (Rp)' },
        '/kebutuhan/*/subtotal': { label: 'Subtotal (Rp)' },
        '/total': { label: 'Total (Rp)', hint: 'The sum of all subtotals.' },
        '/alasan': { label: 'Reason', hint: 'Please explain a total of more than Rp5,000,000.' },
        '/catatan': { label: 'Remarks' },
      },
    },
  },
};

const filled: Json = {
  nama: 'Siti Rahayu',
  telepon: '0812 3456 7890',
  mewakili: true,
  badanUsaha: 'CV Contoh Sejahtera',
  acara: 'pelatihan',
  tanggal: '2026-12-03',
  kebutuhan: [
    { barang: 'Modul pelatihan', jumlah: 40, harga: 35_000 },
    { barang: 'Sewa ruang', jumlah: 1, harga: 4_500_000 },
  ],
};

/** On a wide screen the sections stand together, and an index of them beside. */
export const WithIndex: Story = { args: { schema, layout, value: filled } };

/** The same on a phone: one section at a time, at the end all answers once more. */
export const OnAPhone: Story = { args: { schema, layout, value: filled, width: 360 } };

/** One section at a time also where there is room; the index opens what was reached. */
export const AlwaysInSteps: Story = {
  args: { schema, layout: { ...layout, steps: 'always' }, value: filled },
};

/** What the index says after an attempt to send. */
export const WithProblems: Story = {
  args: { schema, layout, value: { nama: 'Si', telepon: '0812' } },
  play: async ({ canvasElement }) => {
    const form = canvasElement.querySelector('lpse-form');
    await form?.updateComplete;
    form?.requestSubmit();
  },
};

/** No layout at all: order, columns and autofill follow from the schema. */
export const Derived: Story = { args: { schema, layout: {}, width: 720 } };

/** What whoever makes the form sees when rules depend on each other in a circle. */
export const Circle: Story = {
  args: {
    schema,
    width: 720,
    layout: {
      fields: {
        '/nama': { visible: { filled: { var: '/telepon' } } },
        '/telepon': { visible: { filled: { var: '/nama' } } },
      },
    },
  },
};
