import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { openStream } from '../stream/open-stream.ts';
import { type CachePolicy, cachePolicyOf } from './cache-policy.ts';
import { isCompilable } from './compilable.ts';
import { inputDefaultsOf } from './input-defaults.ts';

export interface OperationRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
  /** Of a subscription: asks what it follows, which is then in `extensions.stream`, instead of executing it. */
  readonly opens?: boolean;
}

/** Executes operations of one schema, each distinct document parsed, validated and compiled once. */
export type Executor = (request: OperationRequest, context: unknown) => Promise<Executed>;

export interface Executed {
  /** Absent where the text does not parse. */
  readonly document?: DocumentNode | undefined;
  /** Of the operation, whatever came of it; absent where the document is not valid. */
  readonly cachePolicy?: CachePolicy | undefined;
  readonly result: ExecutionResult;
}

interface Prepared {
  readonly document?: DocumentNode;
  readonly errors: readonly GraphQLError[];
  readonly cachePolicy?: CachePolicy;
  uses: number;
  compiled?: Compiled | undefined;
}

/** Runs a document's operation with a client's variables. */
interface Compiled {
  run(context: unknown, variables: Variables): Promise<ExecutionResult>;
}
type Variables = Readonly<Record<string, unknown>>;

/** A document is compiled at this use: a text that comes once is not worth the compiler's milliseconds. */
const compileAtUse = 2;
const mostTokens = 20_000;

/**
 * A lean executor for documents that come from the gateway's plans: there are few and they repeat.
 *
 * @param capacity characters of distinct documents kept, least recently used out first. Clients decide how many texts
 *   there are and how long: compiled, each character takes some 200 bytes
 */
export function createExecutor(schema: GraphQLSchema, capacity = 500_000): Executor {
  const documents = new LRUCache<string, Prepared>({ maxSize: capacity, sizeCalculation: (_, key) => key.length });

  const prepare = ({ query, operationName }: OperationRequest): Prepared => {
    const key = `${operationName ?? ''} ${query}`;
    let prepared = documents.get(key);
    if (prepared === undefined) {
      prepared = parseAndValidate(schema, query, operationName);
      documents.set(key, prepared);
    }
    prepared.uses += 1;
    if (prepared.uses === compileAtUse) prepared.compiled = compile(schema, prepared, operationName ?? undefined);
    return prepared;
  };

  return async (request, contextValue) => {
    const { document, errors, cachePolicy, compiled } = prepare(request);
    if (document === undefined || errors.length > 0) return { document, result: { errors } };
    if (request.opens === true) return { document, result: await openStream(schema, document, request, contextValue) };
    const variableValues = request.variables ?? {};
    const result = await compiled?.run(contextValue, variableValues);
    // Without data nothing ran, because a variable was refused: the reference implementation says why in the usual words.
    if (result?.data !== undefined) return { document, cachePolicy, result };
    const { operationName = null } = request;
    const interpreted = await execute({ schema, document, contextValue, variableValues, operationName });
    return { document, cachePolicy, result: interpreted };
  };
}

function compile(
  schema: GraphQLSchema,
  { document, errors }: Prepared,
  operationName: string | undefined,
): Compiled | undefined {
  const operation = document && getOperationAST(document, operationName);
  if (document === undefined || operation == null || errors.length > 0) return undefined;
  if (!isCompilable(schema, document, operation)) return undefined;
  const compiled = compileQuery(schema, document, operationName);
  if (!isCompiledQuery(compiled)) return undefined;
  const withDefaults = inputDefaultsOf(schema, operation);
  return { run: async (context, variables) => compiled.query(undefined, context, withDefaults(variables)) };
}

function parseAndValidate(schema: GraphQLSchema, query: string, operationName: string | null | undefined): Prepared {
  try {
    const document = parse(query, { maxTokens: mostTokens });
    const errors = validate(schema, document);
    if (errors.length > 0) return { document, errors, uses: 0 };
    return { document, errors, cachePolicy: cachePolicyOf(schema, document, operationName), uses: 0 };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { errors: [new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } })], uses: 0 };
  }
}
