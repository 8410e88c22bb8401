import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@lpse-konsultasi/elements/define/report';
import { samplePeople } from '@lpse-konsultasi/client/samples';
import { atTheOffice, type StaffScene } from './at-the-office.js';

const tag = 'lpse-report';

const meta: Meta<Partial<StaffScene>> = {
  title: 'Staff/Report',
  component: tag,
  render: (scene, { globals }) =>
    atTheOffice({ tag, actor: samplePeople.coordinator, ...scene }, globals['locale']),
};
export default meta;

type Story = StoryObj<Partial<StaffScene>>;

/** This month by days, over the sample desk. */
export const ThisMonth: Story = {};

/** The whole year by months. */
export const ByMonth: Story = {
  args: { properties: { by: 'month', from: '2026-01-01', until: '2026-12-31' } },
};

/** A period in which nothing happened. */
export const Nothing: Story = { args: { properties: { from: '2025-01-06', until: '2025-01-10' } } };

/** Somebody who may not see it. */
export const NotForThem: Story = { args: { actor: samplePeople.user } };
