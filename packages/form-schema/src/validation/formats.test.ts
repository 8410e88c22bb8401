import { describe, expect, it } from 'vitest';
import { formats } from './formats.js';

/** By format: texts that have it, texts that do not. */
const table: Record<string, readonly [right: readonly string[], wrong: readonly string[]]> = {
  date: [
    ['2026-11-22', '2024-02-29', '2000-02-29', '0001-01-01'],
    [
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '22-11-2026',
      '2026-11-31',
      '',
    ],
  ],
  time: [
    ['08:00:00Z', '23:59:59.123+07:00', '23:59:60Z', '06:59:60+07:00', '00:00:00-00:30'],
    ['08:00:00', '24:00:00Z', '08:60:00Z', '08:00:60Z', '8:00:00Z', '08:00Z', '08:00:00+24:00'],
  ],
  'date-time': [
    ['2026-11-22T14:05:00+07:00', '2026-11-22t07:05:00z'],
    ['2026-11-22 14:05:00+07:00', '2026-11-22T14:05', '2026-11-31T14:05:00Z', '2026-11-22'],
  ],
  duration: [
    ['P3W', 'P1Y2M3D', 'PT30M', 'P1DT12H', 'P4Y', 'PT36H'],
    ['P', 'PT', 'P1', '30M', 'P1D2H', 'PT1D', 'P1YT', 'P2W1D', 'PT1H2S', 'PT1HT1M'],
  ],
  email: [
    ['sari@contoh.id', 'a.b+c@sub.contoh.go.id', "o'neil@contoh.id"],
    [
      'sari',
      'sari@',
      '@contoh.id',
      'sari@contoh',
      '.a@contoh.id',
      'a..b@contoh.id',
      'a b@contoh.id',
      'a@-x.id',
      `${'a'.repeat(65)}@contoh.id`,
    ],
  ],
  'idn-email': [
    ['sári@contoh.id', '實例@實例.測試'],
    ['sari', 'a b@contoh.id'],
  ],
  hostname: [
    ['contoh.go.id', 'a', 'x-1.id'],
    ['', '-a.id', 'a-.id', 'a..id', 'a_b.id', `${'a'.repeat(64)}.id`, `${'a.'.repeat(127)}ab`],
  ],
  'idn-hostname': [
    ['contoh.id', '실례.테스트'],
    ['-a.id', 'a b'],
  ],
  ipv4: [
    ['192.0.2.10', '0.0.0.0', '255.255.255.255'],
    ['256.0.0.1', '1.2.3', '1.2.3.4.5', '01.2.3.4', 'a.b.c.d'],
  ],
  ipv6: [
    [
      '2001:db8::10',
      '::',
      '::1',
      '1::',
      '1:2:3:4:5:6:7:8',
      '::ffff:192.0.2.1',
      '1:2:3:4:5:6:192.0.2.1',
    ],
    [
      '1:2:3',
      '1::2::3',
      '12345::',
      '::ffff:999.0.2.1',
      '1:2:3:4:5:6:7:8:9',
      'x::',
      ':1:2:3:4:5:6:7',
      '192.0.2.1::',
    ],
  ],
  uri: [
    [
      'https://contoh.go.id/a?b=c#d',
      'mailto:sari@contoh.id',
      'urn:lpse:1',
      'http://[2001:db8::1]:80/',
      'http://[v1.a]/',
      'ftp://a:b@h/',
    ],
    [
      '//contoh.go.id',
      '/a',
      'contoh',
      'http://a b',
      'http://[::1',
      '1a://b',
      'http://a/%zz',
      'a#b#c',
      'http://h:x/',
      'a:b[c]',
    ],
  ],
  'uri-reference': [
    ['/a/b', '#x', '', 'a?b', '//h/p', 'http://h'],
    ['\\a', 'a b', '#a#b', ':a', 'http://[::z]/'],
  ],
  iri: [['https://contoh.id/é'], ['/é', 'http://a b']],
  'iri-reference': [
    ['/é', '#é', 'é'],
    ['a b', '<a>'],
  ],
  'uri-template': [
    ['/kasus/{nomor}', '/a{?b,c*}', 'x{+y:3}', ''],
    ['/a{b', '/a}b', '/a{b c}', '/a{}', 'a b', '/{a}"', '/{a}}'],
  ],
  uuid: [
    ['2eb8aa08-aa98-11ea-b4aa-73b441d16380'],
    ['2eb8aa08aa9811eab4aa73b441d16380', '2eb8aa08-aa98-11ea-b4aa-73b441d1638'],
  ],
  'json-pointer': [
    ['', '/a/0', '/~0~1'],
    ['a', '/~', '/~2'],
  ],
  'relative-json-pointer': [
    ['0', '1/a', '2#'],
    ['', '-1', '01', '/a'],
  ],
  regex: [
    ['^a+$', '\\p{L}'],
    ['(', '[a', '\\'],
  ],
};

describe('formats', () => {
  it('are all tried here', () => {
    expect(Object.keys(formats).sort()).toEqual(Object.keys(table).sort());
  });

  for (const [name, [right, wrong]] of Object.entries(table)) {
    it.each(right)(`${name} accepts %j`, (text) => {
      expect(formats[name]?.(text)).toBe(true);
    });
    it.each(wrong)(`${name} refuses %j`, (text) => {
      expect(formats[name]?.(text)).toBe(false);
    });
  }

  it.each(Object.keys(formats))(
    '%s answers before the test is given up, however long and odd the text',
    (name) => {
      const evil = ['a', '1', '-', '.', ':', '%', '/', '~0', '{a}', 'a.', 'a@', '1:', '9M'].flatMap(
        (piece) => [
          piece.repeat(100_000),
          `${piece.repeat(100_000)}!`,
          `P${piece.repeat(100_000)}`,
        ],
      );
      // One that takes the square of the length would need many minutes for these.
      for (const text of evil) expect(formats[name]?.(text)).toBeTypeOf('boolean');
    },
  );
});
