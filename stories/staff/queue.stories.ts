import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { stateControl } from '../scene.js';
import { atTheOffice, type StaffScene } from './at-the-office.js';

const tag = 'lpse-queue';

const meta: Meta<Partial<StaffScene>> = {
  title: 'Staff/Queue',
  component: tag,
  argTypes: { state: stateControl },
  render: (scene, { globals }) => atTheOffice({ tag, ...scene }, globals['locale']),
};
export default meta;

type Story = StoryObj<Partial<StaffScene>>;

/** Rows of 36 px, for a screen of its own. */
export const Compact: Story = { args: {} };

/** Rows of 44 px, for fingers. */
export const Comfortable: Story = { args: { properties: { density: 'comfortable' } } };
