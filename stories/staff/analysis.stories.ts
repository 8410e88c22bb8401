import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { stateControl } from '../scene.js';
import { atTheOffice, type StaffScene } from './at-the-office.js';

const tag = 'lpse-analysis';

const meta: Meta<Partial<StaffScene>> = {
  title: 'Staff/Analysis',
  component: tag,
  argTypes: { state: stateControl },
  render: (scene, { globals }) => atTheOffice({ tag, ...scene }, globals['locale']),
};
export default meta;

type Story = StoryObj<Partial<StaffScene>>;

/** What the officer learns, and whether there is a solution here. */
export const Analysing: Story = { args: { state: 'analysing' } };

/** Before the user has come. */
export const NotItsTurn: Story = { args: { state: 'queued' } };
