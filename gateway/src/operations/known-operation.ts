import type { ApolloServerPlugin } from '@apollo/server';
import { badUserInput } from '@consulta/platform/graphql/errors';
import type { GatewayContext } from '../context.ts';

/** Refuses an `operationName` that the document does not hold, or none where it holds several. */
export const knownOperationPlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        // Apollo leaves this to the executor, whatever its types say.
        if ((operation as typeof operation | undefined) === undefined) {
          throw badUserInput('Name one of the operations that the document holds.', ['operationName']);
        }
      },
    };
  },
};
