import type { Locale } from '../locale.js';
import type { AdviceKey } from './advice.js';

/** What is said beside a field, after the word "Periksa". None of it claims that the value is wrong: none can know. */
export const adviceTexts: { readonly [locale in Locale]: { readonly [key in AdviceKey]: string } } =
  {
    id: {
      'nik.region': 'enam angka pertama NIK biasanya kode wilayah. Mohon cocokkan dengan KTP.',
      'nik.birth':
        'angka ke-7 sampai ke-12 NIK biasanya tanggal lahir (untuk perempuan, tanggal ditambah 40). Mohon cocokkan dengan KTP.',
      'nik.serial': 'empat angka terakhir NIK biasanya bukan 0000. Mohon cocokkan dengan KTP.',
      'nip.birth':
        'delapan angka pertama NIP biasanya tanggal lahir. Mohon cocokkan dengan kartu pegawai.',
      'npwp.check': 'ada angka NPWP yang mungkin keliru. Mohon cocokkan dengan kartu NPWP.',
      'phone.short':
        'nomor ini tampaknya kurang panjang. Mohon pastikan tidak ada angka yang terlewat.',
      'phone.long':
        'nomor ini tampaknya terlalu panjang. Mohon pastikan tidak ada angka yang berlebih.',
      'number.letters': 'nomor ini memuat huruf. Mohon tulis angkanya saja.',
      'secret.password':
        'isian ini tampaknya memuat kata sandi. Petugas tidak pernah memerlukan kata sandi Bapak/Ibu.',
      'secret.code':
        'isian ini tampaknya memuat PIN atau kode rahasia. Petugas tidak pernah memerlukannya.',
      'secret.token': 'isian ini tampaknya memuat kunci akses. Petugas tidak pernah memerlukannya.',
    },
    en: {
      'nik.region':
        'the first six digits of a NIK are usually a region. Please compare it with the identity card.',
      'nik.birth':
        'digits 7 to 12 of a NIK are usually the date of birth (for women, the day plus 40). Please compare it with the identity card.',
      'nik.serial':
        'the last four digits of a NIK are usually not 0000. Please compare it with the identity card.',
      'nip.birth':
        'the first eight digits of a NIP are usually the date of birth. Please compare it with the card.',
      'npwp.check': 'one digit of this NPWP may be mistyped. Please compare it with the tax card.',
      'phone.short': 'this number looks too short. Please make sure that no digit is missing.',
      'phone.long': 'this number looks too long. Please make sure that no digit was typed twice.',
      'number.letters': 'this number has letters in it. Please write its digits only.',
      'secret.password':
        'this answer seems to hold a password. The officers never need your password.',
      'secret.code':
        'this answer seems to hold a PIN or a secret code. The officers never need it.',
      'secret.token': 'this answer seems to hold an access key. The officers never need it.',
    },
  };
