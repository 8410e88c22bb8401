import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@lpse-konsultasi/elements/define/procedure';
import { stateControl } from '../scene.js';
import { atTheOffice, type StaffScene } from './at-the-office.js';

const tag = 'lpse-procedure';

const meta: Meta<Partial<StaffScene>> = {
  title: 'Staff/Procedure',
  component: tag,
  argTypes: { state: stateControl },
  render: (scene, { globals }) => atTheOffice({ tag, ...scene }, globals['locale']),
};
export default meta;

type Story = StoryObj<Partial<StaffScene>>;

/** The SOP for itself, as it hangs on a wall. */
export const Alone: Story = {};

/** A case at step 8. */
export const Analysing: Story = { args: { state: 'analysing' } };

/** A form that goes back to the user. */
export const Incomplete: Story = { args: { state: 'incomplete' } };

/** All done. */
export const Archived: Story = { args: { state: 'archived' } };

/** Ended before its time. */
export const Cancelled: Story = { args: { state: 'cancelled' } };
