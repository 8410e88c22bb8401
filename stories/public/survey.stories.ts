import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@lpse-konsultasi/elements/define/survey';
import { toolbarLocale } from '../scene.js';
import { visit, type Visit } from './visit.js';

interface Args {
  readonly isDone: boolean;
}

const meta: Meta<Args> = {
  title: 'Public/Survey',
  component: 'lpse-survey',
  args: { isDone: false },
  loaders: [
    async ({ args }) => {
      const made = await visit('archived');
      if (args.isDone) await made.memo.set(`survey/${made.consultationId ?? ''}`, 'done');
      return { visit: made };
    },
  ],
  render: (_args, { loaded, globals }) => {
    const { backend, clock, memo, consultationId } = (loaded as { visit: Visit }).visit;
    return html`<lpse-survey
      locale=${toolbarLocale(globals)}
      consultation-id=${consultationId ?? ''}
      .backend=${backend}
      .clock=${clock}
      .memo=${memo}
    ></lpse-survey>`;
  },
};

export default meta;

/** Nine questions, and room for a suggestion. */
export const Empty: StoryObj<Args> = {};

/** Whoever has answered is thanked, and not asked again. */
export const Answered: StoryObj<Args> = { args: { isDone: true } };
