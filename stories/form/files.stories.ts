import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { JsonSchema, Layout } from '@lpse-konsultasi/form-schema';
import type { Uploader } from '@lpse-konsultasi/elements';
import '@lpse-konsultasi/elements/define/form';
import { toolbarLocale } from '../scene.js';

interface Args {
  schema: JsonSchema;
  layout: Layout;
  uploader: Uploader | undefined;
  /** Files as a person would choose them. */
  files: () => Promise<readonly File[]>;
}

const meta: Meta<Args> = {
  title: 'Engine/Files',
  component: 'lpse-form',
  render: ({ schema, layout, uploader }, { globals }) =>
    html`<lpse-form
      locale=${toolbarLocale(globals)}
      .schema=${schema}
      .layout=${layout}
      .uploader=${uploader}
    ></lpse-form>`,
  args: { layout: {}, files: () => Promise.resolve([]) },
  play: async ({ canvasElement, args }) => {
    const form = canvasElement.querySelector('lpse-form');
    await form?.updateComplete;
    const input = form?.control('/lampiran');
    const files = await args.files();
    if (!(input instanceof HTMLInputElement) || files.length === 0) return;
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  },
};

export default meta;

type Story = StoryObj<Args>;

const schema: JsonSchema = {
  title: 'Bukti',
  type: 'object',
  properties: {
    lampiran: {
      title: 'Lampiran',
      type: 'array',
      maxItems: 4,
      items: {
        type: 'object',
        required: ['jenis', 'nama', 'mime', 'ukuran', 'sha256'],
        properties: {
          jenis: { title: 'Jenis lampiran', enum: ['Tangkapan layar', 'Foto', 'Surat'] },
          nama: { type: 'string', maxLength: 120 },
          mime: { enum: ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'] },
          ukuran: { type: 'integer', maximum: 5_242_880 },
          sha256: { type: 'string' },
        },
      },
    },
  },
};

const layout: Layout = {
  fields: {
    '/lampiran': { options: { maxTotal: 10_485_760, shrink: { longestSide: 1600 } } },
    '/lampiran/*/jenis': { widget: 'select', width: 'half' },
  },
  texts: { id: { fields: { '/lampiran': { item: 'Lampiran' } } } },
};

/** Nothing chosen yet: what is taken is said first. */
export const Empty: Story = { args: { schema, layout } };

/** A photo that was made smaller, a letter, and a file that is not what it says. */
export const Attached: Story = {
  args: {
    schema,
    layout,
    files: async () => [
      await photo('halaman-masuk.jpg'),
      new File(['%PDF-1.7\n'], 'surat-permohonan.pdf', { type: 'application/pdf' }),
      new File(['<html>'], 'gambar.png', { type: 'image/png' }),
    ],
  },
};

/** The line is slow, then lost: one on its way, one to try again. */
export const OnTheirWay: Story = {
  args: {
    schema,
    layout,
    files: async () => [
      await photo('sedang-diunggah.jpg'),
      new File(['%PDF-1.7\n'], 'sambungan-putus.pdf', { type: 'application/pdf' }),
    ],
    uploader: (file, { onProgress, signal }) => {
      if (file.type === 'application/pdf') return Promise.reject(new Error('the line is lost'));
      onProgress(0.4);
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('called off')));
      });
    },
  },
};

/** A drawing in place of a photo: large enough to be made smaller. */
async function photo(name: string): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = 2400;
  canvas.height = 1600;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  const sky = context.createLinearGradient(0, 0, 0, 1600);
  sky.addColorStop(0, '#0b5c73');
  sky.addColorStop(1, '#f2c14e');
  context.fillStyle = sky;
  context.fillRect(0, 0, 2400, 1600);
  context.fillStyle = '#ffffff';
  context.fillRect(500, 350, 1400, 900);
  context.fillStyle = '#23303a';
  context.font = '120px sans-serif';
  context.fillText('User ID tidak dikenal', 620, 820);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.98));
  return new File([blob ?? ''], name, { type: 'image/jpeg' });
}
