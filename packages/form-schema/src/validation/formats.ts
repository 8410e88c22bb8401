import { isDuration } from './formats/duration.js';
import { isIdnHostname, isIdnEmail } from './formats/international.js';
import { isIpv4, isIpv6 } from './formats/ip.js';
import { isHostname, isEmail } from './formats/addresses.js';
import { isDate, isTime, isDateTime } from './formats/moments.js';
import { isUuid, isJsonPointer, isRelativeJsonPointer } from './formats/names.js';
import { isUri, isUriReference, isIri, isIriReference } from './formats/references.js';
import { isRegex } from './formats/regex.js';
import { isUriTemplate } from './formats/uri-template.js';

/*
 * The `format` values of JSON Schema 2020-12, shared by the generated and the interpreted validators, so that both
 * answer alike. Every pattern is free of nested and adjacent overlapping repetition: its cost grows with the length
 * of the text and never faster, whatever a person pastes.
 *
 * Each kind is a module of its own: a generated validator imports those that it needs, and its page loads no others,
 * also where the interpreter, which knows them all, is loaded later.
 */

/** Whether a text has the format. */
export type FormatCheck = (text: string) => boolean;

/** Every format that the project asserts, by its name. Names that are not here are annotations only. */
export const formats: Readonly<Record<string, FormatCheck>> = {
  date: isDate,
  time: isTime,
  'date-time': isDateTime,
  duration: isDuration,
  email: isEmail,
  'idn-email': isIdnEmail,
  hostname: isHostname,
  'idn-hostname': isIdnHostname,
  ipv4: isIpv4,
  ipv6: isIpv6,
  uri: isUri,
  'uri-reference': isUriReference,
  iri: isIri,
  'iri-reference': isIriReference,
  'uri-template': isUriTemplate,
  uuid: isUuid,
  'json-pointer': isJsonPointer,
  'relative-json-pointer': isRelativeJsonPointer,
  regex: isRegex,
};
