import type { State } from '@lpse-konsultasi/form-schema';
import type { TextSource } from '../i18n/texts.js';
import type { Kinship } from '../desk/earlier-controller.js';
import type { Region } from '../desk/arrangement-controller.js';
import type { RoomId } from '../desk/rooms.js';
import type { ShortcutId } from '../desk/shortcuts-controller.js';

const id = {
  regions: 'Bagian meja layanan',
  tabs: {
    queue: 'Antrean',
    case: 'Konsultasi',
    context: 'Riwayat dan konteks',
  } as { readonly [region in Region]: string },
  menu: 'Menu meja layanan',
  cases: 'Antrean dan konsultasi',
  rooms: {
    reception: 'Tamu baru',
    entry: 'Telepon dan kertas',
    report: 'Laporan',
    procedure: 'Alur SOP',
  } as { readonly [room in RoomId]: string },
  loading: 'Memuat…',
  roomFailed: 'Bagian ini belum dapat dimuat. Silakan coba lagi.',
  registered: (ticket: string) => `Tamu dicatat dengan tiket ${ticket}.`,

  next: 'Tindakan berikutnya',
  /** What is to be done in a state; absent where nothing is. */
  actions: {
    submitted: 'Periksa formulir',
    reviewing: 'Catat hasil pemeriksaan',
    incomplete: 'Kembalikan formulir',
    queued: 'Panggil pengguna',
    called: 'Catat kehadiran',
    'no-show': 'Kembalikan ke antrean',
    analysing: 'Catat analisis',
    answering: 'Tulis dan paraf jawaban',
    escalating: 'Catat eskalasi',
    'handing-over': 'Serahkan salinan dan arsipkan',
    'follow-up': 'Tulis jawaban tindak lanjut',
  } as { readonly [state in State]?: string },
  goToAction: 'Ke tindakan',
  openAt: (names: string) => `Sedang dibuka juga oleh ${names}.`,

  earlier: 'Konsultasi lain yang berkaitan',
  kinship: {
    person: 'Orang yang sama',
    package: 'Paket yang sama',
    category: 'Kategori yang sama, sudah selesai',
  } as { readonly [kinship in Kinship]: string },

  shortcuts: {
    open: 'Pintasan papan ketik',
    heading: 'Pintasan papan ketik',
    does: {
      next: 'Konsultasi berikutnya dalam daftar',
      previous: 'Konsultasi sebelumnya dalam daftar',
      queue: 'Ke daftar antrean',
      search: 'Cari',
      views: 'Tampilan ke-1 sampai ke-9',
      case: 'Ke konsultasi yang dibuka',
      action: 'Ke tindakan berikutnya',
      context: 'Ke riwayat dan konteks',
      sheet: 'Lembar pintasan ini',
    } as { readonly [shortcut in ShortcutId]: string },
    submit: 'Jalankan tindakan berikutnya',
    list: [
      ['Buka konsultasi dalam daftar', ['Enter']],
      ['Pilih konsultasi dalam daftar', ['Spasi']],
    ] as readonly (readonly [does: string, keys: readonly string[]])[],
    on: 'Pintasan satu huruf aktif',
    typing: 'Pintasan tidak bekerja selama Bapak/Ibu mengetik di kolom isian.',
    close: 'Tutup',
  },
};

export type ShellTexts = typeof id;

/** Words of the desk around its panels. */
export const shellTexts: TextSource<ShellTexts> = {
  id,
  en: async () => (await import('./shell.en.js')).en,
};
