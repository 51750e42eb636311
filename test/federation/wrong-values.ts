import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { type GraphQLInputType, getNamedType, getNullableType, isEnumType, isListType } from 'graphql';

/** Stands in every wrong value that can hold it, and may stand in no answer. */
export const marker = 'zzsecret';

/** A value that can never be right, and what is wrong with it. */
export interface WrongValue {
  readonly what: string;
  readonly value: unknown;
}

/** No argument takes the id of an attachment. */
const idOfAnotherType = toGlobalId('Attachment', crypto.randomUUID());
/** Longer than any text may be, within what a body may hold. */
const oversized = marker + 'x'.repeat(100_000);

const byType: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ID: { 'malformed id': marker, 'id of another type': idOfAnotherType, 'empty id': '', 'NUL in an id': `${marker}\0` },
  String: {
    'text with NUL': `${marker}\0`,
    'a lone surrogate': `${marker}\ud800`,
    'oversized text': oversized,
    number: 7,
  },
  Int: { 'negative number': -1, 'number above int32': 2 ** 31, fraction: 1.5, 'text for a number': marker },
  Boolean: { 'text for a boolean': marker },
  DateTime: {
    'day that does not exist': '2026-02-30T10:00:00Z',
    'hour that does not exist': '2026-02-03T25:00:00Z',
    'time without offset': '2026-02-03T10:00:00',
    'text for a time': marker,
  },
  Date: {
    'date that does not exist': '2026-02-30',
    'month that does not exist': '2026-13-01',
    'text for a date': marker,
  },
  LocalTime: { 'time that does not exist': '24:01', 'time with one digit': '9:00', 'text for a time': marker },
  TimeZone: { 'unknown time zone': `Europe/${marker}`, 'offset for a zone': '+01:00' },
};

/** Text that must have a form, by the name of its field. */
const byName: Readonly<Record<string, string>> = {
  phone: '12',
  country: 'Spain',
  language: '!!',
  languages: '!!',
  filename: `../${marker}`,
  mediaType: marker,
  sha256: marker,
  after: marker,
  before: marker,
};

/** Values that an argument or input field of a type can never take. */
export function wrongValues(name: string, type: GraphQLInputType): WrongValue[] {
  const leaf = getNamedType(type);
  const values = isEnumType(leaf)
    ? { 'unknown enum value': marker.toUpperCase(), 'number for an enum': 7 }
    : byType[leaf.name];
  if (values === undefined) throw new Error(`no wrong values for ${leaf.name}`);
  const wrong = Object.entries(values).map(([what, value]) => ({ what, value }));
  if (name in byName) wrong.push({ what: `not a ${name}`, value: byName[name] });
  if (/^(first|last)$/.test(name)) wrong.push({ what: 'page too large', value: 1_000_000 });
  if (isListType(getNullableType(type))) wrong.push({ what: 'null within a list', value: null });
  return wrong;
}
