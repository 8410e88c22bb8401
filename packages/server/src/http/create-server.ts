import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { fastify, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type { Profile } from '@lpse-konsultasi/form-schema';
import { Accounts } from '../auth/accounts.js';
import { Attempts } from '../auth/attempts.js';
import { Capabilities } from '../auth/capabilities.js';
import { Sessions } from '../auth/sessions.js';
import type { Database } from '../database/database.js';
import { BoardHub } from '../live/board-hub.js';
import { ChangeHub } from '../live/change-hub.js';
import { PresenceHub } from '../live/presence-hub.js';
import { Streams } from '../live/streams.js';
import { Outbox } from '../mail/outbox.js';
import { checkMailSettings, type MailSettings } from '../mail/settings.js';
import { MailWorker } from '../mail/worker.js';
import { Attachments } from '../store/attachments.js';
import { Consultations, type Office } from '../store/consultations.js';
import { DamagedLogs } from '../store/damaged-logs.js';
import { Inspection } from '../store/inspection.js';
import { Ratings } from '../store/ratings.js';
import { readBoard } from '../store/waiting-room.js';
import { checkAccess, requireAccessRules } from './access.js';
import { identify, type Caller } from './caller.js';
import { Connections } from './connections.js';
import { Housekeeping } from './housekeeping.js';
import { defaultLimits, type Limits } from './limits.js';
import { logOptions } from './logging.js';
import { officeFinder } from './offices.js';
import { checkOrigin } from './origin.js';
import { pageSender } from './pages.js';
import { answerError, HttpProblem, sendProblem } from './problem.js';
import { accountRoutes } from './routes/accounts.js';
import { attachmentRoutes } from './routes/attachments.js';
import { changeRoutes } from './routes/changes.js';
import { consultationRoutes } from './routes/consultations.js';
import { healthRoutes } from './routes/health.js';
import { logRoutes } from './routes/logs.js';
import { outboxRoutes } from './routes/outbox.js';
import { presenceRoutes } from './routes/presence.js';
import { reportRoutes } from './routes/report.js';
import { serverInfoRoutes } from './routes/server-info.js';
import { sessionRoutes } from './routes/session.js';
import { signInPages } from './routes/sign-in.js';
import { siteRoutes, type Mount } from './routes/site.js';
import { waitingRoomRoutes } from './routes/waiting-room.js';
import type { Services } from './services.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The office that this request is for. */
    office: Office;
    caller: Caller;
  }
  interface FastifyInstance {
    /** What the routes work with, for tools and tests of this server. */
    lpse: Services;
  }
}

export interface ServerOptions {
  /** Migrated (`migrate`), and closed by whoever opened it. */
  readonly database: Database;
  /** The one office that this server works for. Its rows are kept under `officeId`, by default the profile's id. */
  readonly profile?: Profile;
  readonly officeId?: string;
  /** Several offices in one server, told apart by host name; the first answers for hosts that nobody has. */
  readonly offices?: readonly Office[];
  /** Where the API lies. Default `/api/v1`. */
  readonly basePath?: string;
  /** Origins of portals whose pages may use the public routes, e.g. `https://batangkab.example`. Default none. */
  readonly portals?: readonly string[];
  /** Addresses of proxies whose `X-Forwarded-*` is believed. Default none. */
  readonly trustProxy?: FastifyServerOptions['trustProxy'];
  readonly limits?: Partial<Limits>;
  /** Without it, escalations by e-mail stay in the outbox, visibly. */
  readonly mail?: MailSettings;
  /** Folders to serve as pages. */
  readonly site?: readonly Mount[];
  /** `false`, or where structured lines go. Default: standard output. */
  readonly log?: false | { readonly write: (line: string) => void };
  /** Milliseconds between two looks for changes that no notification told of. Default 1000. */
  readonly pollEvery?: number;
  /** Milliseconds from the end of one look through all logs to the next (`Page.damaged`). Default a day. */
  readonly inspectEvery?: number;
  readonly now?: () => Date;
}

/** The reference backend, ready to listen or to be asked by `inject`. Closing it ends its streams and its workers. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { basePath = '/api/v1', portals = [], mail, log, inspectEvery = 86_400_000 } = options;
  if (mail !== undefined) checkMailSettings(mail);
  const services = servicesFor(options);
  const { hub, presence, boards, streams, sessions, attachments, attempts, outbox, limits } =
    services;
  let isStopping = false;

  const app = fastify({
    ...logOptions(log),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: limits.commandBytes,
    genReqId: () => randomUUID(),
    // A name of 255 characters, each of which may take nine when it is encoded.
    routerOptions: { maxParamLength: 2_300 },
    forceCloseConnections: 'idle',
    // Keys like `__proto__` are data here: the rules judge them, and nothing is merged into anything.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
  });
  app.decorate('lpse', services);
  // Set by the first hook of every route of the API.
  app.decorateRequest('office');
  app.decorateRequest('caller');
  app.removeContentTypeParser('text/plain');
  requireAccessRules(app);
  app.setErrorHandler(answerError);
  const notFound = { page: 'tidak-ada.html', words: 'tidak-ada.json' };
  const sendNotFound = await pageSender(notFound, services.officeOf, basePath);
  // Where there are pages, somebody may look for one; a program reads a problem.
  app.setNotFoundHandler({}, (request, reply) =>
    options.site?.length && /\btext\/html\b/.test(request.headers.accept ?? '')
      ? sendNotFound(request, reply.code(404))
      : sendProblem(reply, new HttpProblem('LPSE_ROUTE_NOT_FOUND')),
  );
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    referrerPolicy: { policy: 'no-referrer' },
  });
  healthRoutes(app, services, () => isStopping);

  await app.register(
    async (api) => {
      if (portals.length > 0)
        await api.register(cors, {
          origin: [...portals],
          credentials: false,
          methods: ['GET', 'HEAD', 'POST', 'DELETE'],
          exposedHeaders: [
            ...['etag', 'lpse-position', 'retry-after', 'idempotency-replayed', 'location'],
            ...['content-disposition', 'content-range', 'accept-ranges'],
          ],
          maxAge: 600,
        });
      api.addHook('onRequest', async (request, reply) => {
        reply.header('cache-control', 'no-store');
        if (isStopping) throw unavailable();
        request.office = services.officeOf(request.hostname);
        checkOrigin(request, portals);
        request.caller = await identify(request, request.office, services);
        checkAccess(request, request.caller);
      });
      await api.register(rateLimit, {
        global: true,
        hook: 'preParsing',
        max: limits.publicWritesPerMinute,
        timeWindow: '1 minute',
        allowList: ({ caller, method }) =>
          caller?.kind === 'staff' || method === 'GET' || method === 'HEAD',
        errorResponseBuilder: (_request, { ttl }) =>
          new HttpProblem('LPSE_RATE_LIMITED', {
            headers: { 'retry-after': String(Math.ceil(ttl / 1000)) },
          }),
      });
      serverInfoRoutes(api, services);
      sessionRoutes(api, services);
      consultationRoutes(api, services);
      changeRoutes(api, services);
      logRoutes(api, services);
      reportRoutes(api, services);
      presenceRoutes(api, services);
      waitingRoomRoutes(api, services);
      outboxRoutes(api, services);
      accountRoutes(api, services);
      await api.register(async (files) => attachmentRoutes(files, services));
      api.setNotFoundHandler((_request, reply) =>
        sendProblem(reply, new HttpProblem('LPSE_ROUTE_NOT_FOUND')),
      );
    },
    { prefix: basePath },
  );
  await app.register(async (pages) => signInPages(pages, services, basePath));
  if (options.site !== undefined)
    await app.register(async (pages) => siteRoutes(pages, options.site ?? []));

  const worker =
    mail === undefined
      ? undefined
      : new MailWorker({
          ...{ mail, outbox, attachments },
          report: ({ id, result }) => app.log.info({ letter: id, result }, 'mail'),
        });
  const housekeeping = new Housekeeping({ ...services, attachments, sessions, attempts });
  const inspection = new Inspection({ ...services, every: inspectEvery });
  services.damaged.onFound((office) => {
    // Which one, `verify` says: the id of a case is its client's own choice.
    app.log.error({ office }, 'the log of a case is damaged');
    hub.recorded();
  });
  app.addHook('onReady', async () => {
    await Promise.all([hub.start(), presence.start()]);
    boards.start();
    streams.start();
    worker?.start();
    housekeeping.start();
    inspection.start();
  });
  const connections = new Connections(app.server);
  // Open streams would keep the server from closing.
  app.addHook('preClose', async () => {
    isStopping = true;
    streams.stop();
    boards.stop();
    connections.close();
    await inspection.stop();
    await Promise.all([hub.stop(), presence.stop(), worker?.stop(), housekeeping.stop()]);
  });
  return app;
}

function servicesFor({
  database,
  profile,
  officeId,
  offices,
  limits,
  mail,
  pollEvery,
  now = () => new Date(),
}: ServerOptions): Services {
  const one = profile && { id: officeId ?? profile.id, profile };
  const all = offices ?? (one === undefined ? [] : [one]);
  const hub = new ChangeHub(database, pollEvery === undefined ? {} : { pollEvery });
  const sessions = new Sessions(database);
  const capabilities = new Capabilities(database);
  const damaged = new DamagedLogs(database);
  return {
    ...{ database, sessions, capabilities, damaged, now },
    consultations: new Consultations(database, damaged),
    attachments: new Attachments(database),
    ratings: new Ratings(database),
    accounts: new Accounts(database),
    attempts: new Attempts(database),
    hub,
    boards: new BoardHub(hub, (office) => readBoard(database, office, now())),
    presence: new PresenceHub(database),
    streams: new Streams(sessions, capabilities),
    outbox: new Outbox(database, mail),
    limits: { ...defaultLimits, ...limits },
    offices: all,
    officeOf: officeFinder(all),
  };
}

function unavailable(): HttpProblem {
  return new HttpProblem('LPSE_SERVER_UNAVAILABLE', { headers: { 'retry-after': '1' } });
}
