import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type Edges, type Query, startTestStack, type TestStack } from '../kit/stack.ts';

let stack: TestStack;
let admin: Query;
beforeAll(async () => {
  stack = await startTestStack({ cache: 'off' });
  admin = await stack.signIn('admin@demo.local');
});
afterAll(() => stack.stop());

/** Prints what an operation sent to PostgreSQL and returns how many statements that was. */
function statementsOf(title: string, answer: Answer): number {
  expect(answer.errors).toBeUndefined();
  const sent = answer.extensions?.sql;
  process.stdout.write(`\n${title}: ${sent?.statements} statements\n`);
  for (const { subgraph, field, sql } of sent?.texts ?? []) process.stdout.write(`  ${subgraph} ${field}: ${sql}\n`);
  return sent?.statements ?? Number.NaN;
}

interface Row {
  readonly doctor: { readonly name: string } | null;
  readonly clinic: { readonly name: string } | null;
  readonly patient: { readonly name: string } | null;
}

const sheet = `query Sheet($first: Int!) {
  appointments(first: $first, orderBy: START_DESC) {
    edges { node { start status doctor { name } clinic { name } patient { name } } }
  }
}`;

test('appointments with doctor, clinic and patient take the same statements at every page size, at most 5', async () => {
  const counts: number[] = [];
  for (const first of [1, 20, 50, 100]) {
    const answer = await admin<{ appointments: Edges<Row> }>(sheet, { first });
    const rows = answer.data?.appointments.edges ?? [];
    expect(rows).toHaveLength(first);
    expect(rows.every(({ node }) => node.doctor && node.clinic && node.patient)).toBe(true);
    counts.push(statementsOf(`a sheet of ${first} appointments`, answer));
  }
  expect(new Set(counts).size).toBe(1);
  expect(counts[0]).toBeLessThanOrEqual(5);
});

test('20 doctors, each with their next 5 appointments, each with its patient, take at most 4', async () => {
  const answer = await admin<{ doctors: Edges<unknown> }>(
    `query Rounds($from: DateTime!) {
      doctors(first: 20) {
        edges { node { name appointments(first: 5, filter: { dateRange: { from: $from } }) {
          edges { node { start patient { name } } }
        } } }
      }
    }`,
    { from: new Date().toISOString() },
  );
  expect(answer.data?.doctors.edges).toHaveLength(20);
  expect(statementsOf('20 doctors with 5 appointments each', answer)).toBeLessThanOrEqual(4);
});

test('totalCount costs one statement a list, and only when selected', async () => {
  const without = await admin('{ clinics(first: 2) { edges { node { name } } } }');
  const counted = await admin('{ clinics(first: 2) { totalCount edges { node { name } } } }');
  expect(statementsOf('counted', counted) - statementsOf('not counted', without)).toBe(1);
});

test('a column is read only where its field is selected', async () => {
  const answer = await admin('{ patients(first: 1) { edges { node { id } } } }');
  const [text] = answer.extensions?.sql?.texts.filter(({ subgraph }) => subgraph === 'patients') ?? [];
  expect(text?.sql).toBeDefined();
  expect(text?.sql).not.toMatch(/medical_history|email|\*/);
});
