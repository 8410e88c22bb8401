import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { samplePeople } from '@lpse-konsultasi/client/samples';
import { stateControl } from '../scene.js';
import { atTheOffice, formIn, type StaffScene } from './at-the-office.js';

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

/** Two fields are flagged, one with a reason of its own beside it. */
export const FlaggedWithReasons: Story = {
  args: { state: 'reviewing' },
  play: async ({ canvasElement }) => {
    const form = await formIn(canvasElement, tag);
    form.setValue('/hasil', 'belumLengkap');
    form.setValue('/kolomKurang', ['/uraian', '/telepon']);
    form.setValue('/alasanKolom', [{ kolom: '/telepon', alasan: 'Nomor tidak dapat dihubungi.' }]);
    form.setValue('/alasan', 'Mohon dilengkapi agar dapat kami bantu.');
    await form.updateComplete;
    // The bar with the button lies over what is below it: the end of the form is free of it.
    form.scrollIntoView({ block: 'end' });
  },
};

/** It came back: what was asked for, what the user wrote before and what now. */
export const CameBack: Story = {
  args: {
    state: 'incomplete',
    then: [
      { type: 'return', data: {} },
      {
        type: 'submit',
        data: ({ submissions }) => ({
          ...submissions.at(-1)?.formulir,
          uraian: 'Saat menekan Kirim muncul pesan galat, dicoba tiga kali sejak pukul sembilan.',
          kodeGalat: 'Error 500',
        }),
        by: samplePeople.user,
      },
      { type: 'start-review', data: {} },
    ],
  },
};
