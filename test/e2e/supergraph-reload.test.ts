import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import WebSocket from 'ws';
import { type Edges, startTestStack } from '../kit/stack.ts';

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
  const login = await fetch(`${stack.url}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'staff@demo.local', password: 'demo-consulta' }),
  });
  const { access_token: token } = (await login.json()) as { access_token: string };
  const socket = createClient({
    url: `${stack.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
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
  while (!/^consulta_stream_subscriptions 1$/m.test(await (await fetch(`${stack.url}/metrics`)).text()))
    await sleep(20);

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
