import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleScreenshot, sampleValues } from '@lpse-konsultasi/client/samples';
import { openOffice, type Answer, type Office, type Person } from '../testing/client.js';
import { onEachEngine, startEngine, type Engine } from '../testing/engines.js';
import { byteRange } from './range.js';

const png = Buffer.from(sampleScreenshot().bytes);
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
  Buffer.from([0xff, 0xd9]),
]);
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

function upload(
  person: Person,
  bytes: Uint8Array,
  {
    name = 'layar.png',
    type = 'image/png',
    disposition,
  }: { name?: string; type?: string; disposition?: string } = {},
): Promise<Answer> {
  return person.ask('POST', '/attachments', {
    headers: {
      'content-type': type,
      'content-disposition':
        disposition ?? `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
    payload: Buffer.from(bytes),
  });
}

onEachEngine('attachments', (engine) => {
  it('come back to the byte, whole and in parts, as a download of their own type', async () => {
    const office = await openOffice(engine());
    const user = office.visitor();
    const large = Buffer.concat([png, Buffer.alloc(700_000, 7)]);
    const stored = await upload(user, large, { name: 'tangkapan layar ’.png' });
    expect(stored.statusCode, stored.body).toBe(201);
    const sha256 = createHash('sha256').update(large).digest('hex');
    expect(stored.json()).toEqual({
      nama: 'tangkapan layar ’.png',
      mime: 'image/png',
      ukuran: large.length,
      sha256,
    });
    const whole = await user.ask('GET', `/attachments/${sha256}`);
    expect(whole.rawPayload.equals(large)).toBe(true);
    expect(whole.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'accept-ranges': 'bytes',
    });
    expect(whole.headers['content-disposition']).toMatch(
      /^attachment; filename\*=UTF-8''tangkapan%20layar/,
    );
    for (const [range, start, end] of [
      ['bytes=0-9', 0, 10],
      ['bytes=262140-262150', 262_140, 262_151],
      ['bytes=600000-', 600_000, large.length],
      ['bytes=-5', large.length - 5, large.length],
    ] as const) {
      const part = await user.ask('GET', `/attachments/${sha256}`, { headers: { range } });
      expect(part.statusCode).toBe(206);
      expect(part.headers['content-range']).toBe(`bytes ${start}-${end - 1}/${large.length}`);
      expect(part.rawPayload.equals(large.subarray(start, end)), range).toBe(true);
    }
    const beyond = await user.ask('GET', `/attachments/${sha256}`, {
      headers: { range: 'bytes=99999999-' },
    });
    expect(beyond.statusCode).toBe(416);
    expect(beyond.headers['content-range']).toBe(`bytes */${large.length}`);
    await office.app.close();
  });

  it('are opened by their own token, by that of the case that names them, and by the desk', async () => {
    const office = await openOffice(engine());
    const [owner, other] = [office.visitor(), office.visitor()];
    const { sha256, ...ref } = (await upload(owner, png)).json();
    expect((await other.ask('GET', `/attachments/${sha256}`)).statusCode).toBe(404);
    await other.command('c-1', 'register', sampleValues.guestBook());
    expect((await other.ask('GET', `/attachments/${sha256}`)).statusCode).toBe(404);
    const form = sampleValues.consultationForm({
      lampiran: [{ ...ref, sha256, jenis: 'lainnya' }],
    });
    const submitted = await other.command('c-1', 'submit', form);
    expect(submitted.statusCode, submitted.body).toBe(200);
    for (const person of [owner, other, await office.staff('officer')])
      expect((await person.ask('GET', `/attachments/${sha256}`)).statusCode).toBe(200);
    await office.app.close();
  });

  it('that no case names are thrown away after a day, the others never', async () => {
    const office = await openOffice(engine());
    const user = office.visitor();
    const kept = (await upload(user, png)).json();
    await user.command('c-1', 'register', sampleValues.guestBook());
    await user.command(
      'c-1',
      'submit',
      sampleValues.consultationForm({ lampiran: [{ ...kept, jenis: 'lainnya' }] }),
    );
    const lost = (await upload(user, pdf, { name: 'a.pdf', type: 'application/pdf' })).json();
    const { attachments } = office.app.lpse;
    await attachments.sweep();
    expect((await user.ask('GET', `/attachments/${lost.sha256}`)).statusCode).toBe(200);
    await engine().database.query(
      `update attachments set created_at = now() - interval '2 days' where office_id = $1`,
      [office.id],
    );
    await attachments.sweep();
    expect((await user.ask('GET', `/attachments/${lost.sha256}`)).statusCode).toBe(404);
    expect((await user.ask('GET', `/attachments/${kept.sha256}`)).statusCode).toBe(200);
    await office.app.close();
  });
});

const zip = Buffer.concat([Buffer.from('PK\x03\x04'), deflateRawSync(Buffer.alloc(1_000_000))]);
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const html = Buffer.from('<!doctype html><script>alert(1)</script>');
const elf = Buffer.from('\x7fELF\x02\x01\x01', 'latin1');
const exe = Buffer.from('MZ\x90\0\x03');

const contents: readonly (readonly [string, Buffer])[] = [
  ['svg', svg],
  ['html', html],
  ['html behind a comment', Buffer.concat([Buffer.from('<!--%PDF-1.4-->'), html])],
  ['a pdf behind something else', Buffer.concat([Buffer.from('\n\n'), pdf])],
  ['zip', zip],
  ['elf', elf],
  ['exe', exe],
  ['php', Buffer.from('<?php system($_GET["c"]);')],
  ['a script', Buffer.from('#!/bin/sh\nid\n')],
  ['gif that is a script', Buffer.from('GIF89a/*<script>*/=alert(1)')],
  ['the first bytes of a png only', png.subarray(0, 5)],
  ['nul bytes', Buffer.alloc(64)],
  ['one byte', Buffer.from([0xff])],
  ['java class', Buffer.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52])],
];

const wrappings: readonly { readonly name: string; readonly type: string }[] = [
  { name: 'a.png', type: 'image/png' },
  { name: 'a.pdf', type: 'application/pdf' },
  { name: 'a.jpg', type: 'image/jpeg' },
  { name: 'a.svg', type: 'image/svg+xml' },
  { name: 'a.html', type: 'text/html' },
  { name: 'a.png.exe', type: 'image/png' },
  { name: 'a.php', type: 'image/png' },
];

/** Good bytes under a name or a type that lies. */
const lies: readonly (readonly [Buffer, string, string])[] = [
  [png, 'a.png', 'image/jpeg'],
  [png, 'a.png', 'text/html'],
  [png, 'a.png', 'image/svg+xml'],
  [png, 'a.png', 'image/png; charset=utf-8'],
  [png, 'a.png', 'image/png, text/html'],
  [png, 'a.png', 'IMAGE/PNG'],
  [png, 'a.html', 'image/png'],
  [png, 'a.png.html', 'image/png'],
  [png, 'a', 'image/png'],
  [png, '.png', 'image/png'],
  [png, 'a.png ', 'image/png'],
  [png, 'a.png.', 'image/png'],
  [png, 'gnp.\u202Etxt', 'image/png'],
  [png, 'a.png/', 'image/png'],
  [jpeg, 'a.png', 'image/png'],
  [pdf, 'a.png', 'image/png'],
  [pdf, 'a.pdf', 'image/png'],
];

describe('hostile uploads', () => {
  let engine: Engine;
  let office: Office;
  let user: Person;
  beforeAll(async () => {
    engine = await startEngine('pglite');
    office = await openOffice(engine, { limits: { attachmentBytes: 1024 * 1024 } });
    user = office.visitor();
  }, 120_000);
  afterAll(async () => {
    await office.app.close();
    await engine.database.close();
  });

  it.each(contents)('are refused, however they are wrapped: %s', async (_title, bytes) => {
    for (const wrapping of wrappings) {
      const answer = await upload(user, bytes, wrapping);
      expect(answer.statusCode, wrapping.name).toBe(415);
      expect(answer.json().code).toBe('LPSE_ATTACHMENT_TYPE');
    }
  });

  it.each(lies.map((lie, index) => [index, ...lie] as const))(
    'are refused where content, name and type disagree: %i',
    async (_index, bytes, name, type) => {
      expect((await upload(user, bytes, { name, type })).statusCode, `${name} ${type}`).toBe(415);
    },
  );

  it.each([
    '',
    'attachment',
    'attachment; filename=""',
    "attachment; filename*=UTF-8''",
    "attachment; filename*=UTF-8''%00.png",
    "attachment; filename*=UTF-8''%E0%A4.png",
    `attachment; filename*=UTF-8''${'a'.repeat(300)}.png`,
    "attachment; filename*=iso-8859-1''a.png",
  ])('are refused under a name that is none: %s', async (disposition) => {
    expect((await upload(user, png, { disposition })).statusCode).toBe(400);
  });

  it('of any path in their name are stored under none, and come back as a name', async () => {
    for (const name of [
      '../../etc/passwd.png',
      '..\\..\\boot.png',
      '/etc/cron.d/x.png',
      'a\u202Egpj.png',
      '=cmd|x.png',
    ]) {
      const answer = await upload(user, png, { name });
      expect(answer.statusCode, name).toBe(201);
      const { headers } = await user.ask('GET', `/attachments/${answer.json().sha256}`);
      expect(headers['content-disposition']).not.toMatch(/[\r\n/\\\u202e]/);
    }
  });

  it('beyond the limit are cut off while they come, announced or not', async () => {
    const large = Buffer.concat([png, Buffer.alloc(1024 * 1024)]);
    expect((await upload(user, large)).statusCode).toBe(413);
    await office.app.listen({ port: 0, host: '127.0.0.1' });
    const address = office.app.server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 65_536;
        controller.enqueue(sent === 65_536 ? new Uint8Array(png) : new Uint8Array(65_536));
      },
    });
    const request = fetch(`http://127.0.0.1:${port}/api/v1/attachments`, {
      method: 'POST',
      headers: {
        ...user.headers,
        'content-type': 'image/png',
        'content-disposition': 'attachment; filename="a.png"',
      },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    const status = await request.then(
      (response) => response.status,
      () => 'cut',
    );
    expect([413, 'cut']).toContain(status);
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  it('of no bytes are refused as such', async () => {
    const answer = await upload(user, Buffer.alloc(0));
    expect([415, 422]).toContain(answer.statusCode);
  });

  it('need a token', async () => {
    expect((await upload(office.anonymous(), png)).statusCode).toBe(401);
  });
});

describe('a range', () => {
  it.each([
    [undefined, undefined],
    ['bytes=0-0', { start: 0, end: 1 }],
    ['bytes=0-99', { start: 0, end: 10 }],
    ['bytes=9-', { start: 9, end: 10 }],
    ['bytes=-3', { start: 7, end: 10 }],
    ['bytes=-99', { start: 0, end: 10 }],
    ['bytes=10-', 'beyond'],
    ['bytes=-0', 'beyond'],
    ['bytes=5-2', undefined],
    ['bytes=0-1,3-4', undefined],
    ['lines=0-1', undefined],
    ['bytes=-', undefined],
    ['bytes=a-b', undefined],
    ['bytes=0-99999999999999999999', undefined],
  ] as const)('of ten bytes: %s', (header, expected) => {
    expect(byteRange(header, 10)).toEqual(expected);
  });
});
