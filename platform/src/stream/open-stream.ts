import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  locatedError,
  OperationTypeNode,
} from 'graphql';
import type { OpenedStream } from './stream-event.ts';

/**
 * Resolvers of a field of `Subscription`. A subgraph streams nothing by itself: it says what a subscription follows, and
 * answers for one event at a time, each time with the permissions that the viewer has then.
 */
export interface StreamField<Arguments, Context, Payload> {
  /** @throws what denies the subscription */
  subscribe(parent: unknown, args: Arguments, context: Context): Promise<OpenedStream> | OpenedStream;
  /**
   * @returns null where the event is none of the subscription's
   * @throws what ends the subscription
   */
  resolve(
    parent: unknown,
    args: Arguments,
    context: Context,
    info: GraphQLResolveInfo,
  ): Promise<Payload | null> | Payload | null;
}

/**
 * Asks the one field of a subscription what it follows.
 *
 * @returns an {@link OpenedStream} in `extensions.stream`, or why there is none in `errors`
 */
export async function openStream(
  schema: GraphQLSchema,
  document: DocumentNode,
  request: {
    readonly operationName?: string | null | undefined;
    readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  },
  context: unknown,
): Promise<ExecutionResult> {
  const operation = getOperationAST(document, request.operationName);
  const [selection] = operation?.selectionSet.selections ?? [];
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION || selection?.kind !== Kind.FIELD) {
    return { errors: [new GraphQLError('Only a subscription can be opened.')] };
  }
  const field: GraphQLField<unknown, unknown> | undefined = schema.getSubscriptionType()?.getFields()[
    selection.name.value
  ];
  const path = [selection.alias?.value ?? selection.name.value];
  const { errors, coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
  if (field?.subscribe === undefined || coerced === undefined) {
    return { errors: errors ?? [new GraphQLError('Nothing can be subscribed to there.', { path })] };
  }
  try {
    const args = getArgumentValues(field, selection, coerced);
    const opened = field.subscribe(undefined, args, context, {} as never) as Promise<OpenedStream> | OpenedStream;
    return { extensions: { stream: await opened } };
  } catch (error) {
    return { errors: [locatedError(error, [selection], path)] };
  }
}
