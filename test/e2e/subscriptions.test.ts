import { createClient as createEventSource } from 'graphql-sse';
import { createClient as createSocket } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import WebSocket from 'ws';
import { signInAt } from '../kit/sign-in.ts';
import { type Edges, type Query, startTestStack, type TestStack, untilSubscribed } from '../kit/stack.ts';

// The whole way: a change through the API, its commit, the relay, the log, the bus, the gateway's plan over three subgraphs,
// the socket.

interface Update {
  readonly appointmentUpdated: {
    readonly cursor: string;
    readonly type: string;
    readonly version: number;
    readonly appointment: unknown;
  };
}
interface Booked {
  readonly id: string;
  readonly version: number;
  readonly patient: { readonly name: string };
  readonly doctor: { readonly name: string };
}

const watch = `subscription Watch($id: ID!, $after: String) {
  appointmentUpdated(id: $id, after: $after) {
    cursor type version
    appointment { id status patient { name } doctor { name specializations(first: 1) { edges { node { name } } } } }
  }
}`;
const redisUrl = inject('redisUrl');

describe.each([
  ['on PostgreSQL alone', null],
  ...(redisUrl === null ? [] : [['with Redis', redisUrl] as const]),
] as const)('%s', (_where, redis) => {
  let stack: TestStack;
  let other: Awaited<ReturnType<TestStack['another']>>;
  let staff: Query;
  let authorization: string;
  const booked: Booked[] = [];

  beforeAll(async () => {
    stack = await startTestStack({ redisUrl: redis });
    other = await stack.another();
    staff = await stack.signIn('staff@demo.local');
    authorization = `Bearer ${await signInAt(stack.url, 'staff@demo.local')}`;
    const { data } = await staff<{ appointments: Edges<Booked> }>(
      `{ appointments(first: 10, filter: { status: [BOOKED] }) {
        edges { node { id version patient { name } doctor { name } } }
      } }`,
    );
    booked.push(...(data?.appointments.edges ?? []).map(({ node }) => node));
  });
  afterAll(async () => {
    await other.stop();
    await stack.stop();
  });

  const cancel = async ({ id, version }: Booked) => {
    const { data } = await staff(
      `mutation ($input: CancelAppointmentInput!) {
        cancelAppointment(input: $input) { appointment { status } userErrors { code } }
      }`,
      { input: { appointment: id, expectedVersion: version } },
    );
    expect(data).toEqual({ cancelAppointment: { appointment: { status: 'CANCELLED' }, userErrors: [] } });
  };
  const told = ({ id, version, patient, doctor }: Booked) => ({
    appointmentUpdated: {
      cursor: expect.any(String),
      type: 'CANCELLED',
      version: version + 1,
      appointment: {
        id,
        status: 'CANCELLED',
        patient,
        doctor: { ...doctor, specializations: { edges: [{ node: { name: expect.any(String) } }] } },
      },
    },
  });

  test('a WebSocket of another process is told of a change', async () => {
    const appointment = nth(0);
    const socket = createSocket({
      url: `${other.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization },
    });
    const updates = socket.iterate<Update>({ query: watch, variables: { id: appointment.id } });
    const update = updates.next();
    await untilSubscribed(other.url, 1);
    await cancel(appointment);
    expect((await update).value).toEqual({ data: told(appointment) });
    await updates.return?.();
    await socket.dispose();
  });

  test('an event stream of another process is told the same', async () => {
    const appointment = nth(1);
    const source = createEventSource({ url: `${other.url}/graphql/stream`, headers: { authorization } });
    const updates = source.iterate<Update>({ query: watch, variables: { id: appointment.id } });
    const update = updates.next();
    await untilSubscribed(other.url, 1);
    await cancel(appointment);
    expect((await update).value).toEqual({ data: told(appointment) });
    source.dispose();
  });

  function nth(index: number): Booked {
    const appointment = booked[index];
    if (appointment === undefined) throw new Error('the demo data has too few booked appointments');
    return appointment;
  }
});
