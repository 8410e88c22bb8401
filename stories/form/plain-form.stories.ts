import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createMemoryDrafts } from '@lpse-konsultasi/client/memory';
import type { JsonSchema } from '@lpse-konsultasi/form-schema';
import '@lpse-konsultasi/elements/define/form';
import { toolbarLocale } from '../scene.js';

interface Args {
  submitAs: 'json' | 'flat';
}

const schema: JsonSchema = {
  type: 'object',
  required: ['nama'],
  properties: {
    nama: { title: 'Nama', type: 'string', minLength: 2 },
    alamat: {
      title: 'Alamat',
      type: 'object',
      properties: {
        jalan: { title: 'Jalan', type: 'string' },
        kota: { title: 'Kota', type: 'string' },
      },
    },
  },
};

const value = { nama: 'Rina Wulandari', alamat: { kota: 'Batang' } };

/** Shows what a server would receive, in place of sending it. */
function showSent(event: SubmitEvent): void {
  event.preventDefault();
  const outer = event.currentTarget as HTMLFormElement;
  const output = outer.querySelector('output');
  const fields = [...new FormData(outer)].map(([name, entry]) => `${name} = ${String(entry)}`);
  if (output !== null) output.textContent = fields.join('\n');
}

const meta: Meta<Args> = {
  title: 'Engine/In a plain form',
  component: 'lpse-form',
  argTypes: { submitAs: { control: { type: 'inline-radio' }, options: ['json', 'flat'] } },
  render: ({ submitAs }, { globals }) =>
    html`<form @submit=${showSent}>
      <lpse-form
        name="konsultasi"
        no-submit
        submit-as=${submitAs}
        locale=${toolbarLocale(globals)}
        .schema=${schema}
        .value=${value}
      ></lpse-form>
      <p><button>Kirim ke server</button> <button type="reset">Seperti semula</button></p>
      <pre><output></output></pre>
    </form>`,
  play: ({ canvasElement }) => {
    canvasElement.querySelector('form')?.requestSubmit();
  },
};

export default meta;

type Story = StoryObj<Args>;

/** One field with the value as JSON. */
export const AsJson: Story = { args: { submitAs: 'json' } };

/** A field for each answer, as PHP, Rails and Node read them. */
export const AsFlatFields: Story = { args: { submitAs: 'flat' } };

/** What was typed before the page was closed is back, and can be begun anew. */
export const WithADraft: Story = {
  render: (_args, { globals }) =>
    html`<lpse-form
      draft="contoh"
      locale=${toolbarLocale(globals)}
      .drafts=${keptSinceMorning()}
      .schema=${schema}
    ></lpse-form>`,
  play: () => undefined,
};

function keptSinceMorning(): ReturnType<typeof createMemoryDrafts> {
  const morning = new Date();
  morning.setHours(10, 42);
  const drafts = createMemoryDrafts({ now: () => morning });
  void drafts.save('form/contoh', { entered: value });
  return drafts;
}
