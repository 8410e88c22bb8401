/** The document with one thing changed that breaks a rule. */
export const form = (overlay: unknown): unknown => ({
  id: 'x1',
  forms: { 'consultation-form': overlay },
});
const roles = (change: unknown): unknown => ({ id: 'x1', procedure: { roles: change } });
export const office = (change: unknown): unknown => ({ id: 'x1', office: change });
const named = (path: string): unknown => ({
  id: { fields: { [path]: { label: 'Isian' } } },
  en: { fields: { [path]: { label: 'Field' } } },
});

export type Refused = readonly [title: string, document: unknown, pointer: string, keyword: string];

/** Documents that break a rule, and where the rule is. */
export const refused: readonly Refused[] = [
  ['is no object', 'batang', '', 'type'],
  ['has no id', {}, '/id', 'required'],
  ['has an unknown member', { id: 'x1', color: 'red' }, '/color', 'additionalProperties'],
  ['extends nothing known', { id: 'x1', extends: 'atlantis' }, '/extends', 'unknownParent'],
  ['takes the name of the core', { id: 'base' }, '/extends', 'cyclicParent'],
  [
    'uses a verb that removes',
    form({ remove: ['/nama'] }),
    '/forms/consultation-form/remove',
    'additionalProperties',
  ],
  [
    'hides a required field',
    form({ hide: ['/nama'] }),
    '/forms/consultation-form/hide/0',
    'coreHidden',
  ],
  [
    'hides a field that is sometimes required',
    form({ hide: ['/npwp'] }),
    '/forms/consultation-form/hide/0',
    'coreHidden',
  ],
  [
    'hides the evidence',
    form({ hide: ['/lampiran'] }),
    '/forms/consultation-form/hide/0',
    'coreHidden',
  ],
  [
    'hides what a list holds',
    form({ hide: ['/kebutuhanKhusus/*'] }),
    '/forms/consultation-form/hide/0',
    'coreHidden',
  ],
  [
    'hides what a rule reads',
    form({ hide: ['/lupaUserId'] }),
    '/forms/consultation-form/hide/0',
    'keptHidden',
  ],
  [
    'hides an unknown field',
    form({ hide: ['/warna'] }),
    '/forms/consultation-form/hide/0',
    'unknownField',
  ],
  [
    'requires an unknown field',
    form({ require: ['/warna'] }),
    '/forms/consultation-form/require/0',
    'unknownField',
  ],
  [
    'switches on what is not offered',
    form({ show: ['/sidikJari'] }),
    '/forms/consultation-form/show/0',
    'notSwitchable',
  ],
  [
    'allows a value that is not offered',
    form({ allow: { '/lampiran/*/mime': ['text/html'] } }),
    '/forms/consultation-form/allow/~1lampiran~1*~1mime/0',
    'notAllowable',
  ],
  [
    'relaxes a core field',
    form({ relax: ['/telepon'] }),
    '/forms/consultation-form/relax/0',
    'notRelaxable',
  ],
  [
    'lengthens a text',
    form({ tighten: { '/judul': { maxLength: 500 } } }),
    '/forms/consultation-form/tighten/~1judul/maxLength',
    'loosened',
  ],
  [
    'accepts bigger files',
    form({ tighten: { '/lampiran/*/ukuran': { maximum: 10485760 } } }),
    '/forms/consultation-form/tighten/~1lampiran~1*~1ukuran/maximum',
    'loosened',
  ],
  [
    'accepts more files',
    form({ tighten: { '/lampiran': { maxItems: 9 } } }),
    '/forms/consultation-form/tighten/~1lampiran/maxItems',
    'loosened',
  ],
  [
    'adds a choice to the core',
    form({ tighten: { '/tipe': { enum: ['masalah', 'gosip'] } } }),
    '/forms/consultation-form/tighten/~1tipe/enum',
    'loosened',
  ],
  [
    'replaces a pattern',
    form({ tighten: { '/telepon': { pattern: '.*' } } }),
    '/forms/consultation-form/tighten/~1telepon/pattern',
    'loosened',
  ],
  [
    'crosses limits',
    form({ tighten: { '/judul': { maxLength: 5 } } }),
    '/forms/consultation-form/tighten/~1judul',
    'limitsCrossed',
  ],
  [
    'gives a number a length',
    form({ tighten: { '/lampiran/*/ukuran': { maxLength: 5 } } }),
    '/forms/consultation-form/tighten/~1lampiran~1*~1ukuran/maxLength',
    'limitUnfit',
  ],
  [
    'adds a password by key',
    form({
      add: { kataSandiSpse: { type: 'string', maxLength: 50 } },
      texts: named('/x-daerah/kataSandiSpse'),
    }),
    '/forms/consultation-form/add/kataSandiSpse',
    'passwordField',
  ],
  [
    'adds a PIN by key',
    form({ add: { pinAkun: { type: 'string', maxLength: 6 } } }),
    '/forms/consultation-form/add/pinAkun',
    'passwordField',
  ],
  [
    'asks for a password by label',
    form({ texts: { id: { fields: { '/perangkat': { label: 'Password SPSE' } } } } }),
    '/forms/consultation-form/texts/id/fields/~1perangkat',
    'passwordField',
  ],
  [
    'asks for a password by hint',
    form({ texts: { en: { fields: { '/uraian': { hint: 'Write your password here.' } } } } }),
    '/forms/consultation-form/texts/en/fields/~1uraian',
    'passwordField',
  ],
  [
    'asks for a password in a section',
    form({
      texts: { id: { sections: { identitas: { description: 'Sertakan password Anda.' } } } },
    }),
    '/forms/consultation-form/texts/id/sections/identitas',
    'passwordField',
  ],
  [
    'adds a password format',
    form({ add: { x: { type: 'string', format: 'password' } } }),
    '/forms/consultation-form/add/x/format',
    'enum',
  ],
  [
    'shows a field as a password',
    form({ layout: { '/judul': { widget: 'password' } } }),
    '/forms/consultation-form/layout/~1judul/widget',
    'enum',
  ],
  [
    'hides a field by its layout',
    form({ layout: { '/nama': { hidden: true } } }),
    '/forms/consultation-form/layout/~1nama/hidden',
    'additionalProperties',
  ],
  [
    'adds a text without an end',
    form({ add: { cerita: { type: 'string' } } }),
    '/forms/consultation-form/add/cerita',
    'unbounded',
  ],
  [
    'adds a field without a label',
    form({ add: { desa: { type: 'string', maxLength: 50 } } }),
    '/forms/consultation-form/texts/id/fields/~1x-daerah~1desa',
    'labelMissing',
  ],
  [
    'adds a choice without a name',
    form({ add: { desa: { type: 'string', enum: ['a'] } }, texts: named('/x-daerah/desa') }),
    '/forms/consultation-form/texts/en/fields/~1x-daerah~1desa',
    'optionUnnamed',
  ],
  [
    'adds a broken pattern',
    form({ add: { desa: { type: 'string', maxLength: 5, pattern: '(' } } }),
    '/forms/consultation-form/add/desa/pattern',
    'format',
  ],
  [
    'words an unknown choice',
    form({ texts: { id: { fields: { '/tipe': { options: { gosip: 'Gosip' } } } } } }),
    '/forms/consultation-form/texts/id/fields/~1tipe/options/gosip',
    'unknownOption',
  ],
  [
    'moves a field to another section',
    form({ order: { bukti: ['/nama'] } }),
    '/forms/consultation-form/order/bukti/0',
    'foreignField',
  ],
  [
    'orders an unknown section',
    form({ order: { warna: ['/nama'] } }),
    '/forms/consultation-form/order/warna',
    'unknownSection',
  ],
  [
    'unbinds the initials',
    { id: 'x1', forms: { solution: { hide: ['/paraf/hashIsi'] } } },
    '/forms/solution/hide/0',
    'keptHidden',
  ],
  [
    'drops the initials',
    { id: 'x1', forms: { solution: { hide: ['/paraf'] } } },
    '/forms/solution/hide/0',
    'coreHidden',
  ],
  [
    'drops the copy',
    { id: 'x1', forms: { 'copy-archive': { hide: ['/salinan'] } } },
    '/forms/copy-archive/hide/0',
    'coreHidden',
  ],
  [
    'lets nobody answer',
    roles({ officer: ['register'], coordinator: ['register'] }),
    '/procedure/roles',
    'nobodyMay',
  ],
  [
    'lets nobody archive',
    roles({ reception: [], officer: ['answer'], coordinator: ['answer'] }),
    '/procedure/roles',
    'nobodyMay',
  ],
  [
    'lets the user answer',
    roles({ user: ['register', 'submit', 'answer'] }),
    '/procedure/roles/user/2',
    'roleForbidden',
  ],
  [
    'lets the viewer act',
    roles({ viewer: ['cancel'] }),
    '/procedure/roles/viewer/0',
    'roleForbidden',
  ],
  [
    'keeps the user from the form',
    roles({ user: ['register'] }),
    '/procedure/roles/user',
    'userLocked',
  ],
  [
    'shows the user other people’s cases',
    { id: 'x1', procedure: { views: { user: ['dataPribadi', 'daftar'] } } },
    '/procedure/views/user/1',
    'viewForbidden',
  ],
  [
    'has an officer initial what they cannot read',
    {
      id: 'x1',
      procedure: { views: { officer: ['dataPribadi', 'petugas', 'catatan', 'daftar'] } },
    },
    '/procedure/views/officer',
    'viewMissing',
  ],
  [
    'has somebody archive a case that they do not see as a whole',
    roles({ reception: ['archive'] }),
    '/procedure/views/reception',
    'viewMissing',
  ],
  [
    'keeps a user from their own form',
    { id: 'x1', procedure: { views: { user: [] } } },
    '/procedure/views/user',
    'viewMissing',
  ],
  [
    'drops a time limit',
    { id: 'x1', procedure: { steps: { 8: { minutes: null } } } },
    '/procedure/steps/8/minutes',
    'limitMissing',
  ],
  [
    'sets an absurd time limit',
    { id: 'x1', procedure: { steps: { 8: { minutes: 0 } } } },
    '/procedure/steps/8/minutes',
    'minimum',
  ],
  [
    'changes the order of steps',
    { id: 'x1', procedure: { steps: { 8: { next: [11] } } } },
    '/procedure/steps/8/next',
    'additionalProperties',
  ],
  [
    'calls without end',
    { id: 'x1', procedure: { maxCalls: 99 } },
    '/procedure/maxCalls',
    'maximum',
  ],
  [
    'issues one number for all',
    { id: 'x1', procedure: { numbers: { ticket: 'T-{year}' } } },
    '/procedure/numbers/ticket',
    'noSequence',
  ],
  [
    'repeats numbers each year',
    { id: 'x1', procedure: { numbers: { archive: 'A-{seq:3}' } } },
    '/procedure/numbers/archive',
    'noYear',
  ],
  [
    'numbers by an unknown word',
    { id: 'x1', procedure: { numbers: { queue: '{moon}-{seq}' } } },
    '/procedure/numbers/queue',
    'unknownPlaceholder',
  ],
  ['has a counter twice', office({ loket: ['1', '1'] }), '/office/loket/1', 'repeated'],
  [
    'closes before it opens',
    office({ jamLayanan: { senin: [['13:00', '08:00']] } }),
    '/office/jamLayanan/senin/0',
    'hoursReversed',
  ],
  [
    'has overlapping hours',
    office({
      jamLayanan: {
        senin: [
          ['08:00', '12:00'],
          ['11:00', '15:00'],
        ],
      },
    }),
    '/office/jamLayanan/senin',
    'hoursOverlap',
  ],
  ['is never open', office({ jamLayanan: {} }), '/office/jamLayanan', 'neverOpen'],
  [
    'writes hours in another way',
    office({ jamLayanan: { senin: [['8.00', '12.00']] } }),
    '/office/jamLayanan/senin/0/0',
    'pattern',
  ],
  [
    'has an impossible holiday',
    office({ hariLibur: [{ tanggal: '2026-02-30', nama: 'X' }] }),
    '/office/hariLibur/0/tanggal',
    'format',
  ],
  ['stands in an unknown zone', office({ zonaWaktu: 'CET' }), '/office/zonaWaktu', 'enum'],
  [
    'escalates elsewhere',
    { id: 'x1', escalation: { tujuan: ['kepolisian'] } },
    '/escalation/tujuan/0',
    'enum',
  ],
  ['does not speak Indonesian', { id: 'x1', locales: ['en'] }, '/locales', 'contains'],
];
