import { formatRange } from '../i18n/format.js';
import type { TextSource } from '../i18n/texts.js';

const id = {
  heading: 'Panggilan antrean',
  now: 'Nomor antrean',
  goTo: 'Silakan menuju',
  counter: (name: string) => (/\p{L}{2}/u.test(name) ? name : `Loket ${name}`),
  desk: 'Meja layanan',
  lastCalls: 'Panggilan terakhir',
  number: 'Nomor',
  to: 'Loket',
  calling: 'sedang dipanggil',
  again: (times: number) => `panggilan ke-${times}`,
  none: 'Belum ada panggilan',
  welcome: 'Selamat datang. Silakan menunggu; nomor Bapak/Ibu akan dipanggil.',
  next: 'Berikutnya',
  nobody: 'Tidak ada antrean',
  waiting: (count: number) => `${count} menunggu`,
  estimate: (from: number, until: number) =>
    from === 0
      ? `Perkiraan tunggu sampai ${until} menit`
      : `Perkiraan tunggu ${formatRange(from, until)} menit`,
  noEstimate: 'Waktu tunggu belum dapat diperkirakan',
  mayEndToday: 'mungkin melewati jam layanan hari ini',
  lost: (since: string) =>
    `Sambungan terputus sejak ${since}. Nomor di layar ini mungkin sudah berubah; silakan perhatikan panggilan petugas.`,
  unsupported: 'Penyimpanan data kantor ini tidak menyediakan papan panggilan.',
  enableSound: 'Aktifkan suara',
  soundBlocked: 'Peramban menahan suara sampai tombol ini ditekan.',
  soundFailed: 'Suara tidak dapat diputar di perangkat ini. Papan tetap menampilkan panggilan.',
  soundElsewhere: 'Suara diputar oleh tab lain di perangkat ini.',
  soundOff: 'Suara dimatikan',
  soundOn: 'Suara menyala',
  mute: 'Matikan suara',
  unmute: 'Nyalakan suara',
  volume: 'Volume',
  test: 'Uji suara',
  controls: 'Suara papan',
} as const;

export type BoardTexts = {
  readonly [key in keyof typeof id]: (typeof id)[key] extends (...args: infer A) => string
    ? (...args: A) => string
    : string;
};

export const boardTexts: TextSource<BoardTexts> = {
  id,
  en: async () => (await import('./board.en.js')).boardEn,
};
