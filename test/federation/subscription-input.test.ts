import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isRequiredArgument } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../kit/stack.ts';
import { viewerOf } from '../kit/subgraph.ts';
import { type Hops, hopsTo } from './hops.ts';
import { sampleOf } from './inputs.ts';
import { marker, wrongValues } from './wrong-values.ts';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '..', '..', 'schema', 'api.graphql'), 'utf8'));
const subscriptions = Object.values(schema.getSubscriptionType()?.getFields() ?? {});

/** `appointmentUpdated(id)` takes an appointment's. */
const subjectOf = (field: string, argument: string) => (argument === 'id' ? field.replace(/Updated$/, '') : argument);

let stack: TestStack;
let hops: Hops;
beforeAll(async () => {
  stack = await startTestStack();
  hops = hopsTo(stack);
});
afterAll(async () => {
  await hops[Symbol.asyncDispose]();
  await stack.stop();
});

test.each(subscriptions)(
  '$name is not opened with an id or a cursor that can never be right',
  async ({ name, args }) => {
    const required = args.filter(isRequiredArgument);
    const given = Object.fromEntries(
      required.map((argument) => [argument.name, sampleOf(subjectOf(name, argument.name), argument.type)]),
    );
    for (const argument of args.filter(({ name: of, type }) => of === 'after' || String(type) === 'ID!')) {
      const values =
        argument.name === 'after'
          ? [marker, '', 'YQ']
          : wrongValues(subjectOf(name, argument.name), argument.type).map(({ value }) => value);
      for (const value of values) {
        const variables: Record<string, unknown> = { ...given, [argument.name]: value };
        const used = args.filter((each) => each.name in variables);
        const declared = used.map((each) => `$${each.name}: ${each.type}`).join(', ');
        const passed = used.map((each) => `${each.name}: $${each.name}`).join(', ');
        const subscription = `subscription Refused(${declared}) { ${name}(${passed}) { cursor } }`;
        const { errors, extensions } = await hops.open(viewerOf('ADMIN'), subscription, variables);
        expect(errors, `${argument.name}: ${String(value)}`).toMatchObject([
          { extensions: { code: 'BAD_USER_INPUT', argument: argument.name } },
        ]);
        expect(JSON.stringify(errors)).not.toContain(marker);
        expect(extensions?.['stream']).toBeUndefined();
      }
    }
  },
);
