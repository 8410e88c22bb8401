import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { samplePeople } from '@lpse-konsultasi/client/samples';
import { stateControl } from '../scene.js';
import { atTheOffice, type StaffScene } from './at-the-office.js';

const tag = 'lpse-review';

const meta: Meta<Partial<StaffScene>> = {
  title: 'Staff/Review',
  component: tag,
  argTypes: { state: stateControl },
  render: (scene, { globals }) => atTheOffice({ tag, ...scene }, globals['locale']),
};
export default meta;

type Story = StoryObj<Partial<StaffScene>>;

/** The form is with the user: nothing to do. */
export const WaitingForTheUser: Story = { args: { state: 'draft' } };

/** Nobody has taken it up yet. */
export const Submitted: Story = { args: { state: 'submitted' } };

/** The checklist, and the findings of the system beside it. */
export const Reviewing: Story = { args: { state: 'reviewing' } };

/** Another officer is reviewing it. */
export const InOtherHands: Story = {
  args: { state: 'reviewing', actor: samplePeople.secondOfficer },
};

/** What the user will read, before it goes back. */
export const Incomplete: Story = { args: { state: 'incomplete' } };
