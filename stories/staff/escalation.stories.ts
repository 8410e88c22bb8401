import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { sampleValues } from '@lpse-konsultasi/client/samples';
import { defineEscalationChannel } from '@lpse-konsultasi/elements';
import { loadShipped, type JsonObject } from '@lpse-konsultasi/form-schema';
import { now, stateControl } from '../scene.js';
import { atTheOffice, type StaffScene } from './at-the-office.js';

const tag = 'lpse-escalation';

const meta: Meta<Partial<StaffScene>> = {
  title: 'Staff/Escalation',
  component: tag,
  argTypes: { state: stateControl },
  render: (scene, { globals }) => atTheOffice({ tag, ...scene }, globals['locale']),
};
export default meta;

type Story = StoryObj<Partial<StaffScene>>;

const profile = await loadShipped('batang', 'id');
const at = now.toISOString();
const { nomorLuar: _number, ...awaiting } = sampleValues.escalation(profile, at);

/** Sent and archived; `data` is what was recorded of it. */
function archived(data: JsonObject): NonNullable<StaffScene['then']> {
  return [
    { type: 'escalate', data },
    { type: 'archive', data: sampleValues.archiving(profile, 'Rina Wulandari (contoh)') },
  ];
}

/** The package, what it lacks, and the steps of the channel; to be recorded below. */
export const Escalating: Story = { args: { state: 'escalating' } };

/** A channel of the page's own, in ten lines. */
export const ChannelOfThePage: Story = {
  args: { state: 'escalating' },
  loaders: [
    () =>
      defineEscalationChannel({
        id: 'meja-provinsi',
        label: { id: 'Meja layanan provinsi (contoh)', en: 'Help desk of the province (sample)' },
        kanal: ['pusatBantuanInaproc'],
        prepare: ({ text }) => [
          {
            kind: 'copy',
            label: { id: 'Salin untuk provinsi', en: 'Copy for the province' },
            text,
          },
        ],
      }),
  ],
};

/** Waits for a reply; the number is awaited still. */
export const NumberAwaited: Story = {
  args: { state: 'escalating', then: archived({ ...awaiting, statusNomor: 'menunggu' }) },
};

/** Waits longer than the office wants to. */
export const Overdue: Story = {
  args: {
    state: 'escalating',
    then: archived(sampleValues.escalation(profile, at)),
    seen: new Date('2026-11-30T03:40:00Z'),
  },
};

/** The other side was asked, and it is quiet again. */
export const Reminded: Story = {
  args: {
    state: 'escalating',
    then: [
      ...archived(sampleValues.escalation(profile, at)),
      { type: 'remind', data: { kanal: 'email', catatan: 'Diminta menunggu (contoh).' } },
    ],
    seen: new Date('2026-11-24T03:40:00Z'),
  },
};

/** Taken back before the copy was handed over. */
export const TakenBack: Story = {
  args: {
    state: 'escalating',
    then: [
      {
        type: 'revoke-escalation',
        data: { alasan: 'Solusi ditemukan dalam panduan terbaru (contoh).' },
      },
    ],
  },
};

/** A case that is not escalated. */
export const NotItsTurn: Story = { args: { state: 'queued' } };
