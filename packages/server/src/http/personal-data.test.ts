import { createHttpBackend } from '@lpse-konsultasi/client/http';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sampleScreenshot, sampleValues } from '@lpse-konsultasi/client/samples';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { openOffice } from '../testing/client.js';
import { startEngine, type Engine } from '../testing/engines.js';

const { analysis, call, completeReview, consultationForm, guestBook } = sampleValues;

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine('pglite');
}, 300_000);
afterAll(() => engine.database.close());

/** What must be nowhere but in the case: invented, and found again by nothing else. */
const marks = {
  nama: 'Penanda Qwzx (contoh)',
  telepon: '+6281999000777',
  email: 'penanda.qwzx@contoh.example',
  uraian: 'Uraian penanda Qwzxdua yang tidak boleh muncul di catatan mana pun.',
  judul: 'Judul penanda Qwzxtiga',
  berkas: 'penanda-qwzxempat.png',
  sandi: 'sandi penanda qwzxlima enam',
} as const;

it('writes nothing that a person has typed into a log line, an address or the output of the process', async () => {
  const written: string[] = [];
  const addresses: string[] = [];
  const note = (chunk: unknown): boolean => written.push(String(chunk)) > 0;
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(note as never),
  );
  const tokens: string[] = [];
  try {
    const office = await openOffice(engine, { log: { write: note } });
    const [user, officer] = [office.visitor(), await office.staff('officer')];
    for (const { headers } of [user, officer])
      tokens.push(
        /[\w-]{43}$/.exec(headers['authorization'] ?? headers['cookie'] ?? '')?.[0] ?? '',
      );
    const statuses: number[] = [];
    const give = async (person: typeof user, type: string, data: object): Promise<void> => {
      statuses.push((await person.command('c-1', type, data)).statusCode);
    };
    const { nama, telepon, email, judul, uraian } = marks;
    const form = consultationForm({ nama, telepon, email, judul, uraian });
    await give(user, 'register', guestBook({ nama }));
    const stored = await user.ask('POST', '/attachments', {
      headers: {
        'content-type': 'image/png',
        'content-disposition': `attachment; filename*=UTF-8''${marks.berkas}`,
      },
      payload: Buffer.from(sampleScreenshot().bytes),
    });
    statuses.push(stored.statusCode);
    // Refused first: a problem must not tell what was wrong with what.
    await give(user, 'submit', { ...form, telepon: `${telepon}x`, kategori: uraian });
    await give(user, 'submit', { ...form, lampiran: [{ ...stored.json(), jenis: 'lainnya' }] });
    await give(officer, 'start-review', {});
    await give(officer, 'review', completeReview(profile));
    await give(officer, 'call', call(profile.office.loket[0]));
    await give(officer, 'record-attendance', { hasil: 'hadir' });
    await give(officer, 'analyse', analysis({ informasiTambahan: uraian }));
    const search = { search: nama, pelapor: telepon };
    for (const payload of [search, { ...search, sort: uraian }])
      statuses.push((await officer.ask('POST', '/consultations/search', { payload })).statusCode);
    const session = { account: email, passphrase: marks.sandi };
    statuses.push((await user.ask('POST', '/session', { payload: session })).statusCode);
    // The adapter chooses the addresses of a page.
    const endpoint = `${await office.app.listen({ port: 0, host: '127.0.0.1' })}/api/v1`;
    const backend = createHttpBackend({
      ...{ endpoint, profile, access: 'staff', staffToken: tokens[1] ?? '' },
      fetch: async (input, init) => {
        const answer = await fetch(input, init);
        addresses.push(String(input), answer.headers.get('location') ?? '');
        return answer;
      },
    });
    expect((await backend.list({ search: uraian, pelapor: telepon })).items).toBeDefined();
    expect((await backend.read('c-1'))?.consultation.state).toBe('answering');
    const { bytes } = sampleScreenshot();
    await backend.attach({ nama: marks.berkas, mime: 'image/png', bytes });
    await backend.close();
    // What breaks inside is written down by its kind.
    const broken = vi
      .spyOn(office.app.lpse.consultations, 'read')
      .mockRejectedValueOnce(new Error(`cannot read the case of ${nama}`));
    statuses.push((await officer.ask('GET', '/consultations/c-1')).statusCode);
    broken.mockRestore();
    await office.app.close();
    expect(statuses).toEqual([200, 201, 422, 200, 200, 200, 200, 200, 200, 200, 400, 401, 500]);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }

  expect(tokens.every((token) => token.length === 43)).toBe(true);
  // The scan can find something: the server has written, and a route with the name of its parameter.
  expect(written.length).toBeGreaterThan(20);
  expect(addresses.join(' ')).toContain('/consultations/c-1');
  expect(written.join('')).toContain('/consultations/:id/commands');
  const all = [...written, ...addresses].map((text) => text.toLowerCase());
  const secrets = [...Object.values(marks), ...tokens];
  for (const mark of [...secrets, 'qwzx', '6281999000777'])
    expect(
      all.filter((text) => text.includes(mark.toLowerCase())),
      mark,
    ).toEqual([]);
});
