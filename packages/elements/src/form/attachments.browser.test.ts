import { aTimeout, expect } from '@open-wc/testing';
import type { JsonObject, Layout } from '@lpse-konsultasi/form-schema';
import { sha256Hex } from '@lpse-konsultasi/form-schema';
import type { FormHarness } from '../testing/form-harness.js';
import { fileOf, magic, openForm } from '../testing/open-form.js';
import { pictureOf } from '../testing/pictures.js';
import type { Uploader } from './widget.js';
import { waitUntil } from '../testing/wait-until.js';

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

  it('show how far each has come, with its name, until it is there', async () => {
    const under = new Map<string, { tell: (fraction: number) => void; finish: () => void }>();
    const uploader: Uploader = (file, { onProgress }) =>
      new Promise((resolve) => {
        const sha256 = file.name;
        const finish = (): void =>
          resolve({ nama: file.name, mime: file.type, ukuran: file.size, sha256 });
        under.set(file.name, { tell: onProgress, finish });
      });
    page = await openForm({ schema, uploader });
    await page.fill('/lampiran', [png, fileOf('surat.pdf', magic.pdf, 'application/pdf')]);
    await waitUntil(() => under.size === 2, 'both are on their way');
    const bars = (): readonly string[] =>
      [...(page.form.shadowRoot?.querySelectorAll('progress') ?? [])].map(
        (bar) => `${bar.ariaLabel ?? ''} ${bar.value}/${bar.max}`,
      );
    const shows = async (...expected: readonly string[]): Promise<void> => {
      await page.form.updateComplete;
      expect(bars()).to.deep.equal(expected);
    };
    await shows('layar.png 0/1', 'surat.pdf 0/1');
    under.get('layar.png')?.tell(0.375);
    await shows('layar.png 0.375/1', 'surat.pdf 0/1');
    expect(text()).to.contain('38 persen').and.to.contain(' 0 persen');
    // What a faulty uploader says stays within the bar.
    under.get('surat.pdf')?.tell(7);
    await shows('layar.png 0.375/1', 'surat.pdf 1/1');
    await expect(page.form).to.be.accessible();
    under.get('layar.png')?.finish();
    await waitUntil(() => attached().length === 1, 'the first is there');
    await shows('surat.pdf 1/1');
    expect(page.form.validate().map(({ keyword }) => keyword)).to.include('fileUpload');
    under.get('surat.pdf')?.finish();
    await waitUntil(() => attached().length === 2, 'the second is there');
    await shows();
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

  it('that are under way in a row when rows change are named, to be chosen again', async () => {
    const parent: JsonObject = {
      type: 'object',
      properties: { paket: { title: 'Paket', type: 'array', items: schema } },
    };
    const uploader: Uploader = () => new Promise(() => undefined);
    page = await openForm({ schema: parent, uploader, value: { paket: [{}, {}] } });
    await page.fill('/paket/0/lampiran', [png]);
    const rows = (): string => page.field('/paket').wrapper.textContent.replace(/\s+/g, ' ');
    await waitUntil(() => rows().includes('Sedang diunggah'));
    await page.press('Turunkan Baris 1 dari 2', '/paket');
    expect(rows()).to.not.contain('Sedang diunggah');
    expect(rows()).to.contain('saat susunan baris berubah: layar.png. Silakan pilih lagi');
    await waitUntil(() => page.announcement().includes('layar.png. Silakan pilih lagi'));
    await expect(page.form).to.be.accessible();
    expect(page.form.validate()).to.deep.equal([]);

    await page.press('Naikkan Baris 2 dari 2', '/paket');
    expect(rows()).to.not.contain('layar.png');
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

  const layoutWith = (options: JsonObject): Layout => ({
    fields: { '/lampiran': { options } },
  });
  const roomy: JsonObject = JSON.parse(
    JSON.stringify(schema).replace('"maximum":1000', '"maximum":100000'),
  ) as JsonObject;

  it('say before anything is chosen what is taken, each and in all', async () => {
    page = await openForm({ schema, layout: layoutWith({ maxTotal: 1500, shrink: true }) });
    expect(text()).to.contain(
      'Jenis berkas: PNG, JPEG, PDF. Ukuran paling besar 1000 B tiap berkas. Paling banyak 2 berkas. Seluruhnya paling besar 1,5 KB. Foto yang besar diperkecil',
    );
    const described = page.form.control('/lampiran')?.getAttribute('aria-describedby') ?? '';
    for (const id of described.split(' ')) {
      expect(page.form.shadowRoot?.getElementById(id) === null, id).to.equal(false);
    }
  });

  it('are together not larger than the layout allows', async () => {
    page = await openForm({ schema, layout: layoutWith({ maxTotal: 1500 }) });
    const heavy = (name: string, filler: number): File =>
      fileOf(name, [...magic.png, ...Array<number>(900).fill(filler)]);
    await page.fill('/lampiran', [heavy('a.png', 1), heavy('b.png', 2)]);
    await settled();
    expect(attached().map(({ nama }) => nama)).to.deep.equal(['a.png']);
    expect(text()).to.contain(
      '“b.png” belum dilampirkan karena seluruh berkas paling besar 1,5 KB',
    );
  });

  it('are not sent twice, whatever the page makes of their hash', async () => {
    let sent = 0;
    const uploader: Uploader = (file) => {
      sent += 1;
      return Promise.resolve({ nama: file.name, mime: file.type, ukuran: 8, sha256: 'own' });
    };
    page = await openForm({ schema, uploader });
    await page.fill('/lampiran', [png, fileOf('sama.png', magic.png)]);
    await settled();
    expect(sent).to.equal(1);
    expect(text()).to.contain('“sama.png” sudah dilampirkan');
  });

  it('are made smaller where the layout says so, and say it', async () => {
    page = await openForm({
      schema: roomy,
      layout: layoutWith({ shrink: { longestSide: 100, quality: 0.7 } }),
    });
    const photo = await pictureOf('foto.jpg', 'image/jpeg', 1200, 900);
    await page.fill('/lampiran', [photo]);
    await settled();
    expect(attached()[0]).to.have.property('nama', 'foto.jpg');
    expect(attached()[0]?.['ukuran']).to.be.lessThan(photo.size);
    expect(text()).to.match(/Diperkecil dari [\d,]+ KB menjadi [\d.,]+ (K?B)\./);
    expect(page.announcement()).to.contain('Diperkecil');
  });

  it('can be looked at: pictures small in their row and large in a dialog', async () => {
    page = await openForm({ schema: roomy });
    await page.fill('/lampiran', [await pictureOf('foto.jpg', 'image/jpeg', 120, 90)]);
    await settled();
    const thumb = page.form.shadowRoot?.querySelector<HTMLCanvasElement>('.thumb');
    await waitUntil(() => inkOf(thumb) !== 0);
    page.form.shadowRoot?.querySelector<HTMLElement>('[aria-label="Lihat foto.jpg"]')?.focus();
    await page.press('Lihat foto.jpg');
    const dialog = page.form.shadowRoot?.querySelector('dialog');
    expect(dialog?.open).to.equal(true);
    await waitUntil(() => inkOf(dialog?.querySelector('canvas')) !== 0);
    await expect(page.form).to.be.accessible();
    await page.press('Tutup');
    expect(dialog?.open).to.equal(false);
    const focused = page.form.shadowRoot?.activeElement?.getAttribute('aria-label');
    expect(focused).to.equal('Lihat foto.jpg');
  });

  it('whose picture cannot be shown stand without one', async () => {
    page = await openForm({ schema });
    await page.fill('/lampiran', [png]);
    await settled();
    const thumb = page.form.shadowRoot?.querySelector<HTMLCanvasElement>('.thumb');
    await waitUntil(() => thumb?.hidden === true);
  });

  it('that are no pictures open in a tab of their own', async () => {
    page = await openForm({ schema });
    await page.fill('/lampiran', [fileOf('surat.pdf', magic.pdf)]);
    await settled();
    const opened: string[] = [];
    const follow = (event: MouseEvent): void => {
      const link = event.target as HTMLAnchorElement;
      opened.push(`${link.target} ${link.rel} ${link.protocol}`);
      event.preventDefault();
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      this.addEventListener('click', follow);
      click.call(this);
    };
    await page.press('Lihat surat.pdf');
    HTMLAnchorElement.prototype.click = click;
    expect(opened).to.deep.equal(['_blank noopener blob:']);
  });

  it('offer the camera where pictures are taken, and not where they are not', async () => {
    page = await openForm({ schema });
    const camera = page.form.shadowRoot?.querySelector<HTMLInputElement>('input[capture]');
    expect(camera?.accept).to.equal('image/png,image/jpeg');
    expect(camera?.labels?.[0]?.textContent).to.equal('Ambil foto');
    page.form.remove();
    const letters = JSON.parse(
      JSON.stringify(schema).replace('"image/png","image/jpeg",', ''),
    ) as JsonObject;
    page = await openForm({ schema: letters });
    expect(page.form.shadowRoot?.querySelector('input[capture]') === null).to.equal(true);
  });

  it('mark the place while files are held over it, and let none open in place of the page', async () => {
    page = await openForm({ schema });
    const drop = page.form.shadowRoot?.querySelector('.drop');
    const files = new DataTransfer();
    files.items.add(png);
    const over = (): DragEvent =>
      new DragEvent('dragover', { dataTransfer: files, bubbles: true, cancelable: true });
    const event = over();
    drop?.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
    expect(drop?.classList.contains('over')).to.equal(true);
    drop?.dispatchEvent(new DragEvent('dragleave', { bubbles: true }));
    expect(drop?.classList.contains('over')).to.equal(false);
    const beside = over();
    page.form.shadowRoot?.querySelector('[part="actions"]')?.dispatchEvent(beside);
    expect(beside.defaultPrevented).to.equal(true);
  });
});

/** How much of a canvas is drawn on. */
function inkOf(canvas: HTMLCanvasElement | null | undefined): number {
  if (!canvas || canvas.width === 0) return 0;
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
  return data?.reduce((sum, value) => sum + value, 0) ?? 0;
}
