import { expect } from '@open-wc/testing';
import type { KnowledgeEntry } from '@lpse-konsultasi/form-schema';
import { KnowledgeIndex } from './knowledge-index.js';

function entry(id: string, judul: string, more: Partial<KnowledgeEntry> = {}): KnowledgeEntry {
  return {
    id,
    kind: 'kasus',
    judul,
    uraian: '',
    kategori: [],
    jawaban: 'Silakan dicoba kembali.',
    rujukan: [],
    confirmed: false,
    sumber: [],
    ...more,
  };
}

function indexOf(...entries: KnowledgeEntry[]): KnowledgeIndex {
  const index = new KnowledgeIndex();
  for (const each of entries) index.put(each);
  return index;
}

const ids = (index: KnowledgeIndex, text: string, kategori?: string) =>
  index.suggest({ text, ...(kategori !== undefined && { kategori }) }).map(({ entry: e }) => e.id);

describe('the answers of an office', () => {
  const office = () =>
    indexOf(
      entry('unggah', 'Gagal mengunggah dokumen penawaran', { kategori: ['unggahDokumen'] }),
      entry('masuk', 'Tidak dapat masuk ke SPSE', { kategori: ['loginSso'] }),
      entry('jadwal', 'Jadwal tahapan tender berubah', { kategori: ['jadwalTahapan'] }),
    );

  it('are found by the words of the matter, in whatever form they stand', () => {
    expect(ids(office(), 'unggahan penawarannya selalu digagalkan')).to.deep.equal(['unggah']);
    expect(ids(office(), 'pengguna gagal memasuki SPSE')[0]).to.equal('masuk');
  });

  it('say how similar they are: all of it, part of it, nothing', () => {
    const [all] = office().suggest({
      text: 'Gagal mengunggah dokumen penawaran',
      kategori: 'unggahDokumen',
    });
    expect(all?.similarity).to.be.closeTo(1, 1e-9);
    const [part] = office().suggest({ text: 'Jadwal masuk' });
    expect(part?.similarity).to.be.within(0.2, 0.7);
    expect(office().suggest({ text: 'Mohon bantuan Bapak dan Ibu' })).to.deep.equal([]);
    expect(office().suggest({ text: '' })).to.deep.equal([]);
  });

  it('of the same category come first among those that fit alike', () => {
    const index = indexOf(
      entry('a', 'Dokumen tidak terbaca', { kategori: ['unduhDokumen'] }),
      entry('b', 'Dokumen tidak terbaca', { kategori: ['bukaDokumenPenawaran'] }),
    );
    expect(ids(index, 'dokumen tidak terbaca', 'bukaDokumenPenawaran')).to.deep.equal(['b', 'a']);
    expect(ids(index, 'dokumen tidak terbaca', 'unduhDokumen')).to.deep.equal(['a', 'b']);
  });

  it('count how often they were used, and put what has served before first', () => {
    const index = indexOf(
      entry('a', 'Dokumen tidak terbaca'),
      entry('b', 'Dokumen tidak terbaca'),
      entry('c', 'Jadwal berubah', { sumber: ['b'] }),
      entry('d', 'Akses lambat', { sumber: ['b'] }),
    );
    const [first] = index.suggest({ text: 'dokumen tidak terbaca' });
    expect([first?.entry.id, first?.uses]).to.deep.equal(['b', 2]);
  });

  it('are replaced and taken out without a trace, their uses too', () => {
    const index = indexOf(
      entry('a', 'Dokumen tidak terbaca'),
      entry('c', 'Jadwal berubah', { sumber: ['a'] }),
    );
    index.put(entry('a', 'Akses sangat lambat'));
    expect(ids(index, 'dokumen terbaca')).to.deep.equal([]);
    expect(ids(index, 'akses lambat')).to.deep.equal(['a']);
    index.remove('c');
    expect(index.suggest({ text: 'akses lambat' })[0]?.uses).to.equal(0);
    index.remove('a');
    index.remove('a');
    expect(index.size).to.equal(0);
    expect(ids(index, 'akses lambat')).to.deep.equal([]);
  });

  it('leave the case itself out', () => {
    const found = office().suggest({ text: 'gagal mengunggah', without: 'unggah' });
    expect(found.map((each) => each.entry.id)).not.to.include('unggah');
  });

  it('take any text for a question', () => {
    for (const text of ['*', '"', '((', 'a'.repeat(10_000), '\u0000', '🙂🙂', 'AND OR NOT'])
      expect(() => office().suggest({ text }), text.slice(0, 5)).not.to.throw();
  });

  // Printed and not judged: machines differ, and a loaded one says nothing about the index.
  it('are searched while somebody types, also when there are 10,000', function () {
    this.timeout(120_000);
    const index = new KnowledgeIndex();
    const began = performance.now();
    for (let i = 0; i < 10_000; i += 1)
      index.put(entry(`k${i}`, titleOf(i), { uraian: matterOf(i), jawaban: matterOf(i + 7) }));
    const built = performance.now() - began;
    const times = Array.from({ length: 60 }, (_, i) => {
      const start = performance.now();
      expect(index.suggest({ text: `${titleOf(i * 131)} ${matterOf(i * 17)}` })).not.to.have.length(
        0,
      );
      return performance.now() - start;
    }).sort((a, b) => a - b);
    const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
    console.warn(
      `knowledge: 10,000 answers indexed in ${built.toFixed(0)} ms, searched in ${at(0.5)} ms (median), ${at(0.9)} ms (p90)`,
    );
  });
});

const nouns =
  'dokumen penawaran akun jadwal tender kontrak galat peramban kata sandi surel npwp izin berkas tahapan sanggah evaluasi adendum jaminan personel peralatan harga satuan negosiasi katalog pesanan verifikasi pendaftaran sertifikat lampiran halaman server jaringan'.split(
    ' ',
  );
const verbs =
  'mengunggah mengunduh membuka menyimpan mengirim menghapus mengubah memperbarui mencetak menampilkan masuk keluar mendaftar memverifikasi menyetujui menolak menghitung menandatangani'.split(
    ' ',
  );

function titleOf(i: number): string {
  return `Gagal ${verbs[i % verbs.length]} ${nouns[(i * 7) % nouns.length]} ${nouns[(i * 3 + 1) % nouns.length]}`;
}

/** A matter of some sixty words, with a code of its own so that the vocabulary grows as in real life. */
function matterOf(i: number): string {
  return Array.from(
    { length: 10 },
    (_, k) =>
      `Pengguna ${verbs[(i + k * 5) % verbs.length]} ${nouns[(i * 11 + k) % nouns.length]} lalu muncul galat kode${(i * 10 + k) % 2500}.`,
  ).join(' ');
}
