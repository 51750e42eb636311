import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
  valueFromASTUntyped,
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
  readonly document?: DocumentNode | undefined;
  readonly result: ExecutionResult;
}

interface Prepared {
  readonly document?: DocumentNode;
  readonly errors: readonly GraphQLError[];
  uses: number;
  compiled?: CompiledQuery | undefined;
  /** Of the variables that have one: the compiler refuses `$order: Order! = NAME` where it is left out. */
  defaults?: Readonly<Record<string, unknown>>;
}

/** A document is compiled at this use: a text that comes once is not worth the compiler's milliseconds. */
const compileAtUse = 2;
const mostTokens = 20_000;

/**
 * A lean executor for documents that come from the gateway's plans: there are few and they repeat.
 *
 * @param capacity distinct documents kept, least recently used out first
 */
export function createExecutor(schema: GraphQLSchema, capacity = 2_000): Executor {
  const documents = new LRUCache<string, Prepared>({ max: capacity });

  const prepare = ({ query, operationName }: OperationRequest): Prepared => {
    const key = `${operationName ?? ''} ${query}`;
    let prepared = documents.get(key);
    if (prepared === undefined) {
      prepared = parseAndValidate(schema, query);
      documents.set(key, prepared);
    }
    prepared.uses += 1;
    if (prepared.uses === compileAtUse && prepared.document !== undefined && prepared.errors.length === 0) {
      const compiled = compileQuery(schema, prepared.document, operationName ?? undefined);
      if (isCompiledQuery(compiled)) prepared.compiled = compiled;
      prepared.defaults = defaultsOf(prepared.document, operationName);
    }
    return prepared;
  };

  return async (request, contextValue) => {
    const { document, errors, compiled, defaults } = prepare(request);
    if (document === undefined || errors.length > 0) return { document, result: { errors } };
    const variableValues = request.variables ?? {};
    const interpreted = async () =>
      execute({ schema, document, contextValue, variableValues, operationName: request.operationName ?? null });
    if (compiled === undefined) return { document, result: await interpreted() };
    const result = await compiled.query(undefined, contextValue, { ...defaults, ...variableValues });
    // Without data nothing ran, because the compiler refused a variable. The reference implementation says why in the
    // usual words, or runs what the compiler is wrong to refuse: an input field left out that has a default.
    return { document, result: result.data === undefined ? await interpreted() : result };
  };
}

function defaultsOf(document: DocumentNode, operationName: string | null | undefined): Record<string, unknown> {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  return Object.fromEntries(
    definitions.flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  );
}

function parseAndValidate(schema: GraphQLSchema, query: string): Prepared {
  try {
    const document = parse(query, { maxTokens: mostTokens });
    return { document, errors: validate(schema, document), uses: 0 };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { errors: [new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } })], uses: 0 };
  }
}
