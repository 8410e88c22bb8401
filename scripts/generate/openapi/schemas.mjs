// The values of the contract that no form's schema describes. A test compares them with the types of the packages.

const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };
const sha256 = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const count = { type: 'integer', minimum: 0 };
const value = { $ref: '#/components/schemas/Value' };

const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
const list = (items) => ({ type: 'array', items });
/** An object; a name that ends in `?` may be left out. More members may come in later versions. */
function object(members, extra = {}) {
  const names = Object.keys(members);
  const properties = Object.fromEntries(
    names.map((name) => [name.replace('?', ''), members[name]]),
  );
  const required = names.filter((name) => !name.endsWith('?'));
  return { type: 'object', ...extra, ...(required.length > 0 && { required }), properties };
}
const only = (...values) => ({ type: 'string', enum: values });
const step = { type: 'integer', minimum: 1, maximum: 11 };
const added = { 'tambahan?': value };
const stamp = { at: instant, by: ref('Actor') };

/** What each kind of event records: `EventData` of `workflow/events.ts`. */
const eventData = {
  registered: { tiket: text, bukuTamu: value },
  'form-handed-out': {},
  'form-submitted': { formulir: value, putaran: count, temuan: list(ref('FieldProblem')) },
  'review-started': {},
  'found-incomplete': { pemeriksaan: value, kolomKurang: list(ref('Flag')), alasan: text },
  'form-returned': { putaran: count },
  'found-complete': { pemeriksaan: value },
  'form-accepted': { nomorAntrean: text },
  called: { ...added, urutan: count, metode: text, 'loket?': text },
  missed: { ...added, hasil: only('tidakHadir', 'dilewati'), 'catatan?': text },
  requeued: {},
  attended: { ...added, 'catatan?': text },
  analysed: { analisis: value, solusiDitemukan: { type: 'boolean' } },
  answered: { ...added, jawaban: text, 'rujukan?': list(text), paraf: ref('Initials') },
  escalated: { eskalasi: value },
  archived: { ...added, salinan: value, arsip: value },
  'reply-received': { balasan: value },
  cancelled: { ...added, 'alasan?': text },
  'deviation-explained': {
    ...added,
    langkah: step,
    putaran: count,
    jenis: ref('DeviationKind'),
    alasan: text,
  },
};

/** All component schemas. `rules` are the lists of the packages, `forms` the schemas of the national core. */
export function componentSchemas({ states, roles, refusalCodes, wireCodes, formOfCommand }, forms) {
  return {
    ...commandSchemas(formOfCommand, forms),
    ...eventSchemas(),
    ...caseSchemas(states, roles),
    ...listSchemas(states),
    ...otherSchemas(refusalCodes, wireCodes),
  };
}

function commandSchemas(formOfCommand, forms) {
  const entries = Object.entries(formOfCommand);
  const commands = entries.map(([type, form]) => [
    `Command-${type}`,
    object({
      type: { const: type },
      data: form === null ? { type: 'object', maxProperties: 0 } : ref(`Form-${form}`),
    }),
  ]);
  const ids = [...new Set(entries.map(([, form]) => form).filter((form) => form !== null))];
  return {
    Command: {
      description:
        'An intention, not yet judged: its type, and the value of the form that belongs to it. An office may ask for more than these forms of the national core do.',
      oneOf: commands.map(([name]) => ref(name)),
      discriminator: {
        propertyName: 'type',
        mapping: Object.fromEntries(
          entries.map(([type]) => [type, `#/components/schemas/Command-${type}`]),
        ),
      },
    },
    ...Object.fromEntries(commands),
    ...Object.fromEntries(ids.map((id) => [`Form-${id}`, formSchema(forms[id].schema)])),
  };
}

/** A form's schema without what belongs to a document of its own, and open for the fields that an office adds. */
function formSchema({ $schema: _dialect, $id, unevaluatedProperties: _closed, ...schema }) {
  const name = /([\w-]+)\.schema\.json$/.exec($id)[1];
  return rebase(schema, `#/components/schemas/Form-${name}`);
}

function rebase(node, base) {
  if (Array.isArray(node)) return node.map((each) => rebase(each, base));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, each]) => [
      key,
      key === '$ref' && typeof each === 'string' && each.startsWith('#')
        ? base + each.slice(1)
        : rebase(each, base),
    ]),
  );
}

function eventSchemas() {
  const types = Object.keys(eventData);
  return {
    Event: {
      description:
        'One entry of the log. `hash` is SHA-256 over the canonical JSON (RFC 8785) of the entry without it.',
      oneOf: types.map((type) => ref(`Event-${type}`)),
      discriminator: {
        propertyName: 'type',
        mapping: Object.fromEntries(
          types.map((type) => [type, `#/components/schemas/Event-${type}`]),
        ),
      },
    },
    ...Object.fromEntries(
      types.map((type) => [
        `Event-${type}`,
        object({
          seq: { type: 'integer', minimum: 1 },
          consultationId: text,
          type: { const: type },
          at: instant,
          actor: ref('Actor'),
          step,
          data: object(eventData[type]),
          prevHash: sha256,
          hash: sha256,
        }),
      ]),
    ),
    Flag: object({ kolom: text, 'alasan?': text }),
    Initials: object({
      petugasId: text,
      namaPetugas: text,
      jabatan: text,
      cara: only('diketik', 'digambar', 'kertas', 'tte'),
      'inisial?': text,
      'gambar?': text,
      waktu: instant,
      hashIsi: sha256,
    }),
    DeviationKind: only('waktu', 'perlengkapan', 'output'),
    Value: {
      description: 'The value of a form: members as the profile of the office has them.',
      type: 'object',
      additionalProperties: true,
    },
  };
}

function caseSchemas(states, roles) {
  return {
    State: only(...states),
    Role: only(...roles),
    Actor: object({ id: text, role: ref('Role'), name: text, 'position?': text }),
    Consultation: object(
      {
        id: text,
        state: ref('State'),
        version: count,
        head: sha256,
        step,
        registeredAt: instant,
        updatedAt: instant,
        tiket: text,
        'nomorAntrean?': text,
        putaran: count,
        bukuTamu: value,
        submissions: list(
          object({ putaran: count, ...stamp, formulir: value, temuan: list(ref('FieldProblem')) }),
        ),
        reviews: list(
          object({
            putaran: count,
            ...stamp,
            lengkap: { type: 'boolean' },
            pemeriksaan: value,
            kolomKurang: list(ref('Flag')),
            'alasan?': text,
          }),
        ),
        'reviewer?': ref('Actor'),
        calls: list(
          object({
            ...added,
            urutan: count,
            ...stamp,
            metode: text,
            'loket?': text,
            'hasil?': only('hadir', 'tidakHadir', 'dilewati'),
            'catatan?': text,
          }),
        ),
        'analisis?': value,
        'eskalasi?': value,
        answers: list(object({ ...eventData.answered, ...stamp })),
        replies: list(object({ ...stamp, balasan: value })),
        archives: list(object({ ...added, ...stamp, salinan: value, arsip: value })),
        runs: list(
          object({
            step,
            run: { type: 'integer', minimum: 1 },
            startedAt: instant,
            'endedAt?': instant,
          }),
        ),
        shortfalls: list(
          object({
            step,
            run: count,
            jenis: only('perlengkapan', 'output'),
            hal: text,
            'alasan?': text,
          }),
        ),
        explanations: list(object({ step, run: count, jenis: ref('DeviationKind'), alasan: text })),
        'cancellation?': object({ ...added, ...stamp, 'alasan?': text }),
      },
      { description: 'The case: the fold of its events, holding nothing that they do not say.' },
    ),
    Record: object({ consultation: ref('Consultation'), events: list(ref('Event')) }),
  };
}

function listSchemas(states) {
  const orders = ['registeredAt', 'updatedAt', 'dueAt'].flatMap((by) => [by, `-${by}`]);
  return {
    Summary: object(
      {
        id: text,
        version: count,
        state: ref('State'),
        step,
        tiket: text,
        'nomorAntrean?': text,
        nama: text,
        judul: text,
        kategori: text,
        putaran: count,
        'petugas?': text,
        'petugasId?': text,
        'loket?': text,
        'prioritas?': text,
        'pelapor?': text,
        'paket?': text,
        'eskalasi?': only('waiting', 'replied'),
        'stepStartedAt?': instant,
        'dueAt?': instant,
        registeredAt: instant,
        updatedAt: instant,
      },
      { description: 'A row of the queue.' },
    ),
    Query: object(
      {
        'states?': { ...list(ref('State')), maxItems: states.length * 2 },
        'kategori?': list(text),
        'prioritas?': list(text),
        'petugasId?': list(text),
        'pelapor?': text,
        'paket?': text,
        'registeredFrom?': instant,
        'registeredUntil?': instant,
        'overdueAt?': instant,
        'search?': { ...text, maxLength: 1000 },
        'sort?': { ...only(...orders), default: '-updatedAt' },
        'cursor?': text,
        'limit?': { type: 'integer', minimum: 1, maximum: 200, default: 50 },
      },
      {
        description:
          'All members narrow the list; `ListFilter` of the package says what each means.',
      },
    ),
    Page: object({ items: list(ref('Summary')), 'cursor?': text }),
    CaseLog: object({ id: text, events: list(ref('Event')), verdict: ref('LogVerdict') }),
    LogVerdict: {
      oneOf: [
        object({ ok: { const: true } }),
        object({ ok: { const: false }, seq: { type: 'integer', minimum: 1 }, reason: text }),
      ],
    },
    LogPage: object({ items: list(ref('CaseLog')), 'cursor?': text }),
    Change: object({ id: text, version: count }),
    Presence: object({ id: text, petugasId: text, petugas: text }),
  };
}

function otherSchemas(refusalCodes, wireCodes) {
  const json = { type: 'object', additionalProperties: true };
  return {
    FieldProblem: object(
      { pointer: text, keyword: text, params: json, messageKey: text, message: text },
      { description: 'One mistake that a person can mend, tied to one place of a value.' },
    ),
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
    AttachmentRef: object({ nama: text, mime: text, ukuran: count, sha256 }),
    Session: object({ actor: ref('Actor') }),
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
      }),
      limits: object({ commandBytes: count, attachmentBytes: count, attachmentTypes: list(text) }),
      signIn: text,
    }),
  };
}
