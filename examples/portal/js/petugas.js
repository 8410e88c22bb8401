// The two buttons of the demo desk. The desk itself needs nothing but its tag.
import { eraseBrowserDesk, fillWithSampleCases } from '/cdn/lpse-konsultasi-desk.js';

const news = document.querySelector('#kabar');

/** Runs one task at a time and says how it went. */
async function run(button, doing, task) {
  button.disabled = true;
  news.textContent = doing;
  try {
    news.textContent = await task();
  } catch {
    news.textContent = 'Belum berhasil. Tutup tab lain dari halaman ini, lalu coba lagi.';
  } finally {
    button.disabled = false;
  }
}

document.querySelector('#isi-contoh').addEventListener('click', ({ currentTarget }) => {
  void run(currentTarget, 'Menyiapkan kasus contoh…', async () => {
    const count = await fillWithSampleCases('batang');
    return `${count} kasus contoh siap.`;
  });
});

const erase = document.querySelector('#hapus-data');
let isSure = false;

// A second press confirms: everything in this browser goes, also what a visitor has typed.
erase.addEventListener('click', () => {
  if (!isSure) {
    isSure = true;
    erase.textContent = 'Tekan sekali lagi untuk menghapus';
    return;
  }
  void run(erase, 'Menghapus…', async () => {
    await eraseBrowserDesk();
    location.reload();
    return 'Data telah dihapus.';
  });
});

erase.addEventListener('blur', () => {
  isSure = false;
  erase.textContent = 'Hapus semua data di peramban ini';
});
