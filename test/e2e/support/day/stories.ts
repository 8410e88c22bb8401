import { expect, type BrowserContext } from '@playwright/test';
import { vendor, type Guest } from '../people.js';
import { Visitor } from '../visitor.js';
import type { Office } from './office.js';

/**
 * What people do by hand on this day, on the screens that they would have before them. A `yield` lets time pass: minutes
 * of which the office's clocks know, and in which everybody else goes on working.
 */
export type Story = (office: Office, context: BrowserContext) => AsyncGenerator<number, void>;

/** Invented; each with a name, a number and a matter of their own, so that none is found under another's. */
function guest(nama: string, number: number, judul: string): Guest {
  return { ...vendor, nama: `${nama} (contoh)`, telepon: `0812 3456 78${number}`, judul };
}

const rina = guest('Rina Wulandari', 11, 'Dokumen penawaran tidak tersimpan');
const agus = guest('Agus Setiawan', 12, 'Galat saat mengunggah dokumen');
const dewi = guest('Dewi Lestari', 13, 'Berkas kualifikasi ditolak');
const eko = guest('Eko Prasetyo', 14, 'Tidak jadi bertanya');
const fitri = guest('Fitri Handayani', 15, 'Data paket hilang dari server');
const galih = guest('Galih Ramadhan', 16, 'Sertifikat pengaman dokumen rusak');
const hesti = guest('Hesti Maharani', 17, 'Unggahan berhenti di tengah');
const irfan = guest('Irfan Maulana', 18, 'Menanyakan galat melalui telepon');

/** The names and numbers that may stand in no address. */
export const guests: readonly Guest[] = [rina, agus, dewi, eko, fitri, galih, hesti, irfan];

/** Answered at once; the visitor rates the service and says that it is solved. */
async function* answered({ portal, desks: [desk] }: Office): AsyncGenerator<number, void> {
  const visitor = new Visitor(portal.page, rina);
  const { officer } = desk;
  await visitor.submitConsultation();
  yield 4;
  await officer.findCase(rina.nama);
  await officer.accept();
  yield 12;
  await officer.callAndMeet();
  await officer.analyse(true);
  await officer.answerAndInitial();
  await officer.handOverAndArchive();
  await expect(visitor.heading('Konsultasi selesai')).toBeVisible();
  const survey = visitor.element.locator('lpse-survey');
  const groups = survey.getByRole('radiogroup').or(survey.getByRole('group'));
  await expect(survey.getByRole('radio', { name: /^4/ })).toHaveCount(9);
  await expect(groups.first()).toBeVisible();
  for (const choice of await survey.getByRole('radio', { name: /^4/ }).all()) await choice.check();
  await survey.getByRole('button', { name: 'Kirim penilaian' }).click();
  await expect(survey.getByRole('heading', { name: /Terima kasih/ })).toBeVisible();
  await visitor.button('Ya, sudah selesai').click();
  await expect(visitor.element).toContainText('dinyatakan selesai');
  await visitor.button('Mulai konsultasi baru').click();
}

/** Given back twice, each time for another field. */
async function* returned({ portal, desks: [desk] }: Office): AsyncGenerator<number, void> {
  const visitor = new Visitor(portal.page, agus);
  const { officer } = desk;
  await visitor.submitConsultation();
  await officer.findCase(agus.nama);
  await officer.sendBack(['Uraian permasalahan'], 'Mohon sebutkan pesan galat yang tampil.');
  await expect(visitor.heading('Mohon lengkapi formulir')).toBeVisible();
  yield 3;
  await visitor.field('Uraian permasalahan').fill(`${agus.uraian} Galatnya: kode 500.`);
  await visitor.handIn();
  await expect(visitor.heading('Formulir telah kami terima')).toBeVisible();
  await officer.sendBack(['Judul'], 'Judul terlalu umum.');
  await expect(visitor.heading('Mohon lengkapi formulir')).toBeVisible();
  yield 9;
  await visitor.field('Judul').fill('Galat 500 saat mengunggah dokumen penawaran');
  await visitor.handIn();
  await expect(visitor.heading('Formulir telah kami terima')).toBeVisible();
  await officer.accept();
  await officer.callAndMeet();
  await officer.analyse(true);
  await officer.answerAndInitial();
  await officer.handOverAndArchive();
  await visitor.button('Mulai konsultasi baru').click();
}

/** Does not come at the first call, and is helped at the second. */
async function* missed({ portal, board, desks: [desk] }: Office): AsyncGenerator<number, void> {
  const visitor = new Visitor(portal.page, dewi);
  const { officer } = desk;
  await visitor.submitConsultation();
  await officer.findCase(dewi.nama);
  await officer.accept();
  await officer.call();
  await expect(visitor.heading('Bapak/Ibu dipanggil')).toBeVisible();
  const number = await officer.desk.locator('lpse-call .big').innerText();
  const [called = 'none'] = /A-\d{3}/.exec(number) ?? [];
  await expect(board.locator('lpse-call-board .last')).toContainText(called);
  await officer.attendance('Tidak hadir');
  await officer.button('Kembalikan ke antrean').click();
  await expect(visitor.heading('Menunggu panggilan')).toBeVisible();
  yield 12;
  await officer.callAndMeet();
  await expect(board.locator('lpse-call-board .last')).toContainText(called);
  await officer.analyse(true);
  await officer.answerAndInitial();
  await officer.handOverAndArchive();
  await visitor.button('Mulai konsultasi baru').click();
}

/** Thinks better of it. */
async function* withdrawn({ portal }: Office): AsyncGenerator<number, void> {
  const visitor = new Visitor(portal.page, eko);
  await visitor.submitConsultation();
  yield 2;
  await visitor.button('Batalkan konsultasi').click();
  await visitor.button('Ya, batalkan').click();
  await expect(visitor.heading('Konsultasi dibatalkan')).toBeVisible();
  await visitor.button('Mulai konsultasi baru').click();
}

/** Cannot be solved here; LKPP replies on the same day. */
async function* escalated({ portal, desks: [desk] }: Office): AsyncGenerator<number, void> {
  const visitor = new Visitor(portal.page, fitri);
  const { officer } = desk;
  await visitor.submitConsultation();
  await officer.findCase(fitri.nama);
  await officer.accept();
  await officer.callAndMeet();
  yield 18;
  await officer.analyse(false);
  await officer.escalate('CONTOH-2026-000815');
  await officer.handOverAndArchive();
  yield 45;
  await officer.recordReply('Data paket telah dipulihkan pada server pusat.');
  await officer.answerAndInitial('Data paket telah dipulihkan; silakan memeriksanya kembali.');
  await officer.handOverAndArchive();
  await expect(visitor.heading('Konsultasi selesai')).toBeVisible();
  await visitor.button('Mulai konsultasi baru').click();
}

/** The analysis takes longer than the SOP allows, and the officer accounts for it. */
async function* overrun({ portal, desks: [, desk] }: Office): AsyncGenerator<number, void> {
  const visitor = new Visitor(portal.page, galih);
  const { officer } = desk;
  await visitor.submitConsultation();
  await officer.findCase(galih.nama);
  await officer.accept();
  await officer.callAndMeet();
  yield 41;
  await officer.analyse(true);
  await officer.answerAndInitial();
  await officer.handOverAndArchive();
  const timeline = officer.desk.locator('lpse-timeline');
  await timeline.getByText('Beri penjelasan').first().click();
  await timeline
    .getByRole('textbox', { name: 'Penjelasan' })
    .fill('Jaringan kantor terputus selama 20 menit.');
  await timeline.getByRole('button', { name: 'Simpan penjelasan' }).click();
  await expect(timeline).toContainText('Penjelasan: Jaringan kantor terputus');
  await visitor.button('Mulai konsultasi baru').click();
}

/** Fills in the form at the device by the door, which keeps nothing. */
async function* atKiosk(
  { desks: [, , desk] }: Office,
  context: BrowserContext,
): AsyncGenerator<number, void> {
  const page = await context.newPage();
  await page.goto('kiosk.html');
  const visitor = new Visitor(page, hesti);
  await visitor.button('Mulai').click();
  await visitor.submitConsultation();
  await visitor.button('Selesai').click();
  await expect(visitor.heading('Layanan konsultasi')).toBeVisible();
  await page.close();
  const { officer } = desk;
  await officer.findCase(hesti.nama);
  await officer.accept();
  yield 6;
  await officer.callAndMeet();
  await officer.analyse(true);
  await officer.answerAndInitial();
  await officer.handOverAndArchive();
}

/** Calls the office; the reception hands in what can be said on the telephone. Nobody gets to it on this day. */
async function* byTelephone({ reception }: Office): AsyncGenerator<number, void> {
  const entry = new Visitor(reception.page, irfan, 'lpse-reception');
  await entry.element.getByRole('radio', { name: 'Telepon' }).check();
  await entry.field('Nama lengkap').fill(irfan.nama);
  await entry.field('Nomor telepon/WhatsApp').fill(irfan.telepon);
  await entry.fillForm();
  yield 2;
  await entry.button('Simpan apa adanya').click();
  await expect(entry.heading('Tersimpan')).toBeVisible();
}

export const stories: readonly Story[] = [
  answered,
  returned,
  missed,
  withdrawn,
  escalated,
  overrun,
  atKiosk,
  byTelephone,
];
