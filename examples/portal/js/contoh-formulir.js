// Schemas for the workshop, each for something that forms are asked to do. All data is invented.

const text = (title, more = {}) => ({ type: 'string', title, ...more });
const money = (title) => ({ type: 'number', title, minimum: 0 });

export const examples = [
  {
    name: 'Kehadiran klarifikasi tender',
    schema: {
      title: 'Kehadiran klarifikasi',
      type: 'object',
      required: ['badanUsaha', 'hadir'],
      properties: {
        badanUsaha: text('Nama badan usaha', { minLength: 3, examples: ['CV Contoh Sejahtera'] }),
        npwp: text('NPWP', { pattern: '^[0-9]{15,16}$', examples: ['0123456789012345'] }),
        hadir: {
          title: 'Kehadiran',
          oneOf: [
            { const: 'langsung', title: 'Datang ke kantor' },
            { const: 'daring', title: 'Lewat pertemuan daring' },
            { const: 'tidak', title: 'Tidak hadir' },
          ],
        },
        tanggal: text('Tanggal kedatangan', { format: 'date' }),
        surel: text('Surel untuk tautan pertemuan', { format: 'email' }),
        alasan: text('Alasan', { maxLength: 500 }),
      },
      allOf: [
        {
          if: { properties: { hadir: { const: 'langsung' } }, required: ['hadir'] },
          then: { required: ['tanggal'] },
          else: { properties: { tanggal: false } },
        },
        {
          if: { properties: { hadir: { const: 'daring' } }, required: ['hadir'] },
          then: { required: ['surel'] },
          else: { properties: { surel: false } },
        },
        {
          if: { properties: { hadir: { const: 'tidak' } }, required: ['hadir'] },
          then: { required: ['alasan'] },
          else: { properties: { alasan: false } },
        },
      ],
    },
    layout: { fields: { '/npwp': { options: { normalise: 'digits' } } } },
  },
  {
    name: 'Rincian biaya (baris dan hitungan)',
    schema: {
      title: 'Rincian biaya',
      type: 'object',
      required: ['kegiatan', 'baris'],
      properties: {
        kegiatan: text('Kegiatan'),
        baris: {
          type: 'array',
          title: 'Rincian',
          minItems: 1,
          maxItems: 10,
          items: {
            type: 'object',
            required: ['uraian', 'jumlah', 'harga'],
            properties: {
              uraian: text('Uraian'),
              jumlah: { type: 'integer', title: 'Jumlah', minimum: 1 },
              harga: money('Harga satuan (rupiah)'),
              total: money('Total'),
            },
          },
        },
        seluruhnya: money('Seluruhnya'),
        persetujuan: text('Nomor persetujuan atasan'),
      },
    },
    layout: {
      fields: {
        '/baris/*/jumlah': { width: 'third' },
        '/baris/*/harga': { width: 'third' },
        '/baris/*/total': {
          width: 'third',
          calculate: { '*': [{ var: '/baris/*/jumlah' }, { var: '/baris/*/harga' }] },
        },
        '/seluruhnya': { calculate: { sum: [{ var: '/baris/*/total' }] } },
        '/persetujuan': { visible: { '>': [{ var: '/seluruhnya' }, 50000000] } },
      },
      texts: {
        id: { fields: { '/baris': { item: 'Baris', add: 'Tambah baris' } } },
        en: { fields: { '/baris': { item: 'Line', add: 'Add a line' } } },
      },
    },
    value: { kegiatan: 'Pelatihan contoh', baris: [{ uraian: 'Ruang', jumlah: 2, harga: 750000 }] },
  },
  {
    name: 'Kontak dengan ragam (oneOf)',
    schema: {
      title: 'Narahubung',
      type: 'object',
      required: ['nama', 'kontak'],
      properties: {
        nama: text('Nama'),
        kontak: {
          title: 'Cara dihubungi',
          oneOf: [
            {
              title: 'Telepon',
              type: 'object',
              required: ['nomor'],
              properties: { nomor: text('Nomor telepon', { pattern: '^[+0-9 -]{8,20}$' }) },
            },
            {
              title: 'Surel',
              type: 'object',
              required: ['alamat'],
              properties: { alamat: text('Alamat surel', { format: 'email' }) },
            },
            {
              title: 'Alamat pos',
              type: 'object',
              required: ['jalan', 'kota'],
              properties: { jalan: text('Jalan'), kota: text('Kota') },
            },
          ],
        },
        catatan: { title: 'Catatan', type: ['string', 'null'], maxLength: 1000 },
      },
    },
  },
  {
    name: 'Susunan bertingkat (skema rekursif)',
    schema: {
      title: 'Susunan unit kerja',
      $ref: '#/$defs/unit',
      $defs: {
        unit: {
          type: 'object',
          required: ['nama'],
          properties: {
            nama: text('Nama unit'),
            bawahan: { type: 'array', title: 'Unit di bawahnya', items: { $ref: '#/$defs/unit' } },
          },
        },
      },
    },
    value: { nama: 'Sekretariat (contoh)', bawahan: [{ nama: 'Bagian Pengadaan' }] },
  },
  {
    name: 'Pengaturan (nama dan nilai bebas)',
    schema: {
      title: 'Terjemahan istilah',
      type: 'object',
      properties: { bahasa: text('Bahasa', { enum: ['jv', 'su', 'ban', 'min'] }) },
      required: ['bahasa'],
      additionalProperties: { type: 'string', minLength: 1 },
    },
    value: { bahasa: 'jv', konsultasi: 'rembugan' },
  },
  {
    name: 'Bertahap (langkah dan periksa jawaban)',
    schema: {
      title: 'Permohonan akun',
      type: 'object',
      required: ['nama', 'surel', 'peran', 'setuju'],
      properties: {
        nama: text('Nama lengkap'),
        surel: text('Surel', { format: 'email' }),
        telepon: text('Telepon', { pattern: '^[+]?[0-9]{8,15}$' }),
        peran: text('Peran', { enum: ['penyedia', 'PPK', 'pokja', 'auditor'] }),
        paket: { type: 'array', title: 'Kode paket', items: { type: 'string' }, maxItems: 5 },
        setuju: { const: true, title: 'Data di atas benar' },
      },
    },
    layout: {
      steps: 'always',
      sections: [
        { id: 'diri', fields: ['/nama', '/surel', '/telepon'] },
        { id: 'akses', fields: ['/peran', '/paket'] },
        { id: 'pernyataan', fields: ['/setuju'] },
      ],
      fields: {
        '/nama': { autocomplete: 'name' },
        '/surel': { autocomplete: 'email', width: 'half' },
        '/telepon': { autocomplete: 'tel', width: 'half', options: { normalise: 'phone' } },
      },
      texts: {
        id: {
          sections: {
            diri: { title: 'Data diri' },
            akses: { title: 'Akses' },
            pernyataan: { title: 'Pernyataan' },
          },
        },
        en: {
          sections: {
            diri: { title: 'About you' },
            akses: { title: 'Access' },
            pernyataan: { title: 'Declaration' },
          },
        },
      },
    },
  },
];
