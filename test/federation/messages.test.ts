import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Edges, type Query, startTestStack, type TestStack } from '../kit/stack.ts';

let stack: TestStack;
let as: Record<'PATIENT' | 'DOCTOR' | 'ADMIN', Query>;
beforeAll(async () => {
  stack = await startTestStack({ cache: 'off' });
  const [PATIENT, DOCTOR, ADMIN] = await Promise.all([
    stack.signIn('patient@demo.local'),
    stack.signIn('doctor@demo.local'),
    stack.signIn('admin@demo.local'),
  ]);
  as = { PATIENT, DOCTOR, ADMIN };
});
afterAll(() => stack.stop());

interface Inbox {
  readonly viewer: {
    readonly role: string;
    readonly patient: { readonly name: string } | null;
    readonly inbox: Edges<{
      readonly appointment: { readonly id: string; readonly doctor: { readonly name: string } | null };
      readonly lastMessage: { readonly body: string; readonly authorRole: string; readonly isMine: boolean };
      readonly unreadCount: number;
    }>;
  } | null;
}

const inbox = `query Inbox($first: Int!) { viewer { role patient { name } inbox(first: $first) { edges { node {
  appointment { id doctor { name } } lastMessage { body authorRole isMine } unreadCount
} } } } }`;

test('one viewer tells who you are, from one subgraph, and what waits in your inbox, from another', async () => {
  const { data, errors } = await as.PATIENT<Inbox>(inbox, { first: 3 });
  expect(errors).toBeUndefined();
  expect(data?.viewer).toMatchObject({ role: 'PATIENT', patient: { name: expect.any(String) } });
  expect(data?.viewer?.inbox.edges).toHaveLength(3);
  for (const { node } of data?.viewer?.inbox.edges ?? [])
    expect(node).toMatchObject({ appointment: { doctor: { name: expect.any(String) } }, unreadCount: 0 });
  expect((await stack.anonymous<Inbox>(inbox, { first: 3 })).data).toEqual({ viewer: null });
  expect((await as.ADMIN<Inbox>(inbox, { first: 3 })).data?.viewer?.inbox.edges).toEqual([]);
});

test('an inbox costs as many statements however long it is', async () => {
  const counts: (number | undefined)[] = [];
  for (const first of [1, 10, 50]) {
    const answer = await as.DOCTOR<Inbox>(inbox, { first });
    expect(answer.errors).toBeUndefined();
    counts.push(answer.extensions?.sql?.statements);
  }
  expect(new Set(counts).size).toBe(1);
});

test('what a patient writes is at the front of the doctor’s inbox, and the patient learns that it was read', async () => {
  const { data } = await as.DOCTOR<{ appointments: Edges<{ id: string; patient: { id: string } | null }> }>(
    '{ appointments(filter: { status: [BOOKED] }, first: 100) { edges { node { id patient { id } } } } }',
  );
  const own = await as.PATIENT<{ viewer: { patient: { id: string } } }>('{ viewer { patient { id } } }');
  const appointment = data?.appointments.edges.find(({ node }) => node.patient?.id === own.data?.viewer.patient.id)
    ?.node.id;
  const send = await as.PATIENT<{ sendMessage: { message: { id: string } | null; userErrors: unknown[] } }>(
    'mutation Send($input: SendMessageInput!) { sendMessage(input: $input) { message { id } userErrors { code } } }',
    { input: { appointment, body: 'Is it today?' } },
  );
  expect(send.data?.sendMessage.userErrors).toEqual([]);
  const [first] = (await as.DOCTOR<Inbox>(inbox, { first: 1 })).data?.viewer?.inbox.edges ?? [];
  expect(first?.node).toMatchObject({
    appointment: { id: appointment },
    lastMessage: { body: 'Is it today?', authorRole: 'PATIENT', isMine: false },
  });
  await as.DOCTOR(
    'mutation Read($input: MarkMessagesReadInput!) { markMessagesRead(input: $input) { userErrors { code } } }',
    { input: { appointment, upTo: send.data?.sendMessage.message?.id } },
  );
  const shown = await as.PATIENT<{ appointment: { messages: Edges<Record<string, unknown>> } }>(
    'query Messages($id: ID!) { appointment(id: $id) { messages(last: 1) { edges { node { body readBy } } } } }',
    { id: appointment },
  );
  expect(shown.data?.appointment.messages.edges).toEqual([{ node: { body: 'Is it today?', readBy: 'DOCTOR' } }]);
});
