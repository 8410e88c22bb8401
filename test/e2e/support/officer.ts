import { expect, type Locator, type Page } from '@playwright/test';
import { answer, vendor } from './people.js';

/** The desk, driven as an officer does. */
export class Officer {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto('petugas.html');
    await expect(this.desk.getByRole('heading', { name: 'Antrean konsultasi' })).toBeVisible();
  }

  get desk(): Locator {
    return this.page.locator('lpse-desk');
  }

  row(text: string): Locator {
    return this.desk.locator('lpse-queue').getByRole('option').filter({ hasText: text });
  }

  heading(name: string): Locator {
    return this.desk.getByRole('heading', { name, exact: true }).first();
  }

  button(name: string): Locator {
    return this.desk.getByRole('button', { name, exact: true });
  }

  /** By how its name begins: the words of a list to choose from are part of the list's name for Playwright. */
  field(label: string): Locator {
    return this.desk.getByLabel(new RegExp(`^\\s*${label}`)).first();
  }

  radio(group: string, option: string): Locator {
    return this.desk
      .getByRole('group', { name: group })
      .or(this.desk.getByRole('radiogroup', { name: group }))
      .getByRole('radio', { name: option, exact: true });
  }

  async openCase(text: string = vendor.nama): Promise<void> {
    await this.row(text).first().click();
  }

  /** Finds one case among many by what the queue is searched for. */
  async findCase(text: string): Promise<void> {
    const queue = this.desk.locator('lpse-queue');
    await queue.getByRole('searchbox').fill(text);
    const list = queue.getByRole('listbox', { name: 'Daftar konsultasi' });
    await expect(list.getByRole('option')).toHaveCount(1);
    await this.openCase(text);
  }

  /** Step 4, Yes, and step 6. */
  async accept(): Promise<void> {
    await this.button('Mulai periksa').click();
    const checks = this.desk.locator('lpse-review').getByRole('checkbox');
    await expect(this.heading('Pemeriksaan kelengkapan')).toBeVisible();
    await expect(checks.first()).toBeVisible();
    await this.radio('Hasil pemeriksaan', 'Ya, lengkap').check();
    for (const check of await checks.all()) await check.check();
    await this.button('Simpan hasil pemeriksaan').click();
    await expect(this.heading('Pemanggilan')).toBeVisible();
  }

  /** Step 4, No, and step 5. */
  async sendBack(fields: readonly string[], reason: string): Promise<void> {
    await this.button('Mulai periksa').click();
    await this.radio('Hasil pemeriksaan', 'Tidak, belum lengkap').check();
    for (const field of fields) await this.flag(field);
    // Beside it stands a reason for each field that is flagged.
    await this.desk
      .getByRole('textbox', { name: /^Alasan(?! (?:untuk|kolom|tiap))/ })
      .first()
      .fill(reason);
    await this.button('Simpan hasil pemeriksaan').click();
    await this.button('Kembalikan kepada pengguna').click();
  }

  /** Marks a field of the user's form as one to complete. */
  async flag(field: string): Promise<void> {
    const flags = this.desk.getByRole('group', { name: 'Kolom yang harus dilengkapi' });
    await flags.getByRole('checkbox', { name: field }).check();
  }

  /** Step 7, and the user comes. */
  async callAndMeet(): Promise<void> {
    await this.call();
    await this.attendance('Hadir');
    await expect(this.heading('Analisis permasalahan')).toBeVisible();
  }

  async call(): Promise<void> {
    await this.button('Panggil').click();
    await expect(this.heading('Kehadiran')).toBeVisible();
  }

  async attendance(result: 'Hadir' | 'Tidak hadir' | 'Dilewati'): Promise<void> {
    await this.radio('Hasil panggilan', result).check();
    await this.button('Catat kehadiran').click();
  }

  /** Step 8. */
  async analyse(isSolved: boolean): Promise<void> {
    await this.field('Informasi tambahan').fill('Aplikasi pengaman dokumen masih versi lama.');
    await this.radio(
      'Apakah solusi permasalahan dapat ditemukan?',
      isSolved ? 'Ya, tuliskan jawaban' : 'Tidak, eskalasikan',
    ).check();
    await this.button('Simpan analisis').click();
  }

  /** Step 9, also for a follow-up. */
  async answerAndInitial(text: string = answer): Promise<void> {
    await this.field('Jawaban/solusi atas permasalahan').fill(text);
    await this.radio('Cara membubuhkan paraf', 'Diketik').check();
    await this.field('Inisial').fill('SU');
    await this.button('Paraf dan simpan jawaban').click();
    await expect(this.heading('Salinan dan arsip')).toBeVisible();
  }

  /** Step 10. */
  async escalate(ticket: string): Promise<void> {
    await expect(this.heading('Eskalasi')).toBeVisible();
    await this.field('Alasan eskalasi').fill(
      'Galat terjadi pada server pusat, di luar kewenangan LPSE.',
    );
    await this.radio('Nomor tiket tujuan', 'Sudah terbit').check();
    await this.field('Nomor tiket/surel').fill(ticket);
    await this.button('Catat eskalasi').click();
    await expect(this.heading('Salinan dan arsip')).toBeVisible();
  }

  /** LKPP has replied to an escalated case. */
  async recordReply(text: string): Promise<void> {
    await this.field('Pengirim balasan').fill('Helpdesk LKPP (contoh)');
    await this.desk.getByRole('textbox', { name: 'Balasan', exact: true }).fill(text);
    await this.button('Catat balasan').click();
    await expect(this.heading('Jawaban tindak lanjut dan paraf')).toBeVisible();
  }

  /** Cancels before the analysis, with a reason. */
  async cancel(reason: string): Promise<void> {
    await this.desk.locator('summary', { hasText: 'Batalkan konsultasi' }).click();
    await this.field('Alasan').fill(reason);
    await this.button('Batalkan konsultasi').click();
  }

  /** Shows every case, also those that wait for nobody. */
  async showAll(): Promise<void> {
    await this.field('Tampilkan').selectOption('all');
  }

  /** Step 11. */
  async handOverAndArchive(): Promise<void> {
    await this.field('Lokasi simpan').fill('Lemari 2, map 14');
    await this.button('Serahkan dan arsipkan').click();
    await expect(this.heading('Arsip')).toBeVisible();
  }
}
