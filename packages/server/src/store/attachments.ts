import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttachmentRef } from '@lpse-konsultasi/client';
import type { Database } from '../database/database.js';

/** A file that is on its way in: on the disk, counted and hashed, not yet taken. */
export interface Spooled {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  discard(): Promise<void>;
}

export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** One row holds this much: small enough that a slow reader keeps little in memory. */
const chunkSize = 256 * 1024;

/**
 * Writes a stream aside while it counts and hashes. Throws `TooLarge` at the first byte beyond `limit`, with nothing
 * left behind: however slow or large an upload is, it takes one chunk of memory.
 */
export async function spool(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), 'lpse-upload-'));
  const path = join(folder, 'bytes');
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const hash = createHash('sha256');
    let size = 0;
    await writeFile(path, measured(), { mode: 0o600 });
    return { path, size, sha256: hash.digest('hex'), discard };

    async function* measured(): AsyncIterable<Uint8Array> {
      for await (const chunk of stream) {
        size += chunk.byteLength;
        if (size > limit) throw new TooLarge(`more than ${limit} bytes`);
        hash.update(chunk);
        yield chunk;
      }
    }
  } catch (error) {
    await discard();
    throw error;
  }
}

export interface StoredFile {
  readonly nama: string;
  readonly mime: string;
  readonly size: number;
  /** Of a part: from `start` to before `end`. */
  bytes(start?: number, end?: number): AsyncIterable<Uint8Array>;
}

/** Files in the database: they are backed up, replicated and moved with the cases that name them. */
export class Attachments {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** `owner` is the hash of a token, or `desk`. */
  async keep(
    office: string,
    { path, size, sha256 }: Spooled,
    { nama, mime }: { readonly nama: string; readonly mime: string },
    owner: string,
  ): Promise<AttachmentRef> {
    await this.#database.tx(async (tx) => {
      const [added] = await tx.query(
        `insert into attachments (office_id, sha256, nama, mime, size) values ($1, $2, $3, $4, $5)
         on conflict do nothing returning sha256`,
        [office, sha256, nama, mime, size],
      );
      if (added !== undefined) {
        let n = 0;
        for await (const bytes of createReadStream(path, { highWaterMark: chunkSize }))
          await tx.query(
            `insert into attachment_chunks (office_id, sha256, n, bytes) values ($1, $2, $3, $4)`,
            [office, sha256, n++, bytes as Buffer],
          );
      }
      await tx.query(
        `insert into attachment_owners (office_id, sha256, owner) values ($1, $2, $3)
         on conflict do nothing`,
        [office, sha256, owner],
      );
    });
    return { nama, mime, ukuran: size, sha256 };
  }

  async find(office: string, sha256: string): Promise<StoredFile | undefined> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
    const [row] = await this.#database.query<{ nama: string; mime: string; size: number }>(
      `select nama, mime, size from attachments where office_id = $1 and sha256 = $2`,
      [office, sha256],
    );
    if (row === undefined) return undefined;
    const { size } = row;
    return { ...row, bytes: (start = 0, end = size) => this.#bytes(office, sha256, start, end) };
  }

  async *#bytes(
    office: string,
    sha256: string,
    start: number,
    end: number,
  ): AsyncIterable<Uint8Array> {
    for (let n = Math.floor(start / chunkSize); n * chunkSize < end; n += 1) {
      const [row] = await this.#database.query<{ bytes: Uint8Array }>(
        `select bytes from attachment_chunks where office_id = $1 and sha256 = $2 and n = $3`,
        [office, sha256, n],
      );
      if (row === undefined) return;
      const offset = n * chunkSize;
      yield row.bytes.subarray(Math.max(0, start - offset), Math.min(chunkSize, end - offset));
    }
  }

  /** Whether this token may have the file: it came with it, or the forms of its case name it. */
  async isOpenTo(office: string, sha256: string, token: string): Promise<boolean> {
    const [row] = await this.#database.query(
      `select 1 as found from attachment_owners where office_id = $1 and sha256 = $2 and owner = $3
       union all
       select 1 from attachment_uses u
         join capabilities c on c.office_id = u.office_id and c.case_id = u.case_id
        where u.office_id = $1 and u.sha256 = $2 and c.token_hash = $3 and c.revoked_at is null
       limit 1`,
      [office, sha256, token],
    );
    return row !== undefined;
  }

  /** Throws away what no case names after `hours`, and answers how many files that were. */
  async sweep(hours = 24): Promise<number> {
    return this.#database.tx(async (tx) => {
      const orphans = await tx.query<{ office_id: string; sha256: string }>(
        `select a.office_id, a.sha256 from attachments a
          where a.created_at < now() - make_interval(hours => $1::integer)
            and not exists (select 1 from attachment_uses u
                             where u.office_id = a.office_id and u.sha256 = a.sha256)
          limit 500 for update skip locked`,
        [hours],
      );
      for (const { office_id, sha256 } of orphans)
        for (const table of ['attachment_chunks', 'attachment_owners', 'attachments'])
          await tx.query(`delete from ${table} where office_id = $1 and sha256 = $2`, [
            office_id,
            sha256,
          ]);
      return orphans.length;
    });
  }
}

/** The first bytes of a spooled file, by which its type is told. */
export async function headOf({ path }: Spooled, length: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
