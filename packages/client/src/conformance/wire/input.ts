import { sha256Hex } from '@lpse-konsultasi/form-schema';
import { consultationForm } from '../../samples/values.js';
import { check, equal } from '../assert.js';
import { checkChain, isProblem, type Cases, type Reply, type WireSite } from './site.js';

export const hostile: Cases = {
  ...Object.fromEntries(
    [
      '',
      '[]',
      '"x"',
      '7',
      'null',
      '{',
      '{"type":"submit"}',
      '{"type":"erase","data":{}}',
      '{"type":["submit"],"data":{}}',
      '{"type":"submit","data":[]}',
      '{"type":"submit","data":null}',
      `{"type":"submit","data":${'{"a":'.repeat(200)}1${'}'.repeat(200)}}`,
    ].map((body) => [
      `refuses the body ${body.slice(0, 30) || '(empty)'}`,
      async (site: WireSite): Promise<void> => {
        const { id, token } = await site.register();
        const reply = await send(site, id, token, body);
        equal([reply.status, reply.json['code']], [400, 'LPSE_COMMAND_MALFORMED'], 'the answer');
      },
    ]),
  ),
  'refuses another media type': async (site) => {
    const { id, token } = await site.register();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      isProblem(
        await site.command(id, 'submit', consultationForm(), {
          token,
          headers: { 'Content-Type': type },
        }),
        415,
        'LPSE_MEDIA_TYPE_UNKNOWN',
      );
  },
  ...Object.fromEntries(
    ['application/json-patch+json', 'application/jsonp', 'text/json', 'application/xml', '*/*'].map(
      (type) => [
        `takes ${type} for no JSON`,
        async (site: WireSite): Promise<void> => {
          const { id, token } = await site.register();
          const headers = { 'Content-Type': type };
          const reply = await site.command(id, 'submit', consultationForm(), { token, headers });
          isProblem(reply, 415, 'LPSE_MEDIA_TYPE_UNKNOWN');
          equal((await site.read({ id })).consultation.state, 'draft', 'the state');
        },
      ],
    ),
  ),
  'takes JSON with a charset in its media type': async (site) => {
    const { id, token } = await site.register();
    const headers = { 'Content-Type': 'Application/JSON; charset=utf-8' };
    const reply = await site.command(id, 'submit', consultationForm(), { token, headers });
    equal(reply.status, 200, 'the status');
  },
  'refuses what is too large': async (site) => {
    const { id, token } = await site.register();
    const { commandBytes } = (await site.ask('/')).json['limits'] as { commandBytes: number };
    const body = JSON.stringify({ type: 'submit', data: { uraian: 'x'.repeat(commandBytes) } });
    isProblem(await send(site, id, token, body), 413, 'LPSE_REQUEST_TOO_LARGE');
  },
  'changes no prototype': async (site) => {
    const { id, token } = await site.register();
    const data = JSON.stringify(consultationForm()).replace('{', '{"__proto__":{"isAdmin":true},');
    const reply = await send(site, id, token, `{"type":"submit","data":${data}}`);
    check(reply.status < 500, 'the server stands');
  },
  ...Object.fromEntries(
    [
      '<script>alert(1)</script>',
      "'; DROP TABLE events; --",
      'Ž́ 🏳️‍🌈 é ’ “kutip”',
      '\u202Emoc.elpmaxe\u202C',
      '=HYPERLINK("http://contoh.example")',
      'baris\nbaru\tdan tab',
      'é🧾’x'.repeat(300),
    ].map((text) => [
      `keeps ${JSON.stringify(text.slice(0, 20))} to the letter`,
      async (site: WireSite): Promise<void> => {
        const { id, token } = await site.register();
        const uraian = `Isian dengan teks: ${text} selesai.`;
        await site.do(id, 'submit', consultationForm({ uraian }), token);
        const { consultation, events } = await site.read({ id });
        equal(consultation.submissions[0]?.formulir['uraian'], uraian, 'the description');
        checkChain(events);
      },
    ]),
  ),
  ...Object.fromEntries(
    [
      '__proto__',
      "x'; DROP TABLE x; --",
      'a/b?c#d',
      ' ',
      'nomor ’ 🧾',
      '%00%2e',
      'i'.repeat(200),
    ].map((name) => [
      `keeps the case ${JSON.stringify(name.slice(0, 20))} apart`,
      async (site: WireSite): Promise<void> => {
        const id = `${name}${site.fresh('')}`.slice(-255);
        await site.register(id);
        equal((await site.read({ id })).consultation.id, id, 'the id');
      },
    ]),
  ),
};

function send(site: WireSite, id: string, token: string, body: string): Promise<Reply> {
  return site.ask(`/consultations/${id}/commands`, {
    method: 'POST',
    token,
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': site.fresh('k'),
      'If-Match': '*',
    },
    body,
  });
}

/** A file that any server takes for a PDF. */
function pdf(mark: string, size = 300): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size).map((_, index) => index % 256);
  bytes.set(new TextEncoder().encode(`%PDF-1.4\n${mark}\n`));
  return bytes;
}

async function upload(
  site: WireSite,
  token: string,
  bytes: Uint8Array<ArrayBuffer>,
  name = 'contoh.pdf',
) {
  return site.ask('/attachments', {
    method: 'POST',
    token,
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
    body: bytes,
  });
}

export const files: Cases = {
  'gives back every byte that it was given': async (site) => {
    const { token } = await site.register();
    const bytes = pdf(site.fresh('m'));
    const { status, json } = await upload(site, token, bytes);
    const sha256 = sha256Hex(bytes);
    equal(status, 201, 'the status');
    equal(
      json,
      { nama: 'contoh.pdf', mime: 'application/pdf', ukuran: 300, sha256 },
      'the reference',
    );
    const file = await site.ask(`/attachments/${sha256}`, { token });
    equal([...file.bytes], [...bytes], 'the bytes');
    equal(file.headers.get('X-Content-Type-Options'), 'nosniff', 'nosniff');
    check((file.headers.get('Content-Disposition') ?? '').startsWith('attachment'), 'a download');
    equal(file.headers.get('ETag'), `"${sha256}"`, 'ETag');
  },
  ...Object.fromEntries(
    (
      [
        ['bytes=0-9', 0, 10],
        ['bytes=10-', 10, 300],
        ['bytes=-5', 295, 300],
        ['bytes=290-999', 290, 300],
        ['bytes=0-0', 0, 1],
        ['bytes=-999', 0, 300],
      ] as const
    ).map(([range, from, to]) => [
      `answers ${range} with that part`,
      async (site: WireSite): Promise<void> => {
        const { token } = await site.register();
        const bytes = pdf(site.fresh('m'));
        await upload(site, token, bytes);
        const path = `/attachments/${sha256Hex(bytes)}`;
        const part = await site.ask(path, { token, headers: { Range: range } });
        equal(part.status, 206, 'the status');
        equal([...part.bytes], [...bytes.slice(from, to)], 'the bytes');
        equal(part.headers.get('Content-Range'), `bytes ${from}-${to - 1}/300`, 'the range');
      },
    ]),
  ),
  ...Object.fromEntries(
    ['bytes=5-2', 'lines=0-1', 'bytes=x', 'bytes=0-1,5-6'].map((range) => [
      `answers ${range} with the whole, or with nothing that is wrong`,
      async (site: WireSite): Promise<void> => {
        const { token } = await site.register();
        const bytes = pdf(site.fresh('m'));
        await upload(site, token, bytes);
        const path = `/attachments/${sha256Hex(bytes)}`;
        const reply = await site.ask(path, { token, headers: { Range: range } });
        if (reply.status === 200) equal([...reply.bytes], [...bytes], 'the bytes');
        else check([206, 400, 416].includes(reply.status), `200, 206, 400 or 416: ${reply.status}`);
      },
    ]),
  ),
  'has no part behind the end': async (site) => {
    const { token } = await site.register();
    const bytes = pdf(site.fresh('m'));
    await upload(site, token, bytes);
    const path = `/attachments/${sha256Hex(bytes)}`;
    const part = await site.ask(path, { token, headers: { Range: 'bytes=300-' } });
    equal([part.status, part.headers.get('Content-Range')], [416, 'bytes */300'], 'the answer');
  },
  'shows a file to no token of another case': async (site) => {
    const [mine, theirs] = [await site.register(), await site.register()];
    const bytes = pdf(site.fresh('m'));
    await upload(site, mine.token, bytes);
    const path = `/attachments/${sha256Hex(bytes)}`;
    isProblem(await site.ask(path, { token: theirs.token }), 404, 'LPSE_ATTACHMENT_NOT_FOUND');
    equal((await site.ask(path, { token: site.target.officerToken })).status, 200, 'to an officer');
  },
  'takes no empty file': async (site) => {
    const { token } = await site.register();
    isProblem(await upload(site, token, new Uint8Array(0)), 422, 'LPSE_ATTACHMENT_EMPTY');
  },
  'has no file that nobody gave': async (site) => {
    const { token } = await site.register();
    isProblem(
      await site.ask(`/attachments/${'0'.repeat(64)}`, { token }),
      404,
      'LPSE_ATTACHMENT_NOT_FOUND',
    );
  },
  ...Object.fromEntries(
    ['../../etc/passwd.pdf', '<img src=x>.pdf', 'résumé ’ 📎.pdf', '"a";b.pdf'].map((name) => [
      `keeps the name ${name}`,
      async (site: WireSite): Promise<void> => {
        const { token } = await site.register();
        const { status, json } = await upload(site, token, pdf(site.fresh('m')), name);
        equal([status, json['nama']], [201, name], 'status and name');
      },
    ]),
  ),
};
