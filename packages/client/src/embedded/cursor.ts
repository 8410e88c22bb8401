import { LpseError, canonicalJson, sha256Hex, type Json } from '@lpse-konsultasi/form-schema';
import type { Position } from './store.js';

/** What a cursor belongs to: every part of the query but the page's own. */
export type CursorQuery = object;

/**
 * Where a page ended, as text that only this module understands. It names the last row, not a count of rows, so rows
 * that are added or moved meanwhile neither hide nor repeat others. It is bound to the query that it continues.
 */
export function encodeCursor(query: CursorQuery, position: Position): string {
  const bytes = new TextEncoder().encode(JSON.stringify([fingerprint(query), ...position]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** @throws {LpseError} `LPSE_CURSOR_INVALID` for a text that is no cursor, or the cursor of another query. */
export function decodeCursor(query: CursorQuery, cursor: string): Position {
  const [print, at, id] = parse(cursor);
  if (print !== fingerprint(query) || typeof at !== 'string' || typeof id !== 'string')
    throw new LpseError('LPSE_CURSOR_INVALID');
  return [at, id];
}

function parse(cursor: string): readonly unknown[] {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function fingerprint(query: CursorQuery): string {
  const {
    cursor: _cursor,
    limit: _limit,
    signal: _signal,
    total: _total,
    ...rest
  } = query as {
    readonly [name: string]: Json;
  };
  const asked = { ...rest, sort: rest['sort'] ?? '-updatedAt' };
  return sha256Hex(canonicalJson(asked)).slice(0, 16);
}
