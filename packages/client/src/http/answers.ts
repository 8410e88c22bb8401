import {
  LpseError,
  errorCodes,
  type Board,
  refusalCodes,
  type ErrorCode,
  type Json,
  type Problem,
  type Refusal,
  type RefusalCode,
  type Turn,
} from '@lpse-konsultasi/form-schema';
import type { Report } from '@lpse-konsultasi/form-schema';
import type {
  AttachmentRef,
  Change,
  ConsultationRecord,
  LogPage,
  Page,
  Presence,
} from '../backend.js';
import type { Answer } from './line.js';

/** A problem of RFC 9457 with a code of ours. */
export interface WireProblem {
  readonly code: string;
  readonly params: { readonly [name: string]: Json };
  readonly problems: readonly Problem[];
  readonly consultation?: unknown;
}

type Unsure = { readonly [member: string]: unknown };

/** What an answer that is not 2xx says; undefined when it is not of the contract, e.g. a proxy's page. */
export function problemOf({ bytes }: Pick<Answer, 'bytes'>): WireProblem | undefined {
  const value = objectIn(bytes);
  if (value === undefined || typeof value['code'] !== 'string') return undefined;
  const { code, params, problems, consultation } = value;
  return {
    code,
    params: isObject(params) ? (params as WireProblem['params']) : {},
    problems: Array.isArray(problems) ? problems.filter(isProblem) : [],
    ...(isObject(consultation) && { consultation }),
  };
}

/** The refusal that a problem is; undefined when it is none. */
export function refusalOf({ code, params, problems }: WireProblem): Refusal | undefined {
  const isRefusal = (refusalCodes as readonly string[]).includes(code);
  return isRefusal ? { code: code as RefusalCode, params, problems } : undefined;
}

const codesByStatus: { readonly [status: number]: ErrorCode } = {
  401: 'LPSE_SESSION_REQUIRED',
  403: 'LPSE_ACCESS_DENIED',
  404: 'LPSE_CONSULTATION_NOT_FOUND',
  507: 'LPSE_STORAGE_FULL',
};

/** Why an answer that is not 2xx is no answer to the call. */
export function errorOf({ status, problem }: Answer): LpseError {
  const code = problem?.code;
  if (code !== undefined && Object.hasOwn(errorCodes, code))
    return new LpseError(code as ErrorCode);
  // The body of a stranger says nothing, not even to a log: it may repeat what was sent.
  const detail = code !== undefined && /^LPSE_[A-Z_]{1,60}$/.test(code) ? code : String(status);
  return new LpseError(codesByStatus[status] ?? 'LPSE_REQUEST_REFUSED', { detail });
}

export function recordOf(answer: Answer): ConsultationRecord {
  const { consultation, events } = objectOf(answer);
  if (!isCase(consultation) || !Array.isArray(events)) throw invalid('a case');
  return { consultation, events } as unknown as ConsultationRecord;
}

export function isCase(value: unknown): value is ConsultationRecord['consultation'] {
  return (
    isObject(value) &&
    typeof value['id'] === 'string' &&
    typeof value['version'] === 'number' &&
    typeof value['state'] === 'string' &&
    Array.isArray(value['submissions'])
  );
}

export function pageOf(answer: Answer): Page {
  const { total, damaged, ...page } = pageIn(answer);
  return {
    ...(page as unknown as Page),
    ...(typeof total === 'number' && { total }),
    ...(typeof damaged === 'number' && damaged > 0 && { damaged }),
  };
}

export function logPageOf(answer: Answer): LogPage {
  const page = pageIn(answer);
  const isLog = (item: Unsure): boolean =>
    Array.isArray(item['events']) && isObject(item['verdict']);
  if (!page.items.every(isLog)) throw invalid('a page of logs');
  return page as unknown as LogPage;
}

function pageIn(answer: Answer): {
  readonly items: readonly Unsure[];
  readonly cursor?: string;
  readonly total?: unknown;
  readonly damaged?: unknown;
} {
  const { items, cursor, total, damaged } = objectOf(answer);
  const isPage =
    Array.isArray(items) &&
    items.every((item) => isObject(item) && typeof item['id'] === 'string') &&
    (cursor === undefined || typeof cursor === 'string');
  if (!isPage) throw invalid('a page');
  return {
    items,
    ...(cursor !== undefined && { cursor }),
    ...(total !== undefined && { total }),
    ...(damaged !== undefined && { damaged }),
  };
}

/** The list in the data of an event; undefined for what is none. */
export function presencesOf(data: string): readonly Presence[] | undefined {
  const value = parsed(data);
  if (!Array.isArray(value)) return undefined;
  return value.filter(isObject).map(({ id, petugasId, petugas }) => ({
    id: String(id),
    petugasId: String(petugasId),
    petugas: String(petugas),
  }));
}

/** A report is trusted in its parts as its server is; here it only has to be one. */
export function reportOf(answer: Answer): Report {
  const value = objectOf(answer);
  const { events, buckets, steps, deviations } = value;
  if (!isObject(events) || ![buckets, steps, deviations].every(Array.isArray))
    throw invalid('a report');
  return value as unknown as Report;
}

/** The board in the data of an event; undefined for what is none. */
export function boardOf(data: string): Board | undefined {
  const value = parsed(data);
  const isBoard = isObject(value) && Array.isArray(value['calls']) && Array.isArray(value['next']);
  return isBoard ? (value as unknown as Board) : undefined;
}

export function turnOf(answer: Answer): Turn {
  const turn = objectOf(answer);
  if (typeof turn['position'] !== 'number') throw invalid('a place in the queue');
  return turn as unknown as Turn;
}

export function attachmentRefOf(answer: Answer): AttachmentRef {
  const { nama, mime, ukuran, sha256 } = objectOf(answer);
  const isRef =
    typeof nama === 'string' &&
    typeof mime === 'string' &&
    typeof ukuran === 'number' &&
    typeof sha256 === 'string';
  if (!isRef) throw invalid('an attachment');
  return { nama, mime, ukuran, sha256 };
}

/** The change in the data of an event; undefined for what is none. */
export function changeOf(data: string): Change | undefined {
  const value = parsed(data);
  if (!isObject(value)) return undefined;
  const { id, version, damaged } = value;
  if (typeof id !== 'string' || typeof version !== 'number') return undefined;
  return { id, version, ...(damaged === true && { damaged }) };
}

/** @throws {LpseError} `LPSE_ANSWER_INVALID` when the answer holds no JSON object. */
export function objectOf({ bytes }: Answer): Unsure {
  const value = objectIn(bytes);
  if (value === undefined) throw invalid('JSON');
  return value;
}

export function invalid(expected: string): LpseError {
  return new LpseError('LPSE_ANSWER_INVALID', { detail: `not ${expected}` });
}

function objectIn(bytes: Uint8Array): Unsure | undefined {
  const value = parsed(new TextDecoder().decode(bytes));
  return isObject(value) ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Unsure {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isProblem(value: unknown): value is Problem {
  return (
    isObject(value) && typeof value['pointer'] === 'string' && typeof value['keyword'] === 'string'
  );
}
