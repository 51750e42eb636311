import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../context.ts';

/** Said of every answer that says nothing else. */
export const notToBeKept = 'private, no-store';

/**
 * Says who may keep an answer and for how long, from what every subgraph said of its part: anyone, where a GET named a
 * document that is known here by its hash and all went well; nobody in every other case.
 */
export const cacheControlPlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response, metrics, overallCachePolicy }) {
        const { body, http } = response;
        http.headers.set('cache-control', notToBeKept);
        const policy = overallCachePolicy.policyIfCacheable();
        // A text that anyone may make up would fill caches with what nobody asks for again.
        const isByHash = request.http?.method === 'GET' && metrics.persistedQueryHit === true;
        if (!isByHash || policy?.scope !== 'PUBLIC' || (http.status ?? 200) !== 200) return;
        if (body.kind !== 'single' || (body.singleResult.errors ?? []).length > 0) return;
        http.headers.set('cache-control', `public, max-age=${policy.maxAge}`);
        // The content is the same for everyone, but a token that is refused is not answered with it.
        http.headers.set('vary', 'accept, authorization');
        // What one execution took is not for those who are given its answer later.
        delete body.singleResult.extensions;
      },
    };
  },
};
