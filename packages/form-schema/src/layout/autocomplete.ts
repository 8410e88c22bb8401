import type { Shape } from '../schema/shape.js';

/** Names of properties, in lower case without separators, by the HTML `autocomplete` token that they stand for. */
const NAMES: { readonly [token: string]: readonly string[] } = {
  name: ['name', 'fullname', 'nama', 'namalengkap'],
  'given-name': ['firstname', 'givenname', 'namadepan'],
  'family-name': ['lastname', 'surname', 'familyname', 'namabelakang'],
  email: ['email', 'emailaddress', 'surel', 'alamatemail'],
  tel: [
    'tel',
    'phone',
    'phonenumber',
    'telephone',
    'mobile',
    'telepon',
    'nomortelepon',
    'notelepon',
    'nohp',
    'nomorhp',
    'hp',
  ],
  'address-line1': ['addressline1', 'street', 'streetaddress', 'jalan'],
  'address-level2': ['city', 'kota', 'kabupaten'],
  'address-level1': ['province', 'provinsi', 'state'],
  'postal-code': ['postalcode', 'postcode', 'zip', 'zipcode', 'kodepos'],
  'country-name': ['country', 'negara'],
  organization: ['organization', 'organisation', 'company', 'companyname', 'perusahaan'],
  'organization-title': ['jobtitle', 'jabatan'],
  bday: ['birthdate', 'dateofbirth', 'tanggallahir'],
};

const TOKENS = new Map(
  Object.entries(NAMES).flatMap(([token, names]) => names.map((name) => [name, token] as const)),
);

/** Tokens that mean the person at the keyboard wherever they stand. */
const CLEAR = new Set(['email', 'tel']);

/**
 * The autofill tokens of a group, by member. A `name` may be that of a package or a well; it is taken for a person's
 * only beside something else that people have. Two members for one token are two people: none of them is taken.
 */
export function personTokens({ whole }: Shape): ReadonlyMap<string, string> {
  const found = [...whole.members].flatMap(([key, { whole: member }]) => {
    const isPlain = member.node.kind === 'string' && member.options === undefined;
    const token = isPlain ? tokenOf(key, member.node.schema['format']) : undefined;
    return token === undefined ? [] : [[key, token] as const];
  });
  const isPerson = new Set(found.map(([, token]) => token)).size > 1;
  return new Map(found.filter(([, token]) => isPerson || CLEAR.has(token)));
}

function tokenOf(key: string, format: unknown): string | undefined {
  if (format === 'email' || format === 'idn-email') return 'email';
  return TOKENS.get(key.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
}
