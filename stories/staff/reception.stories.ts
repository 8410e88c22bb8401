import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { samplePeople } from '@lpse-konsultasi/client/samples';
import '@lpse-konsultasi/elements/define/reception';
import { atTheOffice } from './at-the-office.js';

const meta: Meta = {
  title: 'Staff/Reception',
  component: 'lpse-reception',
  render: (_args, { globals }) =>
    atTheOffice({ tag: 'lpse-reception', actor: samplePeople.reception }, globals['locale']),
};

export default meta;

type Story = StoryObj;

/** An entry for somebody who has come; forms that were handed out wait under "Untuk". */
export const Entry: Story = {};

export const InEnglish: Story = { globals: { locale: 'en' } };
