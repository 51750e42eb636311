import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleOperations } from '@consulta/gateway/explorer/page';
import { type BothExecutors, loadBothExecutors } from '@consulta/gateway/federation/both-executors.fixture';
import { createDataSource } from '@consulta/gateway/federation/data-source';
import { createHopSigner } from '@consulta/platform/hop/signature';
import { anonymous, type Viewer } from '@consulta/platform/viewer/viewer';
import { buildSchema } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOperations } from '../explain/read-operations.ts';
import { findSamples } from '../explain/samples.ts';
import { startTestStack, type TestStack } from '../kit/stack.ts';
import { viewerOf } from '../kit/subgraph.ts';
import { type Hops, hopsTo } from './hops.ts';

const schemaFile = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', '..', 'schema', `${name}.graphql`), 'utf8');

let stack: TestStack;
let hops: Hops;
let both: BothExecutors;
let operations: readonly string[];
beforeAll(async () => {
  stack = await startTestStack({ cache: 'off' });
  hops = hopsTo(stack);
  const signer = createHopSigner(stack.secrets.internalSecret);
  const sources = Object.entries(hops.transports).map(
    ([name, transport]) => [name, createDataSource(name, transport, signer)] as const,
  );
  both = await loadBothExecutors(schemaFile('supergraph'), new Map(sources));
  const client = new pg.Client({ connectionString: stack.database.connectionString });
  await client.connect();
  const reads = readOperations(buildSchema(schemaFile('api')), await findSamples(client));
  operations = [...exampleOperations().filter((text) => !text.includes('mutation')), ...reads, ...ofManySubgraphs];
  await client.end();
});
afterAll(async () => {
  await hops[Symbol.asyncDispose]();
  await stack.stop();
});

const ofManySubgraphs = [
  `{ appointments(first: 50) { edges { node { id start patient { name } doctor { name specializations(first: 2) { edges { node { name } } } }
     clinic { name } service { name } } } totalCount } }`,
  `{ doctors(first: 5) { edges { node { name schedule { timeZone } appointments(first: 3) { edges { node { start
     patient { name birthDate } doctor { name schedule { timeZone } } } } } } } } }`,
  '{ patients(first: 5) { edges { node { name appointments(first: 3) { edges { node { status doctor { name } } } } } } } }',
];

test.each<readonly [string, Viewer]>([
  ['a visitor', anonymous],
  ['an administrator', viewerOf('ADMIN')],
])(
  'the graph answers %s as the stock gateway would',
  async (_who, viewer) => {
    expect(operations.length).toBeGreaterThan(100);
    for (const operation of operations) {
      const { stock, own } = await both.run(operation, {}, viewer);
      expect(own, operation).toEqual(stock);
    }
  },
  240_000,
);
