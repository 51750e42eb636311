import type { ApolloServerPlugin } from '@apollo/server';
import { badUserInput } from '@consulta/platform/graphql/errors';
import { type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { notByRequest } from '../federation/executor.ts';

/**
 * Refuses an `operationName` that the document does not hold, or none where it holds several; and subscriptions, which
 * no single answer can serve.
 */
export const knownOperationPlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation(context) {
        // Apollo leaves this to the executor, whatever its types say.
        const operation: OperationDefinitionNode | undefined = context.operation;
        if (operation === undefined) {
          throw badUserInput('Name one of the operations that the document holds.', ['operationName']);
        }
        if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw notByRequest();
      },
    };
  },
};
