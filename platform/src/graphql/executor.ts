import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

export interface OperationRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
}

/** Executes operations of one schema, each distinct document parsed, validated and compiled once. */
export type Executor = (request: OperationRequest, context: unknown) => Promise<Executed>;

export interface Executed {
  /** Absent where the text does not parse. */
  readonly document?: DocumentNode;
  readonly result: ExecutionResult;
}

interface Prepared {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
  uses: number;
  compiled?: CompiledQuery | undefined;
}

/** A document is compiled at this use: a text that comes once is not worth the compiler's milliseconds. */
const compileAtUse = 2;

/**
 * A lean executor for documents that come from the gateway's plans: there are few and they repeat.
 *
 * @param capacity distinct documents kept, least recently used out first
 */
export function createExecutor(schema: GraphQLSchema, capacity = 2_000): Executor {
  const documents = new LRUCache<string, Prepared>({ max: capacity });

  const prepare = (query: string, operationName: string | undefined): Prepared => {
    const key = `${operationName ?? ''} ${query}`;
    const known = documents.get(key);
    if (known !== undefined) return known;
    const document = parse(query, { maxTokens: 20_000 });
    const prepared: Prepared = { document, errors: validate(schema, document), uses: 0 };
    documents.set(key, prepared);
    return prepared;
  };

  return async ({ query, variables, operationName }, contextValue) => {
    let prepared: Prepared;
    try {
      prepared = prepare(query, operationName ?? undefined);
    } catch (error) {
      const code = { extensions: { code: 'GRAPHQL_PARSE_FAILED' } };
      return { result: { errors: [new GraphQLError(error instanceof Error ? error.message : 'Syntax error', code)] } };
    }
    const { document } = prepared;
    if (prepared.errors.length > 0) return { document, result: { errors: prepared.errors } };

    prepared.uses += 1;
    if (prepared.uses === compileAtUse) {
      const compiled = compileQuery(schema, document, operationName ?? undefined);
      if (isCompiledQuery(compiled)) prepared.compiled = compiled;
    }
    const variableValues = variables ?? {};
    const result =
      prepared.compiled === undefined
        ? execute({ schema, document, contextValue, variableValues, operationName })
        : prepared.compiled.query(undefined, contextValue, variableValues);
    return { document, result: await result };
  };
}
