import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Command } from '@lpse-konsultasi/form-schema';
import type { ListQuery, Page } from '@lpse-konsultasi/client';
import { mayAsk, outcomeFor, recordFor, rowFor } from '@lpse-konsultasi/client/embedded';
import { keyOf, versionOf } from '@lpse-konsultasi/client/wire';
import { codeOf } from '../../database/database.js';
import type { Office } from '../../store/consultations.js';
import { isStorable } from '../../store/storable.js';
import { publicAndStaff, staff } from '../access.js';
import { actorFor, type Caller } from '../caller.js';
import { answerError, HttpProblem, sendRefusal } from '../problem.js';
import { checkListQuery } from '../queries.js';
import type { Services } from '../services.js';

const unknown = { code: 'LPSE_CONSULTATION_UNKNOWN', params: {}, problems: [] } as const;

interface CaseRoute {
  readonly Params: { readonly id: string };
}

export function consultationRoutes(app: FastifyInstance, services: Services): void {
  const { consultations, capabilities, hub, attempts, limits, outbox, now } = services;

  app.post<CaseRoute>(
    '/consultations/:id/commands',
    { config: { allow: publicAndStaff }, errorHandler: answerUnreadable },
    async (request, reply) => {
      const { office, caller } = request;
      const actor = actorFor(caller);
      if (actor === undefined) throw new HttpProblem('LPSE_SESSION_REQUIRED');
      const key = keyOf(single(request.headers['idempotency-key']));
      const { body } = request;
      if (typeof body !== 'object' || body === null || Array.isArray(body))
        return sendRefusal(reply, { ...unknown, code: 'LPSE_COMMAND_MALFORMED' });
      if (key === undefined) throw new HttpProblem('LPSE_KEY_MISSING');
      // What a client says is a command by its own claim only; `decide` looks at it as a whole.
      const { type, data } = body as Pick<Command, 'type' | 'data'>;
      const command: Command = { type, consultationId: request.params.id, data };
      const isRegistration = type === 'register';
      if (!isStorable(command.consultationId) || !isStorable(key))
        return sendRefusal(reply, { ...unknown, code: 'LPSE_COMMAND_MALFORMED' });

      if (caller.kind === 'public') {
        const isOther = caller.caseId !== undefined && caller.caseId !== command.consultationId;
        if (isOther || (caller.caseId === undefined && !isRegistration))
          return sendRefusal(reply, unknown);
        if (isRegistration && caller.caseId === undefined)
          await countRegistration(request, services);
      }
      const expected = versionOf(single(request.headers['if-match']));
      if (expected === undefined && !isRegistration && (await needsVersion(request, key)))
        throw new HttpProblem('LPSE_VERSION_MISSING');

      const { outcome: whole, isNew } = await consultations.execute(office, command, {
        key,
        actor,
        now,
        // No version is -1, so what cannot be one conflicts with all.
        ...(typeof expected === 'number' && {
          expectedVersion: Number.isNaN(expected) ? -1 : expected,
        }),
        along: async (tx, inOffice, done) => {
          if (caller.kind === 'public' && isRegistration)
            capabilities.bindIn(tx, inOffice.id, caller.tokenHash, command.consultationId);
          await outbox.note(tx, inOffice, done);
        },
      });
      const outcome = outcomeFor(whole, actor, office.profile);
      if (isNew) hub.recorded();
      reply.header('lpse-position', isNew ? await hub.positionNow() : hub.position);
      if (!outcome.ok) {
        const { refusal, consultation } = outcome;
        const isOpen = consultation !== undefined && (await isTheirs(request, command, isNew));
        return sendRefusal(reply, refusal, isOpen ? consultation : undefined);
      }
      // Someone else's registration, repeated word for word under a token of one's own, opens nothing.
      if (!(await isTheirs(request, command, isNew))) return sendRefusal(reply, unknown);
      const { consultation, events } = outcome;
      if (!isNew) reply.header('idempotency-replayed', 'true');
      return reply
        .header('etag', `"${events.at(-1)?.seq ?? consultation.version}"`)
        .send({ consultation, events });
    },
  );

  app.get<CaseRoute>(
    '/consultations/:id',
    { config: { allow: publicAndStaff } },
    async (request, reply) => {
      const { office, caller } = request;
      const { id } = request.params;
      // Before the reading: everything up to here is in it.
      const { position } = hub;
      const isOpen = caller.kind === 'staff' || (caller.kind === 'public' && caller.caseId === id);
      const record = isOpen ? await consultations.read(office, id) : undefined;
      reply.header('lpse-position', position);
      if (record === undefined) {
        await countMiss(request, services);
        return sendRefusal(reply, unknown);
      }
      const etag = `"${record.consultation.version}"`;
      reply.header('etag', etag);
      if (single(request.headers['if-none-match']) === etag) return reply.code(304).send();
      const actor = actorFor(caller);
      return reply.send(actor && recordFor(record, actor, office.profile));
    },
  );

  app.post(
    '/consultations/search',
    { config: { allow: staff, views: ['daftar'] } },
    async (request, reply) => {
      const { position } = hub;
      const { office, caller } = request;
      const query: ListQuery = checkListQuery(request.body);
      const page = await pageFor(office, query, caller);
      return reply.header('lpse-position', position).send(page);
    },
  );

  /** The rows as the profile shows them to the caller's role. */
  async function pageFor(office: Office, query: ListQuery, caller: Caller): Promise<Page> {
    const actor = actorFor(caller);
    if (actor === undefined || !mayAsk(query, actor, office.profile))
      return { items: [], ...(query.total && { total: 0 }) };
    const page = await consultations.list(office, query);
    return { ...page, items: page.items.map((row) => rowFor(row, actor, office.profile)) };
  }

  /** The same registration may have tied the token to its case while this request was waiting. */
  async function isTheirs(
    { caller, office }: FastifyRequest,
    { consultationId }: Command,
    isNew: boolean,
  ): Promise<boolean> {
    if (caller.kind !== 'public') return caller.kind === 'staff';
    if (isNew || caller.caseId === consultationId) return true;
    const token = await capabilities.lookUp(office.id, caller.tokenHash);
    return token.kind === 'bound' && token.caseId === consultationId;
  }

  /** A repetition is answered as at first, whatever version it asks for now. */
  async function needsVersion({ office }: FastifyRequest, key: string): Promise<boolean> {
    const [known] = await services.database.query(
      'select 1 as found from commands where office_id = $1 and key = $2',
      [office.id, key],
    );
    return known === undefined;
  }

  async function countRegistration({ office, ip }: FastifyRequest, from: Services): Promise<void> {
    const wait = await from.attempts.count(office.id, `register ${ip}`, limits.registrations);
    if (wait > 0) throw tooMany(wait);
  }

  /** Tokens are guessed by asking what they open. */
  async function countMiss({ office, ip, caller }: FastifyRequest, from: Services): Promise<void> {
    if (caller.kind === 'staff') return;
    const wait = await attempts.count(office.id, `token ${ip}`, from.limits.unknownTokens);
    if (wait > 0) throw tooMany(wait);
  }
}

/** A body that is no JSON is no command. */
function answerUnreadable(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (/^FST_ERR_CTP_(?:EMPTY|INVALID)_JSON_BODY$/.test(codeOf(error)))
    sendRefusal(reply, { ...unknown, code: 'LPSE_COMMAND_MALFORMED' });
  else answerError(error, request, reply);
}

/** The one answer for what is not there and for what is somebody else's. */
export function sendUnknown(reply: FastifyReply): FastifyReply {
  return sendRefusal(reply, unknown);
}

export function tooMany(seconds: number): HttpProblem {
  return new HttpProblem('LPSE_RATE_LIMITED', { headers: { 'retry-after': String(seconds) } });
}

/** A header that was sent twice is none. */
export function single(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}
