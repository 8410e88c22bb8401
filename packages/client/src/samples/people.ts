import type { Actor } from '@lpse-konsultasi/form-schema';

/** Nobody here exists. The mark "(contoh)" is part of each name, so that no screen or paper can be taken for real. */
export const samplePeople = {
  user: { id: 'user', role: 'user', name: '' },
  reception: {
    id: 'contoh-penerima-tamu',
    role: 'reception',
    name: 'Laras Puspita (contoh)',
    position: 'Penerima tamu',
  },
  officer: {
    id: 'contoh-petugas-1',
    role: 'officer',
    name: 'Bayu Nugraha (contoh)',
    position: 'Petugas layanan',
  },
  secondOfficer: {
    id: 'contoh-petugas-2',
    role: 'officer',
    name: 'Sekar Ayuningtyas (contoh)',
    position: 'Petugas layanan',
  },
  coordinator: {
    id: 'contoh-koordinator',
    role: 'coordinator',
    name: 'Wahyu Hidayat (contoh)',
    position: 'Koordinator layanan',
  },
  viewer: {
    id: 'contoh-pimpinan',
    role: 'viewer',
    name: 'Ratna Dewi (contoh)',
    position: 'Kepala bagian',
  },
} as const satisfies { readonly [name: string]: Actor };
