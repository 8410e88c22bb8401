import type { JsonObject } from '@lpse-konsultasi/form-schema';
import type { ListQuery } from '../backend.js';
import { keyOf, versionHeader, versionOf } from '../wire/index.js';
import { answer, jsonOf, No, noOf } from './wire-answers.js';
import { user, type WireDesk } from './wire-desk.js';

export async function execute(desk: WireDesk, request: Request, id: string): Promise<Response> {
  const caller = desk.callerOf(request);
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get('Content-Type') ?? ''))
    throw new No('LPSE_MEDIA_TYPE_UNKNOWN');
  const { type, data } = await jsonOf(request);
  const key = keyOf(request.headers.get('Idempotency-Key'));
  if (key === undefined) throw new No('LPSE_KEY_MISSING');
  const isFirst = type === 'register' && caller.caseId === undefined;
  if (caller.actor === user && caller.caseId !== id && !isFirst)
    throw new No('LPSE_CONSULTATION_UNKNOWN');
  const wanted = versionOf(request.headers.get('If-Match'));
  if (wanted === undefined && type !== 'register') throw new No('LPSE_VERSION_MISSING');
  const expected = Number.isNaN(wanted) ? { expectedVersion: -1 } : {};
  const versions =
    typeof wanted === 'number' && expected.expectedVersion === undefined
      ? { expectedVersion: wanted }
      : expected;
  const before = desk.changes.length;
  const outcome = await desk
    .backendOf(caller.actor)
    .execute(
      { type: type as never, consultationId: id, data: data as JsonObject },
      { key, ...versions },
    );
  if (!outcome.ok) throw noOf(outcome);
  if (isFirst && caller.hash !== undefined) desk.bind(caller.hash, id);
  const { consultation, events } = outcome;
  const isNew = desk.changes
    .slice(before)
    .some((change) => change.id === id && change.version === consultation.version);
  return answer({ consultation, events }, 200, {
    ETag: versionHeader(consultation.version),
    'LPSE-Position': desk.position,
    ...(!isNew && { 'Idempotency-Replayed': 'true' }),
  });
}

export async function read(desk: WireDesk, request: Request, id: string): Promise<Response> {
  const caller = desk.callerOf(request);
  const position = desk.position;
  const isTheirs = caller.actor !== user || caller.caseId === id;
  const record = isTheirs ? await desk.backendOf(caller.actor).read(id) : undefined;
  if (record === undefined) throw new No('LPSE_CONSULTATION_UNKNOWN');
  const headers = { ETag: versionHeader(record.consultation.version), 'LPSE-Position': position };
  if (request.headers.get('If-None-Match') === headers.ETag)
    return new Response(null, { status: 304, headers });
  return answer(record, 200, headers);
}

export async function list(desk: WireDesk, request: Request): Promise<Response> {
  const backend = desk.staffBackend(request);
  const position = desk.position;
  const query = (await jsonOf(request)) as ListQuery;
  const page = await backend.list(query);
  return answer(page, 200, { 'LPSE-Position': position });
}

export async function logs(desk: WireDesk, request: Request, url: URL): Promise<Response> {
  const backend = desk.staffBackend(request);
  const { limit: wanted, ...query } = Object.fromEntries(url.searchParams);
  const position = desk.position;
  const page = await backend.logs({
    ...query,
    ...(wanted !== undefined && { limit: Number(wanted) }),
  });
  return answer(page, 200, { 'LPSE-Position': position });
}

export async function report(
  desk: WireDesk,
  request: Request,
  { searchParams }: URL,
): Promise<Response> {
  const backend = desk.staffBackend(request);
  const { from = '', until = '', by = 'day' } = Object.fromEntries(searchParams);
  const cut = (['day', 'week', 'month'] as const).find((each) => each === by) ?? 'day';
  return answer(await backend.report({ from, until, by: cut }));
}

export async function rate(desk: WireDesk, request: Request): Promise<Response> {
  const key = keyOf(request.headers.get('Idempotency-Key'));
  if (key === undefined) throw new No('LPSE_KEY_MISSING');
  const answers = JSON.parse(await request.text()) as JsonObject;
  const outcome = await desk.backendOf(user).rate(answers, { key });
  if (!outcome.ok) throw noOf(outcome);
  return new Response(null, { status: 204 });
}

export async function turn(desk: WireDesk, request: Request, id: string): Promise<Response> {
  const caller = desk.callerOf(request);
  const isTheirs = caller.actor !== user || caller.caseId === id;
  if (!isTheirs) throw new No('LPSE_CONSULTATION_UNKNOWN');
  const place = await desk.backendOf(caller.actor).turn?.(id);
  return place === undefined ? new Response(null, { status: 204 }) : answer(place);
}
