import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import { sha256Hex } from '@lpse-konsultasi/form-schema';
import type { FormHarness } from '../testing/form-harness.js';
import { fileOf, magic, openForm } from '../testing/open-form.js';
import type { Uploader } from './widget.js';

const schema: JsonObject = {
  type: 'object',
  properties: {
    lampiran: {
      title: 'Lampiran',
      type: 'array',
      maxItems: 2,
      items: {
        type: 'object',
        required: ['jenis', 'nama', 'mime', 'ukuran', 'sha256'],
        properties: {
          jenis: { title: 'Jenis lampiran', enum: ['tangkapanLayar', 'suratKuasa'] },
          nama: { type: 'string', maxLength: 30 },
          mime: { enum: ['image/png', 'image/jpeg', 'application/pdf'] },
          ukuran: { type: 'integer', maximum: 1000 },
          sha256: { type: 'string' },
        },
      },
    },
  },
};

const png = fileOf('layar.png', magic.png, 'image/png');

describe('Attachments', () => {
  let page: FormHarness;

  afterEach(() => page.form.remove());

  const attached = (): JsonObject[] =>
    (page.form.getValue('/lampiran') as JsonObject[] | undefined) ?? [];
  const text = (): string => page.field('/lampiran').wrapper.textContent.replace(/\s+/g, ' ');
  const settled = async (): Promise<void> => {
    await waitUntil(() => !/Sedang (diperiksa|diunggah)/.test(text()));
    await page.form.updateComplete;
  };

  it('hold the name, type, size and hash of a file, and ask for the rest', async () => {
    page = await openForm({ schema });
    await page.fill('/lampiran', [png]);
    await settled();
    expect(attached()).to.deep.equal([
      {
        nama: 'layar.png',
        mime: 'image/png',
        ukuran: 8,
        sha256: sha256Hex(Uint8Array.from(magic.png)),
      },
    ]);
    expect(page.has('/lampiran/0/jenis')).to.not.equal(undefined);
    expect(page.has('/lampiran/0/sha256')).to.equal(undefined);
    expect(page.announcement()).to.contain('layar.png');
    await expect(page.form).to.be.accessible();
  });

  it('go to where the page keeps them', async () => {
    const taken: File[] = [];
    const uploader: Uploader = (file, { onProgress }) => {
      taken.push(file);
      onProgress(0.5);
      return Promise.resolve({ nama: file.name, mime: file.type, ukuran: 8, sha256: 'ab' });
    };
    page = await openForm({ schema, uploader });
    await page.fill('/lampiran', [fileOf('surat.pdf', magic.pdf, 'application/pdf')]);
    await settled();
    expect(taken.map(({ name, type }) => [name, type])).to.deep.equal([
      ['surat.pdf', 'application/pdf'],
    ]);
    expect(attached()[0]).to.have.property('sha256', 'ab');
  });

  const refused: readonly (readonly [string, File, RegExp])[] = [
    [
      'is larger than allowed',
      fileOf('besar.png', [...magic.png, ...Array(1000).fill(0)]),
      /besar\.png.*1 KB.*1\.?000 B|besar\.png/,
    ],
    ['is empty', fileOf('kosong.png', []), /kosong\.png.*kosong/],
    [
      'has a name of a type that is not taken',
      fileOf('skrip.html', magic.png),
      /skrip\.html.*PNG, JPEG, PDF/,
    ],
    ['is not what its name says', fileOf('surat.pdf', magic.png), /surat\.pdf.*PNG/],
    [
      'is a page that calls itself a picture',
      fileOf('gambar.png', [60, 104, 116, 109, 108, 62]),
      /gambar\.png.*PNG/,
    ],
    ['was declared as something else', fileOf('foto.jpg', magic.jpeg, 'text/html'), /foto\.jpg/],
  ];
  for (const [what, file, message] of refused) {
    it(`refuse a file that ${what}, by name`, async () => {
      page = await openForm({ schema });
      await page.fill('/lampiran', [file]);
      await settled();
      expect(attached()).to.deep.equal([]);
      expect(text()).to.match(message);
      // A refused file does not keep the form from being sent.
      expect(page.form.validate()).to.deep.equal([]);
    });
  }

  it('refuse the same content twice and more files than allowed', async () => {
    page = await openForm({ schema });
    await page.fill('/lampiran', [png]);
    await settled();
    await page.fill('/lampiran', [fileOf('sama.png', magic.png)]);
    await settled();
    expect(text()).to.contain('“sama.png” sudah dilampirkan');
    await page.fill('/lampiran', [fileOf('a.jpg', magic.jpeg), fileOf('b.pdf', magic.pdf)]);
    await settled();
    expect(attached().map(({ nama }) => nama)).to.deep.equal(['layar.png', 'a.jpg']);
    expect(text()).to.contain('“b.pdf” belum dilampirkan');
  });

  it('are tried again after a failure, and keep the form from being sent until then', async () => {
    let tries = 0;
    const uploader: Uploader = (file) => {
      tries += 1;
      return tries === 1
        ? Promise.reject(new Error('line lost'))
        : Promise.resolve({ nama: file.name, mime: file.type, ukuran: 8, sha256: 'ab' });
    };
    page = await openForm({ schema, uploader });
    await page.fill('/lampiran', [png]);
    await settled();
    expect(text()).to.contain('“layar.png” belum berhasil diunggah');
    await page.submit();
    expect(page.summary()).to.deep.equal([
      'Ada berkas yang belum terlampir. Silakan coba lagi, atau hapus dari daftar.',
    ]);
    await page.press('Coba lagi: layar.png');
    await settled();
    expect(attached()).to.have.length(1);
    expect(page.field('/lampiran').error).to.equal('');
  });

  it('can be called off under way', async () => {
    let aborted = false;
    const uploader: Uploader = (_file, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          aborted = true;
          reject(signal.reason as Error);
        });
      });
    page = await openForm({ schema, uploader });
    await page.fill('/lampiran', [png]);
    await waitUntil(() => text().includes('Sedang diunggah'));
    await page.press('Batalkan layar.png');
    expect(aborted).to.equal(true);
    await aTimeout(0);
    expect(page.form.validate()).to.deep.equal([]);
    expect(text()).to.not.contain('layar.png');
  });

  it('are removed and put back', async () => {
    page = await openForm({ schema });
    await page.fill('/lampiran', [png]);
    await settled();
    await page.press('Hapus Baris 1 dari 1');
    expect(attached()).to.deep.equal([]);
    await page.press('Batalkan penghapusan');
    expect(attached()).to.have.length(1);
  });

  it('can be dropped and pasted', async () => {
    page = await openForm({ schema });
    const drop = page.form.shadowRoot?.querySelector('.drop');
    const files = new DataTransfer();
    files.items.add(png);
    drop?.dispatchEvent(
      new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }),
    );
    await settled();
    const pasted = new DataTransfer();
    pasted.items.add(fileOf('tempel.jpg', magic.jpeg));
    page.form
      .control('/lampiran')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true }));
    await settled();
    expect(attached().map(({ nama }) => nama)).to.deep.equal(['layar.png', 'tempel.jpg']);
  });

  it('lose folders and marks that turn the reading direction from their names', async () => {
    page = await openForm({ schema });
    await page.fill('/lampiran', [fileOf('laporan\u202Efdp.png', magic.png)]);
    await settled();
    expect(attached()[0]).to.have.property('nama', 'laporanfdp.png');
  });
});
