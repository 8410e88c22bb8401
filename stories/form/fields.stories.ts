import { html } from 'lit';
import { defineWidget, entry } from '@lpse-konsultasi/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Json, JsonSchema, Layout } from '@lpse-konsultasi/form-schema';
import '@lpse-konsultasi/elements/define/form';
import { toolbarLocale } from '../scene.js';

interface Args {
  schema: JsonSchema;
  layout: Layout;
  value: Json;
  readonly: boolean;
}

const meta: Meta<Args> = {
  title: 'Engine/Fields',
  component: 'lpse-form',
  render: ({ schema, layout, value, readonly }, { globals }) =>
    html`<lpse-form
      locale=${toolbarLocale(globals)}
      zone="WIB"
      ?readonly=${readonly}
      .schema=${schema}
      .layout=${layout}
      .value=${value}
    ></lpse-form>`,
  args: { layout: {}, value: {}, readonly: false },
};

export default meta;

type Story = StoryObj<Args>;

const numberFields = {
  telepon: { title: 'Nomor telepon/WhatsApp', type: 'string', pattern: '^\\+62[1-9]\\d{7,12}$' },
  npwp: { title: 'NPWP', type: 'string', pattern: '^\\d{15,16}$' },
  nik: { title: 'NIK', type: 'string', pattern: '^\\d{16}$' },
  nip: { title: 'NIP', type: 'string', pattern: '^\\d{18}$' },
};

const numbersLayout: Layout = {
  fields: {
    '/telepon': { widget: 'tel', options: { mask: 'phone' }, width: 'half' },
    '/npwp': { options: { mask: 'npwp' }, inputMode: 'numeric', width: 'half' },
    '/nik': { options: { mask: 'nik' }, inputMode: 'numeric', width: 'half' },
    '/nip': { options: { mask: 'nip' }, inputMode: 'numeric', width: 'half' },
  },
};

/** Typed in any spelling, kept in one, shown as people read it. */
export const GroupedNumbers: Story = {
  args: {
    schema: { title: 'Nomor yang dikelompokkan', type: 'object', properties: numberFields },
    layout: numbersLayout,
    value: {
      telepon: '+6281234567890',
      npwp: '013000666091000',
      nik: '3325014501900001',
      nip: '198701012010011001',
    },
  },
};

/** What looks unusual is said, and keeps nothing from being sent. */
export const Warnings: Story = {
  args: {
    schema: {
      title: 'Isian yang perlu dilihat sekali lagi',
      type: 'object',
      properties: {
        ...numberFields,
        uraian: { title: 'Uraian permasalahan', type: 'string', maxLength: 4000 },
      },
    },
    layout: numbersLayout,
    value: {
      telepon: '+6281234567',
      npwp: '013000667091000',
      nik: '3325013204900001',
      uraian: 'Tidak bisa masuk. User budi, pass nya budi123. Mohon dibantu.',
    },
  },
  play: async ({ canvasElement }) => {
    const form = canvasElement.querySelector('lpse-form');
    await form?.updateComplete;
    for (const pointer of ['/telepon', '/npwp', '/nik', '/uraian']) {
      form?.control(pointer)?.focus();
      form?.control(pointer)?.blur();
      await form?.updateComplete;
    }
  },
};

const regions = [
  ...['Batang', 'Pekalongan', 'Pemalang', 'Kendal', 'Semarang', 'Demak', 'Kudus', 'Jepara', 'Pati'],
  ...['Rembang', 'Blora', 'Grobogan', 'Boyolali', 'Klaten', 'Sukoharjo', 'Wonogiri', 'Karanganyar'],
];
const agencies = [
  'Dinas Pendidikan',
  'Dinas Kesehatan',
  'Dinas Pekerjaan Umum',
  'Bappeda',
  'Inspektorat',
];
const units = regions.flatMap((region) =>
  agencies.flatMap((agency) =>
    ['Kabupaten', 'Kota'].flatMap((kind) =>
      ['', ' (UPTD)', ' (Sekretariat)'].map((part) => `${agency} ${kind} ${region}${part}`),
    ),
  ),
);

/** Five hundred choices: typing finds one. On a phone, a short list stays the system's own. */
export const LongChoice: Story = {
  args: {
    schema: {
      title: 'Pilihan yang panjang',
      type: 'object',
      required: ['satuanKerja'],
      properties: {
        satuanKerja: { title: 'Satuan kerja', type: 'string', enum: units },
        wilayah: { title: 'Wilayah', type: 'string', enum: regions },
      },
    },
  },
};

export const LongChoiceOpen: Story = {
  ...LongChoice,
  play: async ({ canvasElement }) => {
    const form = canvasElement.querySelector('lpse-form');
    await form?.updateComplete;
    const input = form?.control('/satuanKerja') as HTMLInputElement | null;
    if (input == null) return;
    input.focus();
    input.value = 'kesehatan batang';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await form?.updateComplete;
  },
};

/** Typed as people write dates, or picked from the calendar; moments are in the office's time. */
export const DatesAndMoments: Story = {
  args: {
    schema: {
      title: 'Tanggal dan waktu',
      type: 'object',
      required: ['lahir', 'kejadian'],
      properties: {
        lahir: { title: 'Tanggal lahir', type: 'string', format: 'date', 'x-notFuture': true },
        kejadian: { title: 'Waktu kejadian', type: 'string', format: 'date-time' },
        batas: { title: 'Batas pemasukan penawaran', type: 'string', format: 'date-time' },
      },
    },
    layout: {
      fields: {
        '/lahir': { width: 'half' },
        '/kejadian': { width: 'half' },
        '/batas': { options: { zone: 'WIT' } },
      },
    },
    value: { kejadian: '2026-11-22T14:05:00+07:00', batas: '2026-11-30T23:59:00+09:00' },
  },
};

/** How long something takes: in days, hours and minutes; what these cannot say as ISO 8601 has it. */
export const Durations: Story = {
  args: {
    schema: {
      title: 'Lama waktu',
      type: 'object',
      required: ['pelaksanaan'],
      properties: {
        pelaksanaan: {
          title: 'Lama pelaksanaan',
          description: 'Sejak surat perintah mulai kerja.',
          type: 'string',
          format: 'duration',
        },
        tanggap: { title: 'Waktu tanggap', type: 'string', format: 'duration' },
        jaminan: { title: 'Masa jaminan', type: 'string', format: 'duration' },
      },
    },
    value: { tanggap: 'PT1H30M', jaminan: 'P1Y6M' },
  },
};

const four = {
  '1': 'Tidak baik',
  '2': 'Kurang baik',
  '3': 'Baik',
  '4': 'Sangat baik',
};

/** The scale of the satisfaction survey, and a longer one with words for its ends. */
export const Rating: Story = {
  args: {
    schema: {
      title: 'Survei kepuasan',
      type: 'object',
      required: ['kecepatan'],
      properties: {
        kecepatan: {
          title: 'Bagaimana kecepatan pelayanan kami?',
          type: 'integer',
          minimum: 1,
          maximum: 4,
        },
        saran: {
          title: 'Seberapa besar kemungkinan Bapak/Ibu menyarankan layanan ini?',
          type: 'integer',
          minimum: 1,
          maximum: 5,
        },
      },
    },
    layout: {
      fields: { '/kecepatan': { widget: 'rating' }, '/saran': { widget: 'rating' } },
      texts: {
        id: {
          fields: {
            '/kecepatan': { options: four },
            '/saran': { options: { '1': 'Sangat kecil', '5': 'Sangat besar' } },
          },
        },
      },
    },
    value: { kecepatan: 3 },
  },
};

const rupiah = new Intl.NumberFormat('id-ID');

defineWidget('rupiah', {
  labelling: 'label',
  render: (view) =>
    html`<input
      part="control"
      class="control"
      id=${view.id}
      inputmode="numeric"
      aria-describedby=${view.describedBy}
      ${entry(view, typeof view.field.value === 'number' ? rupiah.format(view.field.value) : '')}
    />`,
  read: (control) => Number((control as HTMLInputElement).value.replaceAll(/\D/g, '')) || undefined,
  settles: () => true,
});

/** Ten lines of a portal make a widget of its own: see the reference of widgets. */
export const PortalWidget: Story = {
  name: 'Widget milik portal',
  args: {
    schema: {
      title: 'Widget milik portal',
      type: 'object',
      required: ['pagu'],
      properties: { pagu: { title: 'Pagu paket (rupiah)', type: 'integer', minimum: 1000 } },
    },
    layout: { fields: { '/pagu': { widget: 'rupiah', width: 'half' } } },
    value: { pagu: 1250000000 },
  },
};
