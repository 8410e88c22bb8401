// The schemas of the contract: those of commands from the forms, those of cases from the types, the rest by hand.

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };

const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
const list = (items) => ({ type: 'array', items });
const only = (...values) => ({ type: 'string', enum: values });

/** An object; a name that ends in `?` may be left out. More members may come in later versions. */
function object(members, extra = {}) {
  const names = Object.keys(members);
  const properties = Object.fromEntries(
    names.map((name) => [name.replace('?', ''), members[name]]),
  );
  const required = names.filter((name) => !name.endsWith('?'));
  return { type: 'object', ...extra, ...(required.length > 0 && { required }), properties };
}

/** The types that travel, by the names that the contract gives them. */
export const travelling = {
  Actor: 'Actor',
  AttachmentRef: 'AttachmentRef',
  Board: 'Board',
  CaseLog: 'CaseLog',
  Change: 'Change',
  Consultation: 'Consultation',
  Event: 'ConsultationEvent',
  FieldProblem: 'Problem',
  LogPage: 'LogPage',
  LogVerdict: 'LogVerdict',
  Page: 'Page',
  Presence: 'Presence',
  Query: 'ListQuery',
  Record: 'ConsultationRecord',
  Report: 'Report',
  State: 'State',
  Summary: 'ConsultationSummary',
  Turn: 'Turn',
};

/** All component schemas: `types` are those of the travelling types, `forms` the schemas of the national core. */
export function componentSchemas({ refusalCodes, wireCodes, formOfCommand }, types, forms) {
  const event = types.Event;
  return {
    ...commandSchemas(formOfCommand, forms),
    ...types,
    Rating: formSchema(forms.survey.schema, 'Rating'),
    Event: { ...event, discriminator: discriminator(event.oneOf) },
    Query: sharpQuery(types.Query),
    ...otherSchemas(refusalCodes, wireCodes),
  };
}

function discriminator(variants) {
  const entries = variants.map(({ $ref }) => [/-(.+)$/.exec($ref)[1], $ref]);
  return { propertyName: 'type', mapping: Object.fromEntries(entries) };
}

/** Limits that the types leave to the code. */
function sharpQuery({ properties, ...query }) {
  const limit = { type: 'integer', minimum: 1, maximum: 200, default: 50 };
  return { ...query, properties: { ...properties, limit: { ...properties.limit, ...limit } } };
}

function commandSchemas(formOfCommand, forms) {
  const entries = Object.entries(formOfCommand);
  const nothing = { type: 'object', maxProperties: 0 };
  const commands = entries.map(([type, form]) => [
    `Command-${type}`,
    object({ type: { const: type }, data: form === null ? nothing : ref(`Form-${form}`) }),
  ]);
  const ids = [...new Set(entries.map(([, form]) => form).filter((form) => form !== null))];
  const oneOf = commands.map(([name]) => ref(name));
  return {
    Command: {
      description:
        'An intention, not yet judged: its type, and the value of the form that belongs to it. An office may ask for more than these forms of the national core do.',
      oneOf,
      discriminator: {
        propertyName: 'type',
        mapping: Object.fromEntries(entries.map(([type], index) => [type, oneOf[index].$ref])),
      },
    },
    ...Object.fromEntries(commands),
    ...Object.fromEntries(
      ids.map((id) => [`Form-${id}`, formSchema(forms[id].schema, `Form-${id}`)]),
    ),
  };
}

/** A form's schema without what belongs to a document of its own, and open for the fields that an office adds. */
function formSchema(
  { $schema: _dialect, $id: _id, unevaluatedProperties: _closed, ...schema },
  name,
) {
  return rebase(schema, `#/components/schemas/${name}`);
}

function rebase(node, base) {
  if (Array.isArray(node)) return node.map((each) => rebase(each, base));
  if (typeof node !== 'object' || node === null) return node;
  const isLocal = (key, each) => key === '$ref' && typeof each === 'string' && each.startsWith('#');
  return Object.fromEntries(
    Object.entries(node).map(([key, each]) => [
      key,
      isLocal(key, each) ? base + each.slice(1) : rebase(each, base),
    ]),
  );
}

function otherSchemas(refusalCodes, wireCodes) {
  const json = { type: 'object', additionalProperties: true };
  return {
    Problem: object(
      {
        type: { type: 'string', format: 'uri' },
        title: text,
        status: { type: 'integer', minimum: 400, maximum: 599 },
        code: only(...refusalCodes, ...wireCodes),
        'params?': json,
        'problems?': list(ref('FieldProblem')),
        'consultation?': ref('Consultation'),
      },
      {
        description:
          'RFC 9457. `code`, `params` and `problems` of a refusal are as `decide` gives them.',
      },
    ),
    Session: object({ actor: ref('Actor'), 'loket?': text }),
    SignIn: object({
      account: { ...text, minLength: 1, maxLength: 200 },
      passphrase: { ...text, minLength: 1, maxLength: 1000 },
    }),
    Lookup: object({ tiket: { ...text, maxLength: 100 }, kode: { ...text, maxLength: 100 } }),
    Found: object({ id: text }),
    Capabilities: object({
      name: text,
      wire: { const: 1 },
      profile: text,
      supports: object({
        durable: { type: 'boolean' },
        shared: { type: 'boolean' },
        attachments: { type: 'boolean' },
        'presence?': { type: 'boolean' },
        'logs?': { type: 'boolean' },
        'board?': { type: 'boolean' },
        'report?': { type: 'boolean' },
        'survey?': { type: 'boolean' },
      }),
      limits: object({ commandBytes: count, attachmentBytes: count, attachmentTypes: list(text) }),
      signIn: text,
    }),
  };
}
