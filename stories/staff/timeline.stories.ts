import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { stateControl } from '../scene.js';
import { atTheOffice, type StaffScene } from './at-the-office.js';

const tag = 'lpse-timeline';

const meta: Meta<Partial<StaffScene>> = {
  title: 'Staff/Timeline',
  component: tag,
  argTypes: { state: stateControl },
  render: (scene, { globals }) => atTheOffice({ tag, ...scene }, globals['locale']),
};
export default meta;

type Story = StoryObj<Partial<StaffScene>>;

/** A step is running. */
export const Running: Story = { args: { state: 'analysing' } };

/** A step is over its limit and has to be explained. */
export const Overdue: Story = {
  args: {
    state: 'reviewing',
    properties: { clock: { now: () => new Date('2026-11-23T08:00:00Z') } },
  },
};

/** The whole story of a case, with an explained deviation. */
export const Archived: Story = { args: { state: 'archived' } };
