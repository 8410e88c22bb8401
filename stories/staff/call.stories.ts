import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { stateControl } from '../scene.js';
import { atTheOffice, type StaffScene } from './at-the-office.js';

const tag = 'lpse-call';

const meta: Meta<Partial<StaffScene>> = {
  title: 'Staff/Call',
  component: tag,
  argTypes: { state: stateControl },
  render: (scene, { globals }) => atTheOffice({ tag, ...scene }, globals['locale']),
};
export default meta;

type Story = StoryObj<Partial<StaffScene>>;

/** Ready to be called. */
export const Queued: Story = { args: { state: 'queued' } };

/** Has the user come? */
export const Called: Story = { args: { state: 'called' } };

/** Nobody came: back into the queue. */
export const NoShow: Story = { args: { state: 'no-show' } };
