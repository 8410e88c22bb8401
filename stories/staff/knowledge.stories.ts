import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { atTheOffice, type StaffScene } from './at-the-office.js';

const tag = 'lpse-knowledge';

const meta: Meta<Partial<StaffScene>> = {
  title: 'Staff/Knowledge',
  component: tag,
  render: (scene, { globals }) => atTheOffice({ tag, ...scene }, globals['locale']),
};
export default meta;

type Story = StoryObj<Partial<StaffScene>>;

/** What fits a matter: prepared answers and those of earlier cases, without their people. */
export const Suggestions: Story = {
  args: {
    properties: {
      matter: 'Berkas penawaran gagal diunggah karena ukurannya terlalu besar',
      kategori: 'unggahDokumen',
    },
  },
};

/** Nothing was written yet. */
export const NothingYet: Story = { args: { properties: { matter: '' } } };
