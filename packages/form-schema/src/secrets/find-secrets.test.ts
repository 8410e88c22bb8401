import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSecrets, redact, redaction } from './find-secrets.js';

/** What people write, and what of it is secret. */
const given: readonly (readonly [text: string, ...secrets: readonly string[]])[] = [
  ['password: rahasia123', 'rahasia123'],
  ['Password : Rahasia123.', 'Rahasia123'],
  ['password=Rahasia#1', 'Rahasia#1'],
  ['Password:\nBudi1990', 'Budi1990'],
  ['kata sandi saya Budi1990', 'Budi1990'],
  ['Kata sandi saya adalah merdeka', 'merdeka'],
  ['kata sandi akun spse saya: merdeka45', 'merdeka45'],
  ['kata sandinya budi123', 'budi123'],
  ['katasandi = 12345678', '12345678'],
  ['pass nya budi123', 'budi123'],
  ['passnya budi123 pak', 'budi123'],
  ['pass nya 12345678', '12345678'],
  ['pass: qwerty', 'qwerty'],
  ['pass login saya Cv.Maju2020', 'Cv.Maju2020'],
  ['user budi pass budi123', 'budi123'],
  ['user: cvmaju, pass: maju2024, mohon dicek', 'maju2024'],
  ['userid CVMAJU pwd Maju@2024', 'Maju@2024'],
  ['pwd nya maju_2024', 'maju_2024'],
  ['psw: aNtarikSa', 'aNtarikSa'],
  ['pw aku = kucing99', 'kucing99'],
  ['sandi saya kucing99', 'kucing99'],
  ['sandinya "kucing hitam besar"', 'kucing hitam besar'],
  ['passwordnya itu Kucing#9 ya bu', 'Kucing#9'],
  ['password spse saya Kucing#9', 'Kucing#9'],
  ['password yang lama Kucing#9 sudah tidak bisa', 'Kucing#9'],
  ['password lama: Kucing9, password baru: Kucing10', 'Kucing9', 'Kucing10'],
  ['password diubah tetapi password saya masih Kucing9', 'Kucing9'],
  ['ganti password menjadi Kucing9', 'Kucing9'],
  ['reset password jadi 123456', '123456'],
  ['saya pakai password: merdeka tolong dicek', 'merdeka'],
  ['pasword nya bintang7', 'bintang7'],
  ['password email saya Gm4il!aman', 'Gm4il!aman'],
  ['my password is hunter2', 'hunter2'],
  ['My password is sunshine.', 'sunshine'],
  ['password -> Sun5hine', 'Sun5hine'],
  ['password => Sun5hine', 'Sun5hine'],
  ['password → Sun5hine', 'Sun5hine'],
  ['password - Sun5hine', 'Sun5hine'],
  ["the password is 'correct horse battery'", 'correct horse battery'],
  ['login: budi / password: r4h4s14', 'r4h4s14'],
  ['user/password: budi/r4h4s14', 'budi/r4h4s14'],
  ['user dan password saya budi dan kata sandi: r4h4s14', 'r4h4s14'],
  ['passphrase: kuda-batre-staples9', 'kuda-batre-staples9'],
  ['PASSWORD : ABC12345', 'ABC12345'],
  ['PIN: 123456', '123456'],
  ['pin saya 123456', '123456'],
  ['pin nya 1234', '1234'],
  ['PIN SSO adalah 654321', '654321'],
  ['kode OTP 482913', '482913'],
  ['kode otp saya: 482913', '482913'],
  ['OTP nya 482913 tadi masuk', '482913'],
  ['otp 4829', '4829'],
  ['kode verifikasi saya adalah 445566', '445566'],
  ['your verification code is 778899', '778899'],
  ['kode aktivasi: A1B2C3', 'A1B2C3'],
  ['security code 9911', '9911'],
  ['api key: 9f8e7d6c5b4a', '9f8e7d6c5b4a'],
  ['apikey=9f8e7d6c5b4a39281706', '9f8e7d6c5b4a39281706'],
  ['client_secret: aZ9-kk28-19dk', 'aZ9-kk28-19dk'],
  ['Authorization: Bearer 0a1b2c3d4e5f60718293', '0a1b2c3d4e5f60718293'],
  ['access token 0a1b2c3d4e5f60718293', '0a1b2c3d4e5f60718293'],
  ['pakai AKIAIOSFODNN7EXAMPLE ya', 'AKIAIOSFODNN7EXAMPLE'],
  ['ghp_abcdefghijklmnopqrst0123456789', 'ghp_abcdefghijklmnopqrst0123456789'],
  ['buka https://budi:rahasia@contoh.id/masuk', 'rahasia'],
  [
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmN',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmN',
  ],
  [
    '-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----',
  ],
];

/** What people write about passwords and codes without giving any away. */
const harmless: readonly string[] = [
  'password wifi kantor',
  'Saya lupa kata sandi akun SPSE dan tidak bisa masuk.',
  'lupa password akun budi123',
  'Password saya salah terus, mohon direset.',
  'Mohon reset password akun penyedia kami.',
  'reset password SPSE4.5 tidak berhasil',
  'Kata sandi: wajib diisi',
  'Kata sandi minimal 8 karakter dengan huruf besar',
  'Kata sandi adalah rahasia',
  'password: salah',
  'Password : tidak dikenali sistem',
  'password is incorrect',
  'The password is required',
  'Invalid password (code 18456)',
  'muncul galat: password expired',
  'password harus diganti setiap 90 hari',
  'sudah ganti password 3 kali tetap gagal',
  'password dikirim ke budi@contoh.id',
  'password: budi@contoh.id',
  'tautan reset password: https://spse.inaproc.id/reset',
  'User ID SPSE (bukan kata sandi)',
  'kata sandi dan user id tidak sesuai',
  'kolom password kosong',
  'password: ••••',
  'password: ********',
  'Password: xxxxxx',
  'kata kunci pencarian: tender jalan',
  'Persandian dan keamanan informasi',
  'Dinas Komunikasi, Informatika, Sandi',
  'paspor nomor A1234567',
  'pas foto 3x4 sudah diunggah',
  'bypass proxy tidak berhasil',
  'passing grade 65',
  'bagaimana mengubah password?',
  'password atau username salah',
  'Halaman ubah password error 500',
  'password ERR-500 muncul',
  'menu password v4.5',
  'pin lokasi kantor kami terlampir',
  'pinjaman modal 500000',
  'saya memasang pin di peta',
  'OTP tidak masuk ke nomor saya',
  'kode OTP berlaku 5 menit',
  'kode OTP 6 digit tidak terkirim',
  'OTP belum diterima sejak 22-11-2026',
  'kode verifikasi tidak muncul',
  'kode tender 10080116000',
  'kode RUP 62075727 tidak ditemukan',
  'token listrik habis',
  'token tidak valid',
  'invalid token, silakan masuk lagi',
  'secret santa kantor',
  'NPWP 01.234.567.8-901.000',
  'nomor 0812 3456 7890',
  'SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'tiket GG1583912345',
  'Aplikasi Chrome120 di Windows10',
  'Saya tidak bisa login, muncul pesan password tidak sesuai dengan kriteria.',
  'Tolong kirim link ubah password ke email kami',
  'password\nUraian: tidak bisa masuk',
  'halaman https://contoh.id/a:b@c',
  '',
];

const secretsOf = (text: string): string[] =>
  findSecrets(text).map(({ start, end }) => text.slice(start, end));

describe('findSecrets', () => {
  it.each(given)('finds what is secret in %j', (text, ...secrets) => {
    expect(secretsOf(text)).toEqual(secrets);
  });

  it.each(harmless.map((text) => [text]))('finds nothing in %j', (text) => {
    expect(secretsOf(text)).toEqual([]);
  });

  it('says what kind of secret it is', () => {
    const kinds = findSecrets('pin 1234, password: a1b2, api key: abcd1234efgh').map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['code', 'password', 'token']);
  });

  it('looks no further than a few words', () => {
    expect(secretsOf('password saya yang lama itu untuk akun di Kucing#9')).toEqual([]);
  });

  it('comes to an end with any long text', () => {
    const long = ['password ', ':', '-----BEGIN PRIVATE KEY-----', 'eyJ', 'pass nya ', '"'];
    for (const part of long) expect(findSecrets(part.repeat(10_000 / part.length))).toEqual([]);
  });
});

describe('redact', () => {
  it('replaces the secret and nothing else', () => {
    expect(redact('User budi, pass nya budi123. Mohon dibantu.')).toBe(
      `User budi, pass nya ${redaction}. Mohon dibantu.`,
    );
  });

  it('leaves nothing to find', () => {
    for (const [text] of given) expect(secretsOf(redact(text))).toEqual([]);
  });

  const words = fc.constantFrom(
    ...['password', 'kata sandi', 'pass', 'nya', ':', '=', 'adalah', 'is', 'saya', '"', 'budi123'],
    ...['merdeka', '123456', 'pin', 'otp', 'token', '\n', ' ', '.', 'lupa', 'https://a:b3c4@d.id'],
  );

  it('changes nothing but what it found, in any text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        const secrets = findSecrets(text);
        let rest = text;
        for (const { start, end } of [...secrets].reverse()) {
          expect(end).toBeGreaterThan(start);
          rest = rest.slice(0, start) + redaction + rest.slice(end);
        }
        expect(redact(text)).toBe(rest);
      }),
    );
  });

  it('finds nothing more in a text that was redacted until nothing was found', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        let text = parts.join(' ');
        for (let round = 0; round < 12; round++) text = redact(text);
        expect(secretsOf(text)).toEqual([]);
      }),
    );
  });
});
