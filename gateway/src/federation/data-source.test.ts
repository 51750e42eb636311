import { createHopSigner } from '@consulta/platform/hop/signature';
import { anonymous } from '@consulta/platform/viewer/viewer';
import { expect, test } from 'vitest';
import type { GatewayContext } from '../context.ts';
import { createDataSource } from './data-source.ts';

/** What the whole answer is restricted by, where a subgraph says this of its part. */
async function restrictionBy(extensions: Readonly<Record<string, unknown>> | undefined): Promise<unknown> {
  const restrictions: unknown[] = [];
  const context: GatewayContext = { viewer: anonymous, requestId: 'request-1', deadline: 0, statements: [] };
  const source = createDataSource(
    'providers',
    { send: async () => ({ data: {}, extensions }), close: async () => undefined },
    createHopSigner('a secret that is long enough for this'),
  );
  await source.fetch('{"query":"{ a }"}', context, (policy) => restrictions.push(policy));
  return restrictions[0];
}

test('what a subgraph says may be kept restricts the whole answer', async () => {
  const cacheControl = { maxAge: 60, scope: 'PUBLIC' };
  expect(await restrictionBy({ cacheControl })).toEqual(cacheControl);
});

test.each([
  ['nothing at all', undefined],
  ['something else', { statements: [] }],
  ['that it is private', { cacheControl: { maxAge: 60, scope: 'PRIVATE' } }],
  ['what is not understood', { cacheControl: 'max-age=60' }],
  ['half of it', { cacheControl: { scope: 'PUBLIC' } }],
  ['a time that is none', { cacheControl: { maxAge: '60', scope: 'PUBLIC' } }],
])('a subgraph that says %s makes it private', async (_what, extensions) => {
  expect(await restrictionBy(extensions)).toEqual({ maxAge: 0, scope: 'PRIVATE' });
});
