/** What a keyword announces. */
export type SecretKind = 'password' | 'code' | 'token';

const keywordsOf: { readonly [kind in SecretKind]: readonly string[] } = {
  password: [
    ...['password', 'passwords', 'passwd', 'pasword', 'passwort', 'paswod', 'paswot', 'passwor'],
    ...['pass', 'pwd', 'pswd', 'psw', 'pw', 'passcode', 'passphrase', 'credential', 'kredensial'],
    ...['kata sandi', 'katasandi', 'kt sandi', 'kata kunci', 'sandi'],
  ],
  code: [
    ...['pin', 'otp', 'kode otp', 'otp code', 'kode verifikasi', 'verification code'],
    ...['kode keamanan', 'security code', 'cvv', 'kode aktivasi', 'kode akses', 'access code'],
  ],
  token: [
    ...['api key', 'apikey', 'api-key', 'api_key', 'secret', 'secret key', 'secret_key'],
    ...['client secret', 'client_secret', 'access token', 'access_token', 'auth token', 'token'],
    ...['private key', 'bearer', 'kunci api'],
  ],
};

const kinds = new Map(
  (Object.keys(keywordsOf) as SecretKind[]).flatMap((kind) =>
    keywordsOf[kind].map((word) => [word, kind] as const),
  ),
);

/** Longest first, so that `secret key` is not read as `secret`. */
const alternatives = [...kinds.keys()]
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace(' ', String.raw`[ \t]+`))
  .join('|');

/** A keyword as a word of its own, with an ending that makes it somebody's: `passwordnya`, `pass-ku`. */
export const keyword = new RegExp(
  String.raw`(?<![\p{L}\d])(${alternatives})([ \t]?-?(?:nya|ny|ku|mu))?(?![\p{L}\d])`,
  'giu',
);

export function kindOf(word: string): SecretKind {
  return kinds.get(word.toLowerCase().replaceAll(/\s+/g, ' ')) ?? 'password';
}

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that may stand between a keyword and its value and say nothing about it. */
export const fillers = wordSet(
  'nya ny ku saya sy aku gw gue kami kita dia beliau anda bapak ibu my our his her their the your ' +
    'akun account user username login admin email surel spse lpse sikap sirup inaproc aplikasi sistem ' +
    'sso wifi lama baru sementara default awal terakhir old new current temporary itu tuh tu ini nih ya sih ' +
    'untuk for di to sekarang now masih juga yang yg tadi key kode code no nomor number',
);

/** Words that say "what follows is it". */
export const copulas = wordSet(
  'adalah adlh yaitu yakni ialah is are was be jadi menjadi jd pakai pake memakai menggunakan pk using ' +
    'dengan sbb isinya tulisannya',
);

/** Words in front of a keyword with which it is spoken about, not given. */
export const about = wordSet(
  'lupa reset mereset ganti mengganti ubah mengubah merubah forgot forget forgotten change changed ' +
    'tanpa without minta meminta kirim dikirim butuh perlu link tautan',
);

/** Words that follow a keyword and are no secret: what is said about a password. */
export const plain = wordSet(
  'salah benar keliru lupa tidak tdk tak gak ga nggak enggak bukan belum blm sudah sdh telah akan ' +
    'wrong right incorrect correct invalid valid expired kedaluwarsa kadaluarsa kadaluwarsa required ' +
    'wajib harus perlu minimal maksimal minimum maximum min max sama beda berbeda different same weak lemah ' +
    'kuat strong mohon tolong harap silakan silahkan please dan and atau or serta the a an to of in at on by ' +
    'not no missing empty kosong error galat failed gagal changed reset diubah diganti direset dikirim ' +
    'terkirim diterima sent received lama baru old new rahasia secret hilang lost tersimpan disimpan saved ' +
    'terblokir blocked locked terkunci aktif active nonaktif inactive aman safe kena via dari from untuk for ' +
    'ke di yang yg dengan with saat ketika when kalau jika if bisa can cannot muncul keluar ditolak rejected ' +
    'apa berapa mana siapa bagaimana what which how why kenapa mengapa penting important field kolom isian ' +
    'admin pengguna user username akun account login masuk email surel spse none null undefined true false ' +
    'unknown dirahasiakan disamarkan redacted hidden tersembunyi terenkripsi encrypted hash',
);

/** Words after which a letters-only value may end although the sentence goes on. */
export const goesOn = wordSet(
  'dan and mohon tolong harap please terima thanks makasih trims tapi tetapi but user username userid tdk tidak',
);
