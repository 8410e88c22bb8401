import type { Actor, JsonObject, State } from '@lpse-konsultasi/form-schema';
import { samplePeople } from './people.js';
import type { Scene, Story } from './play.js';
import { scenes } from './scenes.js';
import { sampleScreenshotRef } from './screenshot.js';

const { user, reception, officer, secondOfficer } = samplePeople;

/** The id of a sample case; the same one in every desk. */
function idOf(number: number): string {
  return `c0470800-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** What each of the invented people writes on the form. */
const vendor = (nama: string, perusahaan: string, nomor: number): JsonObject => ({
  nama: `${nama} (contoh)`,
  telepon: `+6281000000${String(nomor).padStart(3, '0')}`,
  email: `${perusahaan.toLowerCase().replaceAll(/[^a-z]/g, '')}@contoh.example`,
  jenisPengguna: 'penyedia',
  jenisPelakuUsaha: 'badanUsaha',
  namaBadanUsaha: `${perusahaan} (contoh)`,
  npwp: '000000000000000',
  bertindakSebagai: 'pegawai',
});

const official = (
  nama: string,
  jenisPengguna: string,
  satuanKerja: string,
  nomor: number,
): JsonObject => ({
  nama: `${nama} (contoh)`,
  telepon: `+6281000000${String(nomor).padStart(3, '0')}`,
  jenisPengguna,
  jenisKlpd: 'kabupaten',
  namaKlpd: 'Pemerintah Kabupaten Contoh',
  satuanKerja: `${satuanKerja} (contoh)`,
});

const uploadFails: JsonObject = {
  ...vendor('Agus Setiawan', 'CV Sinar Pagi', 101),
  tipe: 'gangguan',
  kategori: 'unggahDokumen',
  kodePaket: '90000001000',
  namaPaket: 'Rehabilitasi ruang kelas (contoh)',
  judul: 'Gagal mengunggah dokumen penawaran',
  uraian:
    'Unggahan dokumen penawaran berhenti pada 80 % lalu muncul pesan waktu habis. Sudah dicoba tiga kali sejak pagi dengan berkas berukuran 14 MB.',
  kodeGalat: 'Request timeout',
  upayaAwal: 'Berganti peramban dan memakai jaringan lain.',
  tahapan: 'Upload dokumen penawaran',
};

const forgottenPassword: JsonObject = {
  ...vendor('Rina Wulandari', 'CV Melati Jaya', 102),
  aplikasi: 'akunInaproc',
  kategori: 'lupaKataSandi',
  userIdSpse: 'melatijaya.contoh',
  judul: 'Lupa kata sandi akun penyedia',
  uraian:
    'Surel untuk mengatur ulang kata sandi tidak kami terima. Alamat surel perusahaan masih aktif dan folder spam sudah diperiksa.',
};

const loginLoop: JsonObject = {
  ...vendor('Hendra Gunawan', 'PT Bumi Lestari', 103),
  aplikasi: 'akunInaproc',
  kategori: 'loginSso',
  lupaUserId: true,
  judul: 'Setelah masuk kembali ke halaman login',
  uraian:
    'Setelah mengisi User ID dan memilih peran penyedia, halaman selalu kembali ke halaman masuk tanpa pesan galat.',
  perangkat: 'Chrome 142, Windows 11',
};

const vagueError: JsonObject = {
  ...official('Sri Handayani', 'pokjaPemilihan', 'Bagian Pengadaan', 104),
  tipe: 'gangguan',
  kategori: 'pesanGalat',
  judul: 'Muncul pesan galat saat evaluasi',
  uraian: 'Ada galat ketika menyimpan evaluasi penawaran.',
};

const lockedBid: JsonObject = {
  ...official('Joko Santoso', 'pokjaPemilihan', 'Bagian Pengadaan', 105),
  aplikasi: 'pengamanDokumen',
  kategori: 'bukaDokumenPenawaran',
  kodePaket: '90000002000',
  judul: 'Dokumen penawaran tidak dapat dibuka',
  uraian:
    'Satu dari lima dokumen penawaran tidak dapat didekripsi. Aplikasi menyatakan kunci tidak sesuai, sedangkan empat dokumen lain terbuka.',
  lampiran: [{ jenis: 'tangkapanLayar', ...sampleScreenshotRef() }],
};

const catalogue: JsonObject = {
  ...official('Maya Kusuma', 'pejabatPengadaan', 'Dinas Kesehatan', 106),
  aplikasi: 'katalogElektronik',
  kategori: 'epurchasing',
  kodePaketKatalog: 'CTH-P2601-000001',
  judul: 'Pesanan katalog tidak dapat disetujui',
  uraian:
    'Tombol persetujuan pada pesanan katalog tidak aktif meskipun negosiasi sudah selesai dan anggaran tersedia.',
};

const schedule: JsonObject = {
  ...official('Fajar Nugroho', 'pokjaPemilihan', 'Bagian Pengadaan', 107),
  kategori: 'jadwalTahapan',
  kodePaket: '90000003000',
  tipe: 'permintaanLayanan',
  judul: 'Perubahan jadwal tahapan evaluasi',
  uraian:
    'Mohon penjelasan cara mengubah jadwal evaluasi yang sudah berjalan dan syarat alasan perubahan yang dapat diterima sistem.',
};

const plan: JsonObject = {
  ...official('Dewi Anggraini', 'ppk', 'Dinas Pekerjaan Umum', 108),
  aplikasi: 'sirup',
  kategori: 'rup',
  kodeRup: '90000004',
  judul: 'Paket RUP tidak tampil pada SPSE',
  uraian:
    'Paket yang sudah diumumkan pada SiRUP sejak dua hari lalu belum dapat dipilih ketika membuat paket tender pada SPSE.',
};

const registration: JsonObject = {
  ...vendor('Nur Aisyah', 'CV Cahaya Timur', 109),
  jenisPengguna: 'calonPenyedia',
  kategori: 'registrasiVerifikasi',
  judul: 'Verifikasi pendaftaran belum selesai',
  uraian:
    'Kami sudah mendaftar dan mengunggah dokumen, tetapi status masih menunggu verifikasi. Mohon penjelasan dokumen yang perlu dibawa.',
};

const slow: JsonObject = {
  ...vendor('Teguh Prasetyo', 'PT Tirta Abadi', 110),
  tipe: 'gangguan',
  kategori: 'aksesLambat',
  judul: 'Halaman SPSE sangat lambat sejak pagi',
  uraian:
    'Halaman daftar paket baru terbuka setelah satu menit, baik dari kantor maupun dari telepon seluler.',
};

const ownData: JsonObject = {
  ...vendor('Lestari Rahayu', 'CV Karya Muda', 111),
  aplikasi: 'sikap',
  kategori: 'agregasiRoaming',
  userIdSpse: 'karyamuda.contoh',
  judul: 'Data akun tidak terbaca di LPSE lain',
  uraian:
    'Akun kami terdaftar di LPSE ini, tetapi data kualifikasi tidak terbaca saat mengikuti tender di LPSE lain.',
};

const training: JsonObject = {
  nama: 'Wulan Sari (contoh)',
  telepon: '+6281000000117',
  judul: 'Jadwal pelatihan SPSE untuk penyedia',
  uraian: 'Kapan pelatihan SPSE untuk penyedia baru diadakan kembali dan bagaimana mendaftar?',
};

const technical: JsonObject = {
  klasifikasi: {
    kategoriTeknis: 'teknis',
    jenis: 'software',
    urgensi: 'mendesak',
    dampak: 'sedang',
    prioritas: 'tinggi',
  },
};

/** Steps 1 to 3: the guest book and the form bear the same name. */
function toDesk(
  form: JsonObject,
  keperluan: string,
  { minutes = 4, at = user }: Arrival = {},
): Scene[] {
  const { nama = '' } = form;
  return [scenes.register({ nama, keperluan }, at), scenes.submit(minutes, form)];
}

interface Arrival {
  readonly minutes?: number;
  /** Who writes in the guest book. */
  readonly at?: Actor;
}

function toQueue(form: JsonObject, by: Actor): Scene[] {
  return [...toDesk(form, 'Konsultasi'), scenes.startReview(1, by), scenes.accept(2, by)];
}

function toAnalysis(form: JsonObject, by: Actor): Scene[] {
  return [...toQueue(form, by), scenes.call(6, by), scenes.attend(1, 'hadir', by)];
}

const uploadAnswer =
  'Pastikan ukuran setiap berkas tidak melebihi batas, lalu unggah ulang melalui menu Kirim Penawaran dengan koneksi kabel di loket. Bila muncul pesan waktu habis, tunggu lima menit sebelum mencoba kembali. Unggahan di loket berhasil dan tanda terima sudah diperiksa bersama.';

/** The sample desk: every state of the procedure, as on an ordinary morning, and a few days of archive. */
export const sampleStories: readonly (Story & { readonly state: State })[] = [
  {
    id: idOf(1),
    state: 'draft',
    ago: 3,
    scenes: [
      scenes.register(
        { nama: 'Dimas Prakoso (contoh)', keperluan: 'Bertanya cara mendaftar' },
        reception,
      ),
    ],
  },
  {
    id: idOf(2),
    state: 'submitted',
    ago: 2,
    scenes: [...toDesk(forgottenPassword, 'Lupa kata sandi')],
  },
  {
    id: idOf(3),
    state: 'submitted',
    // Longer than step 4 allows: the desk has something to account for.
    ago: 7,
    scenes: [...toDesk(slow, 'SPSE lambat', { minutes: 3 })],
  },
  {
    id: idOf(4),
    state: 'reviewing',
    ago: 2,
    scenes: [...toDesk(loginLoop, 'Tidak dapat masuk', { minutes: 5 }), scenes.startReview(2)],
  },
  {
    id: idOf(5),
    state: 'incomplete',
    ago: 1,
    scenes: [
      ...toDesk(vagueError, 'Galat evaluasi'),
      scenes.startReview(2, secondOfficer),
      scenes.findIncomplete(
        3,
        ['/uraian', '/kodeGalat'],
        'Mohon tuliskan pesan galat yang muncul dan langkah sebelum galat terjadi.',
        secondOfficer,
      ),
    ],
  },
  {
    id: idOf(6),
    state: 'draft',
    ago: 4,
    scenes: [
      ...toDesk(registration, 'Verifikasi pendaftaran', { minutes: 5, at: reception }),
      scenes.startReview(1, secondOfficer),
      scenes.findIncomplete(
        3,
        ['/npwp'],
        'NPWP pada isian belum sesuai dengan kartu yang ditunjukkan. Mohon diperiksa kembali.',
        secondOfficer,
      ),
      scenes.handBack(1, secondOfficer),
    ],
  },
  { id: idOf(7), state: 'queued', ago: 9, scenes: toQueue(catalogue, officer) },
  { id: idOf(8), state: 'queued', ago: 5, scenes: toQueue(schedule, secondOfficer) },
  {
    id: idOf(9),
    state: 'called',
    ago: 1,
    scenes: [...toQueue(plan, secondOfficer), scenes.call(8, secondOfficer)],
  },
  {
    id: idOf(10),
    state: 'no-show',
    ago: 6,
    scenes: [
      ...toQueue({ ...slow, ...vendor('Yoga Saputra', 'CV Anugerah', 112) }, officer),
      scenes.call(5),
      scenes.attend(3, 'tidakHadir'),
    ],
  },
  {
    id: idOf(11),
    state: 'analysing',
    ago: 14,
    scenes: toAnalysis(lockedBid, officer),
  },
  {
    id: idOf(12),
    state: 'answering',
    ago: 3,
    scenes: [
      ...toAnalysis(
        { ...uploadFails, ...vendor('Putri Maharani', 'PT Graha Mandiri', 113) },
        secondOfficer,
      ),
      scenes.analyse(
        18,
        {
          ...technical,
          informasiTambahan:
            'Berkas penawaran berukuran 14 MB dan diunggah melalui jaringan seluler. Unggahan melalui jaringan loket berhasil.',
          dugaanPenyebab: 'Koneksi terputus sebelum unggahan selesai.',
        },
        secondOfficer,
      ),
    ],
  },
  {
    id: idOf(13),
    state: 'escalating',
    ago: 2,
    scenes: [
      ...toAnalysis(ownData, officer),
      scenes.analyse(22, {
        ...technical,
        informasiTambahan:
          'Data kualifikasi lengkap di LPSE ini. Sinkronisasi ke LPSE lain gagal sejak kemarin dan tidak dapat dijalankan dari daerah.',
        solusiDitemukan: false,
      }),
    ],
  },
  {
    id: idOf(14),
    state: 'handing-over',
    ago: 2,
    scenes: [
      ...toAnalysis(
        { ...uploadFails, ...vendor('Agus Setiawan', 'CV Sinar Pagi', 101) },
        secondOfficer,
      ),
      scenes.analyse(20, { ...technical }, secondOfficer),
      scenes.answer(8, uploadAnswer, ['Petunjuk penggunaan SPSE untuk penyedia'], secondOfficer),
    ],
  },
  {
    id: idOf(15),
    state: 'archived',
    ago: 420,
    scenes: [
      ...toAnalysis(
        { ...plan, ...official('Bambang Wijaya', 'ppk', 'Dinas Pertanian', 114) },
        officer,
      ),
      scenes.analyse(42, {
        informasiTambahan:
          'Paket diumumkan dengan tahun anggaran yang berbeda. Pengguna memperbaiki pengumuman bersama petugas.',
      }),
      scenes.answer(
        7,
        'Perbaiki tahun anggaran pada pengumuman SiRUP, lalu tunggu sinkronisasi hingga hari berikutnya. Paket kemudian dapat dipilih pada SPSE.',
      ),
      scenes.archive(4),
      scenes.explainDelay(
        1,
        8,
        'Pengguna perlu menghubungi kantornya untuk memastikan tahun anggaran paket.',
      ),
    ],
  },
  {
    id: idOf(16),
    state: 'archived',
    ago: 760,
    scenes: [
      ...toAnalysis(
        { ...loginLoop, ...vendor('Indah Permata', 'CV Bina Usaha', 115) },
        secondOfficer,
      ),
      scenes.analyse(25, { ...technical, solusiDitemukan: false }, secondOfficer),
      scenes.escalate(4, { statusNomor: 'terbit', nomorLuar: 'CONTOH-000115' }, secondOfficer),
      scenes.archive(5, secondOfficer),
    ],
  },
  {
    id: idOf(17),
    state: 'follow-up',
    ago: 25,
    scenes: [
      ...toAnalysis({ ...ownData, ...vendor('Rudi Hartono', 'PT Samudra Biru', 116) }, officer),
      scenes.analyse(24, { ...technical, solusiDitemukan: false }),
      scenes.escalate(5, { nomorLuar: 'CONTOH-000116' }),
      scenes.archive(6),
      scenes.receiveReply(900),
    ],
  },
  {
    id: idOf(18),
    state: 'cancelled',
    ago: 95,
    scenes: [...toDesk(training, 'Bertanya jadwal pelatihan', { minutes: 3 }), scenes.cancel(2)],
  },
];
