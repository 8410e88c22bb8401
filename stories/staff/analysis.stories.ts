import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { LpseAnalysis } from '@lpse-konsultasi/elements';
import { stateControl } from '../scene.js';
import { atTheOffice, formIn, type StaffScene } from './at-the-office.js';

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

/** Notes that were jotted down while the user spoke, with the time of each. */
export const WithNotes: Story = {
  args: { state: 'analysing' },
  play: async ({ canvasElement }) => {
    await formIn(canvasElement, tag);
    const panel = canvasElement.querySelector<LpseAnalysis>(tag);
    for (const words of ['Unggahan berhenti pada 80 persen.', 'Di jaringan loket berhasil.']) {
      const line = panel?.shadowRoot?.querySelector<HTMLInputElement>('.jot input');
      if (!panel || !line) return;
      line.value = words;
      line.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      await panel.updateComplete;
    }
  },
};

/** Another priority than the office's matrix gives asks why. */
export const PriorityWithReason: Story = {
  args: { state: 'analysing' },
  play: async ({ canvasElement }) => {
    const form = await formIn(canvasElement, tag);
    form.setValue('/klasifikasi/urgensi', 'tidakMendesak');
    form.setValue('/klasifikasi/dampak', 'kecil');
    form.setValue('/klasifikasi/prioritas', 'tinggi');
  },
};
