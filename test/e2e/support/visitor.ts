import { expect, type Locator, type Page } from '@playwright/test';
import { vendor, type Guest } from './people.js';

/** The public page, driven as a visitor does: by what stands on the screen. */
export class Visitor {
  readonly page: Page;
  readonly guest: Guest;
  readonly #tag: string;

  constructor(page: Page, guest: Guest = vendor, tag = 'lpse-consultation') {
    this.page = page;
    this.guest = guest;
    this.#tag = tag;
  }

  async open(): Promise<void> {
    await this.page.goto('konsultasi.html');
    await expect(this.stage).toBeVisible();
  }

  /** The consultation element, or where somebody else fills in the form; everything below it is found by role and name. */
  get element(): Locator {
    return this.page.locator(this.#tag);
  }

  /** The heading of the present stage. */
  get stage(): Locator {
    return this.element.locator('[data-stage]').first();
  }

  heading(name: string): Locator {
    return this.element.getByRole('heading', { name, exact: true });
  }

  field(label: string): Locator {
    return this.element.getByLabel(label, { exact: false }).first();
  }

  button(name: string): Locator {
    return this.element.getByRole('button', { name, exact: true });
  }

  /** Steps 1 and 2. */
  async register(): Promise<void> {
    await this.field('Nama lengkap').fill(this.guest.nama);
    await this.field('Nomor telepon/WhatsApp').fill(this.guest.telepon);
    await this.button('Lanjut ke formulir').click();
    await expect(this.heading('Formulir konsultasi').first()).toBeVisible();
  }

  /** Step 3 without handing in. */
  async fillForm(): Promise<void> {
    await this.field('Jenis pengguna').selectOption({ label: 'Penyedia' });
    await this.choose('Jenis pelaku usaha', 'Badan usaha');
    await this.field('Nama badan usaha').fill(this.guest.namaBadanUsaha);
    await this.field('NPWP').fill(this.guest.npwp);
    await this.choose('Bertindak sebagai', 'Pimpinan');
    await this.field('Aplikasi').selectOption({ label: 'SPSE' });
    await this.field('Kategori').selectOption({ label: 'Unggah dokumen' });
    await this.field('Kode tender/paket').fill(this.guest.kodePaket);
    await this.field('Judul').fill(this.guest.judul);
    await this.field('Uraian permasalahan').fill(this.guest.uraian);
    await this.field('Saya telah membaca pemberitahuan privasi').check();
    await this.field('Isian ini benar').check();
  }

  /** One of a group of radio buttons, or of a select: whichever the form offers. */
  async choose(group: string, option: string): Promise<void> {
    const radio = this.element
      .getByRole('group', { name: group })
      .or(this.element.getByRole('radiogroup', { name: group }))
      .getByRole('radio', { name: option });
    const select = this.element.getByRole('combobox', { name: group });
    await expect(radio.or(select).first()).toBeVisible();
    if ((await radio.count()) > 0) await radio.check();
    else await select.selectOption({ label: option });
  }

  async handIn(): Promise<void> {
    await this.button('Serahkan formulir').click();
  }

  /** Steps 1 to 3. */
  async submitConsultation(): Promise<void> {
    await this.register();
    await this.fillForm();
    await this.handIn();
    await expect(this.heading('Formulir telah kami terima')).toBeVisible();
  }
}
