// The routes of the contract. docs/reference/wire.md says when and why.

const schema = (name) => ({ $ref: `#/components/schemas/${name}` });
const header = (name) => ({ $ref: `#/components/headers/${name}` });
const parameter = (name) => ({ $ref: `#/components/parameters/${name}` });
const body = (name) => ({
  required: true,
  content: { 'application/json': { schema: schema(name) } },
});
const problem = (description) => ({
  description,
  content: { 'application/problem+json': { schema: schema('Problem') } },
});

const problems = {
  400: problem('The request cannot be read.'),
  401: problem('Nobody is signed in, or the token opens nothing.'),
  403: problem('Not for this role or from this origin.'),
  404: problem('Not there, or not for this token.'),
  409: problem('The case or another request stands against it.'),
  412: problem('The case has moved on; it comes with the answer.'),
  413: problem('Too large.'),
  415: problem('Not of this type.'),
  416: problem('There is no such part.'),
  422: problem('The value has to be mended, or the key was used for another command.'),
  428: problem('`If-Match` is missing.'),
  429: problem('Too many requests; `Retry-After` says when to come again.'),
  503: problem('Not available now; `Retry-After` says when to come again.'),
  507: problem('No room left.'),
};
const refusals = (...statuses) =>
  Object.fromEntries([...statuses, 429, 503].map((status) => [status, problems[status]]));

const answer = (name, description, headers = ['LPSE-Position']) => ({
  description,
  headers: Object.fromEntries(headers.map((each) => [each, header(each)])),
  content: { 'application/json': { schema: schema(name) } },
});
const nothing = { description: 'Done.' };
const stream = (description) => ({
  description,
  content: { 'text/event-stream': { schema: { type: 'string' } } },
});

const anyone = [{ token: [] }, { session: [] }, { staffToken: [] }];
const staff = [{ session: [] }, { staffToken: [] }];

export const paths = {
  '/': {
    get: {
      operationId: 'describe',
      summary: 'What this server is and can do',
      security: [],
      responses: { 200: answer('Capabilities', 'What it can do.', []), ...refusals() },
    },
  },
  '/consultations/{id}/commands': {
    post: {
      operationId: 'execute',
      summary: 'Judges a command and records its events',
      security: anyone,
      parameters: [
        parameter('Id'),
        parameter('Idempotency-Key'),
        parameter('If-Match'),
        parameter('LPSE-Client'),
      ],
      requestBody: body('Command'),
      responses: {
        200: answer('Record', 'Carried out, now or when this key came first.', [
          'ETag',
          'LPSE-Position',
          'Idempotency-Replayed',
        ]),
        ...refusals(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 507),
      },
    },
  },
  '/consultations/{id}': {
    get: {
      operationId: 'read',
      summary: 'The case with its log',
      security: anyone,
      parameters: [parameter('Id')],
      responses: {
        200: answer('Record', 'The case.', ['ETag', 'LPSE-Position']),
        304: { description: 'It is still at the version of `If-None-Match`.' },
        ...refusals(401, 404),
      },
    },
  },
  '/consultations/{id}/turn': {
    get: {
      operationId: 'turn',
      summary: 'Where the case stands in the queue',
      security: anyone,
      parameters: [parameter('Id')],
      responses: {
        200: answer('Turn', 'Its place.'),
        204: { description: 'It does not wait to be called.' },
        ...refusals(401, 404),
      },
    },
  },
  '/board': {
    get: {
      operationId: 'board',
      summary: 'What the waiting room may know',
      security: [],
      responses: {
        200: stream('Events `board`, each with a whole `Board`.'),
        ...refusals(404),
      },
    },
  },
  '/consultations/search': {
    post: {
      operationId: 'list',
      summary: 'A page of the queue',
      description: 'The query is a body, for what people search for are names.',
      security: staff,
      parameters: [parameter('LPSE-Client')],
      requestBody: body('Query'),
      responses: { 200: answer('Page', 'The page.'), ...refusals(400, 401, 403, 413, 415) },
    },
  },
  '/consultations/{id}/presence/{holder}': {
    put: presence('attend', 'Says for a minute that one has the case open'),
    delete: presence('leave', 'Says that one has it open no longer'),
  },
  '/changes': {
    get: {
      operationId: 'watch',
      summary: 'What has moved on',
      security: anyone,
      parameters: [
        {
          name: 'id',
          in: 'query',
          description: 'Only this case; the public have to name one.',
          schema: { type: 'string', minLength: 1, maxLength: 255 },
        },
        parameter('Last-Event-ID'),
      ],
      responses: {
        200: stream('Events `change` with a `Change` each; their ids are positions.'),
        ...refusals(400, 401, 403, 404),
      },
    },
  },
  '/presence': {
    get: {
      operationId: 'attending',
      summary: 'Who has which case open',
      security: staff,
      responses: {
        200: stream('Events `presence`, each with the whole list of `Presence`.'),
        ...refusals(401, 403, 404),
      },
    },
  },
  '/logs': {
    get: {
      operationId: 'logs',
      summary: 'Pages of whole logs',
      security: staff,
      parameters: [
        query('from', { type: 'string', format: 'date-time' }, 'At or after this instant.'),
        query('until', { type: 'string', format: 'date-time' }, 'Before this instant.'),
        query('cursor', { type: 'string' }, 'From a previous page of the same query.'),
        query('limit', { type: 'integer', minimum: 1, maximum: 200, default: 100 }, 'Logs a page.'),
      ],
      responses: { 200: answer('LogPage', 'The page.'), ...refusals(400, 401, 403, 404) },
    },
  },
  '/report': {
    get: {
      operationId: 'report',
      summary: 'What happened in a period',
      security: staff,
      parameters: [
        {
          ...query('from', { type: 'string', format: 'date-time' }, 'At or after this instant.'),
          required: true,
        },
        {
          ...query('until', { type: 'string', format: 'date-time' }, 'Before this instant.'),
          required: true,
        },
        query(
          'by',
          { type: 'string', enum: ['day', 'week', 'month'], default: 'day' },
          'How the period is cut.',
        ),
      ],
      responses: { 200: answer('Report', 'The report.', []), ...refusals(400, 401, 403, 404) },
    },
  },
  '/ratings': {
    post: {
      operationId: 'rate',
      summary: 'Keeps the answers of the satisfaction survey',
      description: 'Sent without credentials: nothing connects a rating with a case.',
      security: [],
      parameters: [parameter('Idempotency-Key'), parameter('LPSE-Client')],
      requestBody: body('Rating'),
      responses: { 204: nothing, ...refusals(400, 403, 404, 409, 413, 415, 422, 507) },
    },
  },
  '/attachments': {
    post: {
      operationId: 'attach',
      summary: 'Stores the bytes of the body',
      security: anyone,
      parameters: [parameter('Content-Disposition'), parameter('LPSE-Client')],
      requestBody: {
        required: true,
        content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
      },
      responses: {
        201: answer('AttachmentRef', 'Stored.', ['Location']),
        ...refusals(400, 401, 403, 404, 413, 415, 422, 507),
      },
    },
  },
  '/attachments/{sha256}': {
    get: {
      operationId: 'attachment',
      summary: 'The bytes again, also a part of them',
      security: anyone,
      parameters: [
        {
          name: 'sha256',
          in: 'path',
          required: true,
          description: 'Of the bytes, in lower-case hex.',
          schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        },
        {
          name: 'Range',
          in: 'header',
          description: 'One range of bytes.',
          schema: { type: 'string', examples: ['bytes=0-1023'] },
        },
      ],
      responses: {
        200: bytes('All bytes.'),
        206: bytes('The part that was asked for.'),
        ...refusals(401, 404, 416),
      },
    },
  },
  '/session': {
    get: {
      operationId: 'session',
      summary: 'Who one is',
      security: anyone,
      responses: { 200: answer('Session', 'The actor of the credentials.', []), ...refusals(401) },
    },
    post: {
      operationId: 'signIn',
      summary: 'Signs in',
      security: [],
      parameters: [parameter('LPSE-Client')],
      requestBody: body('SignIn'),
      responses: {
        200: answer('Session', 'Signed in; the session is a cookie.', ['Set-Cookie']),
        ...refusals(400, 401, 403, 404),
      },
    },
    delete: {
      operationId: 'signOut',
      summary: 'Signs out',
      security: staff,
      parameters: [parameter('LPSE-Client')],
      responses: { 204: nothing, ...refusals(401, 403, 404) },
    },
  },
  '/tokens': {
    post: {
      operationId: 'openByCode',
      summary: 'Opens a case to a new token by ticket and code',
      security: [{ token: [] }],
      parameters: [parameter('LPSE-Client')],
      requestBody: body('Lookup'),
      responses: {
        200: answer('Found', 'The token opens this case from now on.', []),
        ...refusals(400, 401, 404, 409),
      },
    },
    delete: {
      operationId: 'revoke',
      summary: 'Closes the case to the token that this is sent with',
      security: [{ token: [] }],
      parameters: [parameter('LPSE-Client')],
      responses: { 204: nothing, ...refusals(401, 404) },
    },
  },
};

function presence(operationId, summary) {
  return {
    operationId,
    summary,
    security: staff,
    parameters: [
      parameter('Id'),
      {
        name: 'holder',
        in: 'path',
        required: true,
        description: 'A UUID of the page, so that two tabs of one person are two.',
        schema: { type: 'string', format: 'uuid' },
      },
      parameter('LPSE-Client'),
    ],
    responses: { 204: nothing, ...refusals(401, 403, 404) },
  };
}

function query(name, type, description) {
  return { name, in: 'query', description, schema: type };
}

function bytes(description) {
  return {
    description,
    headers: Object.fromEntries(
      ['ETag', 'Accept-Ranges', 'Content-Range', 'Content-Disposition'].map((name) => [
        name,
        header(name),
      ]),
    ),
    content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
  };
}
