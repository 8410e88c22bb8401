import type { LogFault } from '@lpse-konsultasi/form-schema';
import type { PackageVerdict } from './package.js';

const reasons: { readonly [reason in LogFault]: string } = {
  gap: 'ada catatan yang hilang, disisipkan, atau dipindahkan',
  foreign: 'catatan ini milik konsultasi lain',
  content: 'isinya telah diubah',
  chain: 'catatan ini tidak menyambung dengan catatan sebelumnya',
  time: 'waktunya mundur dari catatan sebelumnya',
  order: 'menurut prosedur, hal ini tidak mungkin terjadi di sini',
  initials: 'paraf tidak cocok dengan jawaban di atasnya',
  cut: 'catatan terpotong di sini',
  rewritten: 'catatan ini telah ditulis ulang',
};

/** The first twelve digits of a hash in groups, as the sheet prints them. */
export function checkCode(hash: string): string {
  return hash.slice(0, 12).replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** What a verdict means, in plain Indonesian: the language of the record. */
export function describeVerdict(verdict: PackageVerdict): string {
  if (verdict.ok) {
    const { manifest, hashes } = verdict;
    const files = manifest.berkas.length + 1;
    return `Paket utuh. ${files} berkas dan ${hashes.length} catatan konsultasi ${manifest.tiket} sesuai dengan saat paket dibuat.`;
  }
  const { fault, member, seq, reason } = verdict;
  switch (fault) {
    case 'unreadable':
      return 'Berkas ini bukan paket arsip, atau rusak sehingga tidak dapat dibaca.';
    case 'unsafe':
      return `Paket berubah: nama berkas “${member}” tidak semestinya ada dalam paket arsip.`;
    case 'manifest':
      return `Paket berubah: daftar isi “${member}” tidak dapat dipercaya.`;
    case 'missing':
      return `Paket tidak lengkap: berkas “${member}” hilang.`;
    case 'changed':
      return `Paket berubah: isi berkas “${member}” tidak sama dengan saat paket dibuat.`;
    case 'unlisted':
      return `Paket berubah: berkas “${member}” tidak ada dalam daftar isi.`;
    case 'log':
      return seq === undefined
        ? `Paket berubah: “${member}” bukan catatan konsultasi.`
        : `Paket berubah: catatan ke-${seq} dalam “${member}” yang pertama salah${reason === undefined ? '' : `; ${reasons[reason]}`}.`;
    case 'head':
      return `Paket berubah: “${member}” berakhir pada catatan ke-${seq ?? 0}, bukan pada catatan yang diekspor. Catatan terpotong atau ditulis ulang.`;
    case 'case':
      return `Paket berubah: “${member}” tidak sama dengan yang dikatakan catatan.`;
    case 'attachment':
      return `Paket berubah: lampiran “${member}” bukan yang diserahkan pengguna.`;
  }
}
