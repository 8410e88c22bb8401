import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { stateControl } from '../scene.js';
import { atTheOffice, type StaffScene } from './at-the-office.js';

const tag = 'lpse-archive';

const meta: Meta<Partial<StaffScene>> = {
  title: 'Staff/Archive',
  component: tag,
  argTypes: { state: stateControl },
  render: (scene, { globals }) => atTheOffice({ tag, ...scene }, globals['locale']),
};
export default meta;

type Story = StoryObj<Partial<StaffScene>>;

/** Print, hand over, archive. */
export const HandingOver: Story = { args: { state: 'handing-over' } };

/** The record of the archive. */
export const Archived: Story = { args: { state: 'archived' } };
