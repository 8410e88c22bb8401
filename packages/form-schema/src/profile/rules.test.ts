import { describe, expect, it } from 'vitest';
import { asksForPassword } from './rules.js';

describe('asksForPassword', () => {
  it.each([
    'Kata sandi',
    'kataSandiSpse',
    'Password SPSE',
    'user_password',
    'pinAkun',
    'Kode OTP',
    'Tulis sandi Anda',
    'Masukkan passphrase',
    'Jangan lupa nomor tiket dan tulis password',
  ])('is so for "%s"', (words) => {
    expect(asksForPassword(words)).toBe(true);
  });

  it.each([
    'User ID SPSE (bukan kata sandi)',
    'SPSE user ID (not the password)',
    'Jangan tuliskan kata sandi.',
    'Please do not write any password.',
    'We never ask for a password.',
    'Kami tidak pernah meminta kata sandi.',
    'Saya lupa kata sandi',
    'Dinas Komunikasi, Informatika dan Persandian',
    'Nomor spindel',
    'Pindah alamat',
  ])('is not so for "%s"', (words) => {
    expect(asksForPassword(words)).toBe(false);
  });
});
