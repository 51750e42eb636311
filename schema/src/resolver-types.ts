import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSchemaFiles } from '@consulta/platform/subgraph/schema-files';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  printSchema,
} from 'graphql';

const root = join(import.meta.dirname, '..', '..');

/** What resolvers give and take for each scalar; platform's scalars do the conversion. */
const scalars = {
  ID: 'string',
  DateTime: { input: 'Date', output: 'Date | string' },
  Date: 'string',
  LocalTime: 'string',
  LocalDateTime: 'string',
  TimeZone: 'string',
};

const config = {
  contextType: '../context.ts#Context',
  enumsAsTypes: true,
  useTypeImports: true,
  immutableTypes: true,
  strictScalars: true,
  scalars,
  makeResolverTypeCallable: true,
  // An argument with a default is never undefined, and an optional one may be absent or null.
  avoidOptionals: { field: true, defaultValue: true },
  importExtension: '',
  skipTypename: true,
};

/** The row type that stands for a GraphQL type between resolvers, as `file.ts#Type`. */
type Mappers = Readonly<Record<string, string>>;

/**
 * Types of a subgraph's resolvers, from the SDL it serves.
 *
 * `mappers.json` in the subgraph's folder maps a GraphQL type to the TypeScript type of its parents, relative to the
 * generated file: `{ "Clinic": "../clinic/queries.ts#ClinicRow" }`. The connection of a mapped type follows from it.
 */
export async function resolverTypes(subgraph: string): Promise<string> {
  const folder = join(root, 'subgraphs', subgraph);
  const schema = buildASTSchema(withRootTypes(readSchemaFiles(join(folder, 'src'))), { assumeValidSDL: true });
  const text = await codegen({
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents: [],
    filename: 'resolvers.ts',
    config: { ...config, mappers: withConnections(readMappers(join(folder, 'mappers.json'), schema), schema) },
    plugins: [{ typescript: {} }, { resolvers: { federation: true } }],
    pluginMap: { typescript, resolvers: typescriptResolvers },
  });
  return schema.getSubscriptionType() ? withStreamFields(text) : text;
}

/** What a subgraph does for a subscription is not what the reference implementation of GraphQL does. */
function withStreamFields(text: string): string {
  const resolver = /\bSubscriptionResolver<(.+), "\w+", ParentType, ContextType(?:, (.+))?>;/g;
  const imported = "import type { StreamField } from '@consulta/platform/stream/open-stream';\n";
  const replaced = text.replaceAll(
    resolver,
    (_, result: string, args = 'Record<PropertyKey, never>') => `StreamField<${args}, ContextType, ${result}>;`,
  );
  if (replaced === text) throw new Error('the generator no longer names the resolvers of subscriptions as it did');
  return (
    imported + replaced.replace(/(export type SubscriptionResolvers<ContextType = Context), ParentType [^>]+>/, '$1>')
  );
}

function readMappers(file: string, schema: GraphQLSchema): Mappers {
  if (!existsSync(file)) return {};
  const mappers = JSON.parse(readFileSync(file, 'utf8')) as Mappers;
  const unknown = Object.keys(mappers).filter((type) => schema.getType(type) === undefined);
  if (unknown.length > 0) throw new Error(`${file} maps types that the schema does not have: ${unknown.join(', ')}`);
  return mappers;
}

function withConnections(mappers: Mappers, schema: GraphQLSchema): Mappers {
  const connections = Object.entries(mappers).flatMap(([type, mapper]) =>
    schema.getType(`${type}Connection`) === undefined
      ? []
      : [[`${type}Connection`, `@consulta/platform/connection/connection#Connection<${mapper.split('#')[1]}>`]],
  );
  return { ...Object.fromEntries(connections), ...mappers };
}

/** Features only extend the root types; federation supplies them when it composes. */
function withRootTypes(document: DocumentNode): DocumentNode {
  const extended = document.definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_EXTENSION ? [node.name.value] : [],
  );
  const roots = ['Query', 'Mutation'].filter((name) => extended.includes(name));
  const definitions = roots.map((name) => objectType(name));
  return { ...document, definitions: [...definitions, ...document.definitions] };
}

function objectType(name: string): ObjectTypeDefinitionNode {
  return { kind: Kind.OBJECT_TYPE_DEFINITION, name: { kind: Kind.NAME, value: name } };
}
