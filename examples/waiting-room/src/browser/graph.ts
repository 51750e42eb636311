import { Client, type ExecutionResult, fetchExchange, subscriptionExchange } from '@urql/core';
import type { Session } from './session.ts';
import type { Transport } from './transport.ts';

/** The graph as this viewer sees it. Nothing is cached: the board holds what it shows, and updates keep it true. */
export function createGraph(session: Session, transport: Transport): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetch: async (resource, options = {}) =>
      fetch(resource, { ...options, headers: { ...options.headers, authorization: await session.authorization() } }),
    exchanges: [
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe(sink) {
            const unsubscribe = transport.subscribe(
              { query, ...(variables && { variables }) },
              { ...sink, next: (result) => sink.next(result as ExecutionResult) },
            );
            return { unsubscribe };
          },
        }),
      }),
      fetchExchange,
    ],
  });
}
