import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { stateControl } from '../scene.js';
import { atTheOffice, type StaffScene } from './at-the-office.js';

const tag = 'lpse-escalation';

const meta: Meta<Partial<StaffScene>> = {
  title: 'Staff/Escalation',
  component: tag,
  argTypes: { state: stateControl },
  render: (scene, { globals }) => atTheOffice({ tag, ...scene }, globals['locale']),
};
export default meta;

type Story = StoryObj<Partial<StaffScene>>;

/** Filled from the form and the log; to be copied into the other site. */
export const Escalating: Story = { args: { state: 'escalating' } };

/** A case that is not escalated. */
export const NotItsTurn: Story = { args: { state: 'queued' } };
