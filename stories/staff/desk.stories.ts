import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { tamperedAnswers } from '@lpse-konsultasi/client/testing';
import { stateControl } from '../scene.js';
import { atTheOffice, type StaffScene } from './at-the-office.js';

const tag = 'lpse-desk';

const meta: Meta<Partial<StaffScene>> = {
  title: 'Staff/Desk',
  component: tag,
  argTypes: { state: stateControl },
  render: (scene, { globals }) => atTheOffice({ tag, ...scene }, globals['locale']),
};
export default meta;

type Story = StoryObj<Partial<StaffScene>>;

/** The queue, and nothing chosen yet. */
export const NothingOpen: Story = { args: {} };

/** A form that is being checked. */
export const Reviewing: Story = { args: { state: 'reviewing' } };

/** A user at the counter. */
export const Analysing: Story = { args: { state: 'analysing' } };

/** LKPP has replied to an escalated case. */
export const FollowUp: Story = { args: { state: 'follow-up' } };

/** A case that is closed. */
export const Archived: Story = { args: { state: 'archived' } };

/** A case that ended before its analysis. */
export const Cancelled: Story = { args: { state: 'cancelled' } };

/** Somebody has changed one letter of an answer in the store: its initials are void, and the desk says so. */
export const VoidInitials: Story = { args: { state: 'archived', through: tamperedAnswers } };
