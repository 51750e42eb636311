import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

// graphql-ws' own server over `ws`, with the one field and nothing behind it: what our subscribers are compared with. Says
// where it answers by IPC.

const schema = buildSchema(`
  type Query { _: Boolean }
  type Subscription { appointmentUpdated(id: ID!, after: String): AppointmentUpdate }
  type AppointmentUpdate {
    cursor: String!
    type: String!
    version: Int!
    occurredAt: String!
    appointmentId: ID!
    appointment: Appointment
  }
  type Appointment { id: ID! status: String! }
`);

/** Nothing ever happens. */
async function* silence(): AsyncGenerator<unknown> {
  yield await new Promise(() => undefined);
}

const http = createServer();
const server = new WebSocketServer({ server: http, path: '/graphql' });
useServer({ schema, roots: { subscription: { appointmentUpdated: silence } } }, server);
http.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(http.address() as AddressInfo).port}`));
process.on('disconnect', () => process.exit(0));
