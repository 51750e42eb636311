import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse } from 'graphql';

/** What a client sends and gets for each scalar, as JSON has it. */
const scalars = {
  ID: 'string',
  DateTime: 'string',
  Date: 'string',
  LocalTime: 'string',
  LocalDateTime: 'string',
  TimeZone: 'string',
};

/**
 * A client's operations as typed documents.
 *
 * @param api the schema as clients see it
 * @param operations the text of its operations and fragments
 * @throws {Error} where an operation is not valid
 */
export function clientDocuments(api: string, operations: string): Promise<string> {
  return codegen({
    schema: parse(api),
    schemaAst: buildSchema(api),
    documents: [{ location: 'operations.graphql', document: parse(operations) }],
    filename: 'documents.ts',
    config: {
      scalars,
      strictScalars: true,
      immutableTypes: true,
      enumsAsTypes: true,
      skipTypename: true,
      useTypeImports: true,
      dedupeFragments: true,
    },
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations: typescriptOperations, documents: typedDocumentNode },
  });
}
