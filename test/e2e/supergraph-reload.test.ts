import { readFile } from 'node:fs/promises';
import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import WebSocket from 'ws';
import { signInAt } from '../kit/sign-in.ts';
import { type Edges, startTestStack, untilSubscribed } from '../kit/stack.ts';

const file = new URL('../../schema/supergraph.graphql', import.meta.url);

test('a newer supergraph is served at once, an unusable one never, and sockets stay open through both', async () => {
  let update: (sdl: string) => void = () => undefined;
  await using stack = await startTestStack({
    supergraphUpdates: (take) => {
      update = take;
    },
  });
  const staff = await stack.signIn('staff@demo.local');
  const { data } = await staff<{ appointments: Edges<{ id: string; version: number }> }>(
    '{ appointments(first: 1, filter: { status: [BOOKED] }) { edges { node { id version } } } }',
  );
  const appointment = data?.appointments.edges[0]?.node;
  if (appointment === undefined) throw new Error('the demo data has no booked appointment');

  let closed = 0;
  const socket = createClient({
    url: `${stack.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${await signInAt(stack.url, 'staff@demo.local')}` },
    on: {
      closed() {
        closed += 1;
      },
    },
  });
  const updates = socket.iterate({
    query: 'subscription ($id: ID!) { appointmentUpdated(id: $id) { type appointment { status doctor { name } } } }',
    variables: { id: appointment.id },
  });
  const told = updates.next();
  await untilSubscribed(stack.url, 1);

  const published = await readFile(file, 'utf8');
  const described = async (): Promise<unknown> =>
    (await stack.anonymous<{ __type: { description: string } }>('{ __type(name: "Clinic") { description } }')).data
      ?.__type.description;
  const before = String(await described());
  expect(() => update('type Query { nothing: Int }')).toThrow();
  expect(await described()).toBe(before);
  update(published.replace(before, 'A place of the newer supergraph.'));
  expect(await described()).toBe('A place of the newer supergraph.');

  await staff(
    'mutation ($input: CancelAppointmentInput!) { cancelAppointment(input: $input) { userErrors { code } } }',
    {
      input: { appointment: appointment.id, expectedVersion: appointment.version },
    },
  );
  expect((await told).value).toMatchObject({
    data: { appointmentUpdated: { type: 'CANCELLED', appointment: { status: 'CANCELLED', doctor: {} } } },
  });
  expect(closed).toBe(0);
  await updates.return?.();
  await socket.dispose();
});
