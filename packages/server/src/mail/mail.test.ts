import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  sampleCase,
  samplePeople,
  sampleScreenshot,
  sampleValues,
} from '@lpse-konsultasi/client/samples';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { openOffice, type Office, type Person } from '../testing/client.js';
import { onEachEngine } from '../testing/engines.js';
import { composeLetter, oneLine } from './compose.js';
import { isAddress } from './settings.js';

const { analysis, call, completeReview, consultationForm, escalation, guestBook } = sampleValues;

interface Received {
  readonly to: readonly string[];
  readonly raw: string;
}

/** An SMTP server in a process of its own, which first answers as it is told. */
class Smtp {
  readonly received: Received[] = [];
  port = 0;
  #process: ChildProcess | undefined;

  async start(answers: readonly number[] = []): Promise<void> {
    const script = `
      import { SMTPServer } from 'smtp-server';
      const answers = ${JSON.stringify(answers)};
      const server = new SMTPServer({
        disabledCommands: ['AUTH', 'STARTTLS'],
        onData(stream, session, done) {
          const chunks = [];
          stream.on('data', (chunk) => chunks.push(chunk));
          stream.on('end', () => {
            const code = answers.shift();
            if (code) return done(Object.assign(new Error('not now'), { responseCode: code }));
            const to = session.envelope.rcptTo.map(({ address }) => address);
            console.log(JSON.stringify({ to, raw: Buffer.concat(chunks).toString('base64') }));
            done();
          });
        },
      });
      server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.server.address().port })));
    `;
    this.#process = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: this.#process.stdout as NodeJS.ReadableStream });
    const first = once(lines, 'line');
    this.port = JSON.parse(String((await first)[0])).port;
    lines.on('line', (line) => {
      const { to, raw } = JSON.parse(line) as { to: string[]; raw: string };
      this.received.push({ to, raw: Buffer.from(raw, 'base64').toString('utf8') });
    });
  }

  stop(): void {
    this.#process?.kill('SIGKILL');
  }
}

async function until<T>(
  look: () => Promise<T | undefined> | T | undefined,
  what: string,
): Promise<T> {
  const end = Date.now() + 40_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Everything up to an escalation by e-mail, as the people of a desk do it. */
async function escalate(office: Office, id: string, form: object = {}): Promise<Person> {
  const [user, officer] = [
    office.visitor(),
    await office.staff('officer', { id: samplePeople.officer.id + id }),
  ];
  const stored = await user.ask('POST', '/attachments', {
    headers: {
      'content-type': 'image/png',
      'content-disposition': 'attachment; filename="layar.png"',
    },
    payload: Buffer.from(sampleScreenshot().bytes),
  });
  const file = { ...stored.json(), jenis: 'tangkapanLayar' };
  const give = async (person: Person, type: string, data: object): Promise<void> => {
    const answer = await person.command(id, type, data);
    expect(answer.statusCode, `${type}: ${answer.body}`).toBe(200);
  };
  await give(user, 'register', guestBook());
  await give(user, 'submit', consultationForm({ ...form, lampiran: [file] }));
  await give(officer, 'start-review', {});
  await give(officer, 'review', completeReview(profile));
  await give(officer, 'call', call(profile.office.loket[0]));
  await give(officer, 'record-attendance', { hasil: 'hadir' });
  await give(officer, 'analyse', analysis({ solusiDitemukan: false }));
  await give(officer, 'escalate', {
    ...escalation(profile, new Date().toISOString()),
    ...{ kanal: 'email', tujuan: 'lkpp', lampiranDiteruskan: [file.sha256] },
  });
  return user;
}

onEachEngine('escalation by e-mail', (engine) => {
  const smtp = new Smtp();
  let office: Office;
  beforeAll(async () => {
    await smtp.start([451]);
    office = await openOffice(engine(), {
      mail: {
        smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
        from: 'lpse@batang.example',
        to: { lkpp: 'bantuan@lkpp.example' },
      },
    });
  }, 120_000);
  afterAll(async () => {
    await office.app.close();
    smtp.stop();
  }, 60_000);

  it('arrives with the package and the files, to the one address, after a server that said not now', async () => {
    await escalate(office, 'c-1', { judul: 'Gagal unggah penawaran' });
    const coordinator = await office.staff('coordinator');
    const entry = async () => (await coordinator.ask('GET', '/outbox')).json().items[0];
    await until(
      async () => ((await entry()).lastError === '451' ? true : undefined),
      'the first try',
    );
    await engine().database.query('update outbox set due_at = now() where office_id = $1', [
      office.id,
    ]);
    const { to, raw } = await until(() => smtp.received[0], 'the letter');
    await until(async () => ((await entry()).state === 'sent' ? true : undefined), 'the mark');
    expect(to).toEqual(['bantuan@lkpp.example']);
    const mail = await simpleParser(raw);
    expect(mail.subject).toContain('Gagal unggah penawaran');
    expect(mail.messageId).toMatch(/^<eskalasi\.[0-9a-f]{32}@batang\.example>$/);
    expect(mail.text).toContain('Gagal unggah penawaran');
    expect(mail.html).toBe(false);
    const [screen, data] = mail.attachments;
    expect(screen?.filename).toBe('layar.png');
    expect(screen?.content.equals(Buffer.from(sampleScreenshot().bytes))).toBe(true);
    expect(JSON.parse(String(data?.content))).toMatchObject({ eskalasi: { tujuan: 'lkpp' } });
  });

  it('has one letter for one event, with the same message id however often it is sent', async () => {
    const count = smtp.received.length;
    await escalate(office, 'c-2');
    await until(() => smtp.received[count], 'the letter');
    // As if the process had died between sending and writing it down.
    await engine().database.query(
      `update outbox set state = 'waiting', due_at = now() where office_id = $1 and case_id = 'c-2'`,
      [office.id],
    );
    await until(() => smtp.received[count + 1], 'the letter again');
    const ids = await Promise.all(
      smtp.received.slice(count).map(async ({ raw }) => (await simpleParser(raw)).messageId),
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('is there for a coordinator to see when nobody is to receive it, and refused to others', async () => {
    const silent = await openOffice(engine());
    await escalate(silent, 'c-3');
    const coordinator = await silent.staff('coordinator');
    const [entry] = (await coordinator.ask('GET', '/outbox')).json().items;
    expect(entry).toMatchObject({ state: 'dead', lastError: 'NO_RECIPIENT', caseId: 'c-3' });
    expect((await (await silent.staff('officer')).ask('GET', '/outbox')).statusCode).toBe(403);
    await silent.app.close();
  });
});

/** The letter of a sample case with this in its form, escalated with that. */
function letterOf(form: JsonObject, eskalasi: JsonObject = {}) {
  const { consultation, events } = sampleCase('escalating', { profile });
  const [first, ...others] = [...consultation.submissions].reverse();
  if (first === undefined) throw new TypeError('The sample has no form');
  const formulir = { ...first.formulir, ...form };
  const submissions = [...others.reverse(), { ...first, formulir }];
  return {
    formulir,
    ...composeLetter({
      consultation: { ...consultation, submissions, eskalasi },
      ...{ events, profile, officer: samplePeople.officer },
    }),
  };
}

describe('a letter', () => {
  it('says what the desk shows: the officer’s words first, then the package, its story and its files', () => {
    const file = { nama: 'layar.png', jenis: 'tangkapanLayar', mime: 'image/png', ukuran: 9 };
    const lampiran = ['a', 'b'].map((digit) => ({ ...file, sha256: digit.repeat(64) }));
    const ringkasan = 'Unggahan berhenti pada 80 %.';
    const kronologi = [{ waktu: '2026-06-01T01:15:00.000Z', peristiwa: 'Galat pertama terlihat.' }];
    const escalated = { ringkasan, kronologi, lampiranDiteruskan: ['a'.repeat(64)] };
    const { text, files, formulir } = letterOf({ lampiran }, escalated);
    expect(files).toEqual([{ sha256: 'a'.repeat(64), nama: 'layar.png', mime: 'image/png' }]);
    expect(text).toContain(`RINGKASAN\n${ringkasan}`);
    expect(text).toContain('KRONOLOGI\n1 Juni 2026 pukul 08.15 WIB: Galat pertama terlihat.');
    expect(text).toContain(samplePeople.officer.name);
    for (const field of ['nama', 'judul']) expect(text).toContain(String(formulir[field]));
    expect(text).toContain('a'.repeat(64));
    expect(text).not.toContain('b'.repeat(64));
  });

  it('names the matter in its subject, and nobody', () => {
    const { subject, formulir } = letterOf({ judul: 'Gagal mengunggah penawaran' });
    expect(subject).toContain('Gagal mengunggah penawaran');
    expect(subject).not.toContain(String(formulir['nama']));
  });

  const hostile = [
    'Judul\r\nBcc: semua@example.org',
    'Judul\nX-Evil: 1',
    'Judul\u2028Bcc: a@example.org',
    'Judul\0\u0085Bcc: a@example.org',
    '=?utf-8?q?Judul=0D=0ABcc:_a@example.org?=',
  ];

  it.each(hostile)('has one line for a subject, whatever the form says: %j', (judul) => {
    const { subject } = letterOf({ judul });
    expect(subject).not.toMatch(/[\r\n\u2028\u2029\u0085\0]/);
    expect(oneLine(subject)).toBe(subject);
  });

  it.each([
    ...[
      'a@b',
      'a b@c.id',
      'a@b.id\r\nBcc: c@d.id',
      'a@b.id, c@d.id',
      '<a@b.id>',
      '"a"@b.id',
      'a@b.id;',
      'a..b@c.id',
    ],
    ...[
      '@b.id',
      'a@',
      'a@-b.id',
      'a@b..id',
      `${'a'.repeat(65)}@b.id`,
      'a(c)@b.id',
      'a@b.id\0',
      'group:a@b.id;',
      '',
    ],
  ])('goes to no such address: %j', (address) => {
    expect(isAddress(address)).toBe(false);
  });

  it.each(['bantuan@lkpp.go.id', 'lpse.batang+1@mail.batangkab.go.id'])('goes to %s', (address) => {
    expect(isAddress(address)).toBe(true);
  });
});
