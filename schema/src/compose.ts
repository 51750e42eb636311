import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { readSchemaFiles } from '@consulta/platform/subgraph/schema-files';
import { type GraphQLSchema, printSchema } from 'graphql';

const subgraphs = ['patients', 'providers', 'appointments', 'records'] as const;
const root = join(import.meta.dirname, '..', '..');

/** Each subgraph adds its own codes to `UserErrorCode`: clients see the union. */
const enumOfManyOwners = 'INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM';

/** Every subgraph knows the viewer, so each answers its own fields from the root, without a hop to an entity. */
const objectOfManyOwners = 'INCONSISTENT_OBJECT_VALUE_TYPE_FIELD';

/** Only an argument of `@cacheControl` takes it, which composition does not look at; no client sees it. */
const enumOfDirective = 'CacheControlScope';

/** The published contract as text. */
export interface Contract {
  /** What the gateway plans from; names the subgraph of each field. */
  readonly supergraph: string;
  /** What clients see. */
  readonly api: string;
}

/**
 * Composes the subgraphs' SDL as it stands in the sources.
 *
 * @throws {Error} with every fault and hint of composition: a hint is a description or a default that two subgraphs
 *   tell differently, and clients would see either
 */
export function composeContract(): Contract {
  const { supergraphSdl, schema, errors, hints } = composeServices(
    subgraphs.map((name) => ({
      name,
      url: `http://${name}.invalid/graphql`,
      typeDefs: readSchemaFiles(join(root, 'subgraphs', name, 'src')),
    })),
  );
  const unintended = (hints ?? []).filter(({ definition, message }) => !isIntended(definition.code, message));
  const faults = [...(errors ?? []), ...unintended].map((fault) => fault.message);
  if (supergraphSdl === undefined || schema === undefined || faults.length > 0) {
    throw new Error(`the subgraphs do not compose:\n${faults.join('\n')}`);
  }
  const api = schema.toAPISchema().toGraphQLJSSchema() as GraphQLSchema;
  return { supergraph: `${supergraphSdl}\n`, api: `${printSchema(api)}\n` };
}

function isIntended(code: string, message: string): boolean {
  return (
    code === enumOfManyOwners ||
    (code === objectOfManyOwners && message.includes('object type "Viewer"')) ||
    (code === 'UNUSED_ENUM_TYPE' && message.includes(`"${enumOfDirective}"`))
  );
}
