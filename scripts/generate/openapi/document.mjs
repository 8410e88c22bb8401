import { paths } from './paths.mjs';
import { schemasOfTypes } from './from-types.mjs';
import { componentSchemas, travelling } from './schemas.mjs';

const text = (description, extra = {}) => ({ description, schema: { type: 'string', ...extra } });
const inHeader = (name, description, extra, required = false) => ({
  name,
  in: 'header',
  ...(required && { required }),
  ...text(description, extra),
});

const headers = {
  ETag: text('The version of the case, or the hash of the file, in double quotes.'),
  'LPSE-Position': text(
    'A position of `/changes` such that this answer shows all that was recorded up to it.',
  ),
  'Idempotency-Replayed': text('`true` when this key came before.', { enum: ['true'] }),
  'Set-Cookie': text('The session.'),
  Location: text('Where the file is.'),
  'Accept-Ranges': text('`bytes`.'),
  'Content-Range': text('Which part this is, and of how many bytes.'),
  'Content-Disposition': text('`attachment` with the name of the file.'),
};

const parameters = {
  Id: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'Of the case, chosen by whoever registers it; a UUID as a rule.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
  'Idempotency-Key': inHeader(
    'Idempotency-Key',
    'Names the intention: 1 to 255 characters, percent-encoded, in double quotes.',
    { examples: ['"0b0e9c1c-8d5e-4c63-9d5f-2f6f3a9f5a10"'] },
    true,
  ),
  'If-Match': inHeader(
    'If-Match',
    'The version that the user saw, in double quotes; `*` for any. Only `register` may go without.',
    { examples: ['"3"', '*'] },
  ),
  'LPSE-Client': inHeader(
    'LPSE-Client',
    'Name and version of the client. A page of another origin cannot send it without asking.',
    { examples: ['lpse-konsultasi/0.1.0'] },
    true,
  ),
  'Last-Event-ID': inHeader('Last-Event-ID', 'The position to continue behind.', {}),
  'Content-Disposition': inHeader(
    'Content-Disposition',
    'The name of the file, as RFC 8187 writes it.',
    { examples: ["attachment; filename*=UTF-8''tangkapan%20layar.png"] },
    true,
  ),
};

const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A capability token of the public: 32 random bytes in base64url, made by the client, bound to one case by `register` or by ticket and code.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-lpse',
    description: 'A session of staff.',
  },
  staffToken: {
    type: 'http',
    scheme: 'bearer',
    description: 'A token that the server has given to a program of the staff.',
  },
};

/** The OpenAPI document of the contract. */
export function openApiDocument(rules, forms) {
  const types = schemasOfTypes('packages/client/src/wire/travelling.ts', travelling);
  return {
    openapi: '3.1.0',
    info: {
      title: 'LPSE Konsultasi',
      version: String(rules.wireVersion),
      summary: 'Cases of the consultation procedure SOP-LPSE.BTG-008 on the wire',
      description:
        'Written by `npm run generate` from the schemas of the forms and scripts/generate/openapi. docs/reference/wire.md says when and why.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/api/v1', description: 'Below the address of the server' }],
    paths,
    components: {
      schemas: componentSchemas(rules, types, forms),
      headers,
      parameters,
      securitySchemes,
    },
  };
}
