import type { ApolloServer, ApolloServerPlugin } from '@apollo/server';
import { badUserInput } from '@consulta/platform/graphql/errors';
import type { Logger } from '@consulta/platform/logger';
import { type FormattedExecutionResult, type GraphQLFormattedError, OperationTypeNode } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { presentFailure } from '../http/present-errors.ts';
import type { Admitted } from './subscription.ts';

/** What came of an operation that a client sent over a connection. */
export type Admission =
  /** Nothing: it is no operation, or not one that is taken. */
  | { readonly errors: readonly GraphQLFormattedError[] }
  | { readonly answer: FormattedExecutionResult }
  | { readonly subscription: Admitted };

/** An operation as clients send it. */
export interface OperationParams {
  /** Empty, or not there, where the extensions name the document by its hash. */
  readonly query?: string | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

/** @param isReadOnly refuses mutations */
export type Admit = (params: OperationParams, context: GatewayContext, isReadOnly: boolean) => Promise<Admission>;

/**
 * Takes an operation through all that Apollo Server does with one by HTTP: documents by their hash, parsing with its
 * limit, validation, the plugins, the masking of errors. Queries and mutations come back answered; a subscription stops
 * short of being executed.
 */
export function createAdmit(apollo: ApolloServer<GatewayContext>, logger: Logger): Admit {
  return async ({ query, operationName, variables, extensions: named }, context, isReadOnly) => {
    let subscription: Admitted | undefined;
    const door = {
      isReadOnly,
      admit(admitted: Admitted) {
        subscription = admitted;
      },
    };
    const request = {
      ...(query && { query }),
      ...(operationName && { operationName }),
      variables: variables ?? {},
      extensions: named ?? {},
    };
    try {
      const { body } = await apollo.executeOperation(request, { contextValue: { ...context, door } });
      if (subscription !== undefined) return { subscription };
      if (body.kind !== 'single') throw new Error('the federated graph does not answer in parts');
      const { data, errors, extensions } = body.singleResult;
      if (data === undefined) return { errors: errors ?? [] };
      return { answer: { data, ...(errors && { errors }), ...(extensions && { extensions }) } };
    } catch (error) {
      return { errors: [presentFailure(error, context.requestId, logger)] };
    }
  };
}

/** Hands a subscription over to the connection that it came by, and refuses one that came by an ordinary request. */
export const subscriptionPlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue: { door } }) {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION && door === undefined) {
          throw badUserInput('Subscribe over a WebSocket, or by server-sent events at /graphql/stream.', ['query']);
        }
        if (operation?.operation === OperationTypeNode.MUTATION && door?.isReadOnly === true) {
          throw badUserInput('A GET changes nothing: send mutations by POST.', ['query']);
        }
      },
      async responseForOperation({ operation, document, queryHash, request, contextValue: { door }, response }) {
        if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return null;
        const { operationName, variables = {} } = request;
        door?.admit({
          operation: { document, operationName: operationName ?? undefined, variables },
          textHash: queryHash ?? '',
        });
        return { http: response.http, body: { kind: 'single', singleResult: { data: null } } };
      },
    };
  },
};
