import { randomUUID } from 'node:crypto';
import { type NodeType, prefixes, toGlobalId } from '@consulta/platform/identifiers/global-id';
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';

/** A place in an argument that takes a leaf: `['filter', 'dateRange', 'from']`, with 0 for the first of a list. */
export interface Leaf {
  readonly path: readonly (string | number)[];
  readonly name: string;
  readonly type: GraphQLInputType;
}

/** Every leaf below an argument or input field. */
export function leavesOf(name: string, type: GraphQLInputType, path: readonly (string | number)[] = []): Leaf[] {
  const at = [...path, name, ...(isListType(getNullableType(type)) ? [0] : [])];
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [{ path: at, name, type }];
  return Object.values(named.getFields()).flatMap((field) => leavesOf(field.name, field.type, at));
}

/** A value of a type in which all that is required is right, and what lies at `path` is `value`. */
export function valueWith(
  name: string,
  type: GraphQLInputType,
  [step, ...rest]: readonly (string | number)[],
  value: unknown,
): unknown {
  const nullable = getNullableType(type);
  if (step === undefined) return value;
  if (isListType(nullable)) return [valueWith(name, nullable.ofType, rest, value)];
  if (!isInputObjectType(nullable)) throw new Error(`nothing lies below ${name}`);
  const field = nullable.getFields()[step];
  if (field === undefined) throw new Error(`${nullable.name} has no field ${step}`);
  return { ...requiredOf(nullable), [step]: valueWith(field.name, field.type, rest, value) };
}

/** A right value of a type, with no more than is required. */
export function sampleOf(name: string, type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [sampleOf(name, nullable.ofType)];
  if (isInputObjectType(nullable)) return requiredOf(nullable);
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (nullable.name === 'ID') return toGlobalId(typeNamed(name), randomUUID());
  return samplesByName[name] ?? samplesByType[nullable.name];
}

function requiredOf(type: GraphQLInputObjectType): Record<string, unknown> {
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, sampleOf(field.name, field.type)]));
}

/** The required fields of an input, by name. */
export function requiredFields(type: GraphQLInputType): string[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [];
  const fields = Object.values(named.getFields());
  return fields
    .filter((field) => isNonNullType(field.type) && field.defaultValue === undefined)
    .map(({ name }) => name);
}

const samplesByType: Readonly<Record<string, unknown>> = {
  String: 'Sample',
  Int: 15,
  Boolean: true,
  DateTime: '2026-03-03T10:00:00Z',
  Date: '1980-05-05',
  LocalTime: '09:00',
  TimeZone: 'Europe/Madrid',
};

const samplesByName: Readonly<Record<string, unknown>> = {
  code: 'sample',
  country: 'ES',
  end: '2026-03-03T11:00:00Z',
  endTime: '10:00',
  filename: 'scan.pdf',
  mediaType: 'application/pdf',
  sha256: '0'.repeat(64),
  to: '2026-03-04T10:00:00Z',
};

/** What an id is of, by the name of its field: `addClinics` takes clinics, `service` a healthcare service. */
function typeNamed(name: string): NodeType {
  if (name === 'upTo') return 'Message';
  const noun = name
    .replace(/^(add|remove)/, '')
    .replace(/s$/, '')
    .toLowerCase();
  const types = Object.keys(prefixes) as NodeType[];
  return types.find((type) => type.toLowerCase() === noun || prefixes[type] === noun) ?? 'Patient';
}
