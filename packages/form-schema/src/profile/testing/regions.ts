import type { ProfileDocument } from '../document.js';

/*
 * Three overlays in the manner of other regions. Illustrative: what they change was read in public descriptions of
 * such offices, but none of them is an official profile. Names, numbers and addresses are invented.
 */

/** A help desk and a front office, another SOP, escalation by way of the office's own Admin PPE. */
export const pelalawanLike: ProfileDocument = {
  id: 'pelalawan-contoh',
  office: {
    slug: 'contohpelalawan',
    nama: 'LPSE Contoh Pelalawan',
    instansi: 'Pemerintah Kabupaten Contoh',
    unit: 'Helpdesk LPSE',
    loket: ['Helpdesk', 'Front office'],
  },
  document: { nomor: '1/SOP/LPSE/2014', judul: 'PENANGANAN PERMASALAHAN PENGGUNA' },
  forms: {
    analysis: {
      require: ['/klasifikasi', '/klasifikasi/prioritas'],
      texts: {
        id: { fields: { '/klasifikasi/prioritas': { hint: 'Menurut tabel prioritas.' } } },
        en: { fields: { '/klasifikasi/prioritas': { hint: 'From the priority table.' } } },
      },
    },
  },
  procedure: {
    numbers: {
      ticket: 'HD/{year}/{monthRoman}/{seq:4}',
      queue: 'HD-{seq:2}',
      archive: '{seq:3}/SOP/LPSE/{year}',
    },
  },
  escalation: { tujuan: ['adminPpe', 'lkpp'], kanal: ['email', 'tts'] },
};

/** An identity document is asked for, the front office has an hour, another time zone. */
export const kaltaraLike: ProfileDocument = {
  id: 'kaltara-contoh',
  office: {
    slug: 'contohkaltara',
    nama: 'LPSE Contoh Kaltara',
    instansi: 'Pemerintah Provinsi Contoh',
    unit: 'Front Office',
    zonaWaktu: 'WITA',
    jamLayanan: {
      senin: [['07:30', '16:00']],
      selasa: [['07:30', '16:00']],
      rabu: [['07:30', '16:00']],
    },
  },
  forms: {
    'consultation-form': {
      show: ['/nik'],
      require: ['/jenisPengenal', '/x-daerah/kodeDesa'],
      add: {
        kodeDesa: { type: 'string', pattern: '^\\d{10}$', maxLength: 10 },
        tahuLayananDari: { type: 'string', enum: ['situs', 'rekan', 'mediaSosial'] },
        hariKunjungan: {
          type: 'array',
          items: { type: 'string', enum: ['senin', 'selasa', 'rabu'] },
          uniqueItems: true,
          maxItems: 3,
        },
      },
      order: { identitas: ['/jenisPengenal', '/nik', '/nama', '/x-daerah/kodeDesa'] },
      layout: { '/x-daerah/kodeDesa': { inputMode: 'numeric', width: 'half' } },
      texts: {
        id: {
          sections: { identitas: { title: 'Identitas pengunjung' } },
          fields: {
            '/x-daerah/kodeDesa': { label: 'Kode desa', example: '6501010001' },
            '/x-daerah/tahuLayananDari': {
              label: 'Mengetahui layanan dari',
              options: { situs: 'Situs', rekan: 'Rekan', mediaSosial: 'Media sosial' },
            },
            '/x-daerah/hariKunjungan': { label: 'Hari kunjungan' },
            '/x-daerah/hariKunjungan/*': {
              options: { senin: 'Senin', selasa: 'Selasa', rabu: 'Rabu' },
            },
          },
        },
        en: {
          fields: {
            '/x-daerah/kodeDesa': { label: 'Village code', example: '6501010001' },
            '/x-daerah/tahuLayananDari': {
              label: 'Heard of us from',
              options: { situs: 'Website', rekan: 'A colleague', mediaSosial: 'Social media' },
            },
            '/x-daerah/hariKunjungan': { label: 'Day of the visit' },
            '/x-daerah/hariKunjungan/*': {
              options: { senin: 'Monday', selasa: 'Tuesday', rabu: 'Wednesday' },
            },
          },
        },
      },
    },
  },
  procedure: { steps: { 3: { minutes: 60, waktu: '60 Menit' }, 7: { minutes: 30 } } },
};

/** Name, address and phone number; fewer questions; videos; no tax number; two calls. */
export const payakumbuhLike: ProfileDocument = {
  id: 'payakumbuh-contoh',
  office: {
    slug: 'contohpayakumbuh',
    nama: 'LPSE Contoh Payakumbuh',
    instansi: 'Pemerintah Kota Contoh',
    unit: 'Meja Layanan',
  },
  forms: {
    'consultation-form': {
      allow: { '/lampiran/*/mime': ['video/mp4'] },
      relax: ['/npwp'],
      hide: ['/jenisPengenal', '/tahapan', '/izin/survei'],
      require: ['/alamat'],
      tighten: {
        '/judul': { maxLength: 80 },
        '/lampiran': { maxItems: 3 },
        '/lampiran/*/ukuran': { maximum: 2097152 },
        '/salinanMelalui': { enum: ['cetak', 'surel'] },
      },
      texts: { id: { title: 'Formulir layanan pengguna' } },
    },
  },
  procedure: { maxCalls: 2 },
  retention: {
    kodeKlasifikasi: '000.3',
    aktifTahun: 1,
    inaktifTahun: 2,
    keterangan: 'dinilaiKembali',
  },
};
