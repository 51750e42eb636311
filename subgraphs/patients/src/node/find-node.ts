import { badUserInput } from '@consulta/platform/graphql/errors';
import { parseGlobalId } from '@consulta/platform/identifiers/global-id';
import type { PatientLoaders } from '../patient/loaders.ts';
import type { PatientColumn, PatientRow } from '../patient/queries.ts';
import { foreignTypes, type NodeReference, referenceTo } from './reference.ts';

const mostIds = 100;

type NodeKey = { readonly patient: string } | { readonly foreign: NodeReference };

/**
 * What a node's id names.
 *
 * @throws BAD_USER_INPUT at `argument` where it names no node
 */
export function nodeKey(id: string, argument: readonly (string | number)[]): NodeKey {
  const parsed = parseGlobalId(id);
  if (parsed?.type === 'Patient') return { patient: parsed.uuid };
  const foreign = foreignTypes.find((type) => type === parsed?.type);
  if (parsed === undefined || foreign === undefined) throw badUserInput('This is not the id of a node.', argument);
  return { foreign: referenceTo(foreign, parsed.uuid) };
}

/** All keys or an error: one malformed id means that the client lost its way, not that a node is gone. */
export function nodeKeys(ids: readonly string[]): NodeKey[] {
  if (ids.length > mostIds) throw badUserInput(`At most ${mostIds} ids at a time.`, ['ids']);
  return ids.map((id, index) => nodeKey(id, ['ids', index]));
}

export function findNode(
  key: NodeKey,
  patients: PatientLoaders,
  columns: readonly PatientColumn[],
): NodeReference | Promise<PatientRow | null> {
  return 'foreign' in key ? key.foreign : patients.byId.load(key.patient, columns);
}
