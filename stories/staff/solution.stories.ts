import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { stateControl } from '../scene.js';
import { atTheOffice, type StaffScene } from './at-the-office.js';

const tag = 'lpse-solution';

const meta: Meta<Partial<StaffScene>> = {
  title: 'Staff/Solution',
  component: tag,
  argTypes: { state: stateControl },
  render: (scene, { globals }) => atTheOffice({ tag, ...scene }, globals['locale']),
};
export default meta;

type Story = StoryObj<Partial<StaffScene>>;

/** The answer and its initials. */
export const Answering: Story = { args: { state: 'answering' } };

/** The answer to LKPP’s reply. */
export const FollowUp: Story = { args: { state: 'follow-up' } };
