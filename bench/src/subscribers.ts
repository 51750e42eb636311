import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type MadeChange, openAppointmentChanges } from '@consulta/test/kit/appointment-changes';
import { signInAt } from '@consulta/test/kit/sign-in';
import { counter, deploy, print, quantile } from './deployment.ts';
import { atRate } from './graph.ts';
import { type Memory, memoryOf, type SubscriberClients, startClients, telling } from './subscriber-clients.ts';

// Many subscribers, each to an appointment of its own over a socket of its own, on one gateway: what an idle one holds in
// memory, against one of graphql-ws' own server; and, while appointments change, from the commit to the frame at the client.
// Run: `pnpm bench:subscribers [count]`

const count = Number(process.argv[2] ?? 10_000);
const [perSecond, seconds] = [200, 30];

const query = `subscription Watch($id: ID!, $after: String) {
  appointmentUpdated(id: $id, after: $after) {
    cursor type version occurredAt appointmentId appointment { id status }
  }
}`;

const appointments = Math.ceil(count * 1.5);
const scale = { clinics: 60, doctors: 600, patients: 5_000, appointments, daysBack: 1, daysAhead: 45 };
await using deployment = await deploy(scale);
await using changes = openAppointmentChanges(deployment.connectionString);
const watched = await changes.watchable(count);
if (watched.length < count) throw new Error(`only ${watched.length} appointments are to come`);
const variables = watched.map(({ appointment }) => ({ id: appointment }));

const stock = await stockSubscriber();
print(`each of ${count} idle subscribers holds, on graphql-ws' server: ${told(stock)}`);

const url = await deployment.start({ CONNECTIONS_PER_ACCOUNT: '20000', NODE_OPTIONS: telling });
const token = await signInAt(url, 'admin@demo.local');
await using clients = startClients();
const subscriptions = () => counter([url], 'consulta_stream_subscriptions');
const own = await perSubscriber(clients, url, token, deployment.processAt(url), async (wanted) => {
  while ((await subscriptions()) !== wanted) await sleep(200);
});
print(`on ours: ${told(own)}`);
print(`ratio ${(own.resident / stock.resident).toFixed(2)} resident, ${(own.live / stock.live).toFixed(2)} live`);

const committed: { readonly change: MadeChange; readonly at: number }[] = [];
let next = 0;
// The same again, unmeasured: compiled and warm.
for (const measured of [false, true]) {
  committed.length = 0;
  await clients.report();
  await atRate(perSecond, measured ? seconds : 5, async () => {
    const appointment = watched[next++ % watched.length];
    if (appointment === undefined) return;
    const change = await changes.change(appointment);
    committed.push({ change, at: performance.timeOrigin + performance.now() });
  });
  await sleep(3_000);
}
const arrivals = new Map((await clients.report()).map((one) => [`${one.appointment} ${one.version}`, one.first]));
const millis = committed.map(
  ({ change, at }) => (arrivals.get(`${change.appointment} ${change.version}`) ?? Number.POSITIVE_INFINITY) - at,
);
print(
  `commit to frame, ${perSecond} changes/s for ${seconds} s: p50 ${quantile(millis, 0.5).toFixed(1)} ms, ` +
    `p99 ${quantile(millis, 0.99).toFixed(1)} ms, max ${quantile(millis, 1).toFixed(1)} ms`,
);

async function stockSubscriber(): Promise<Memory> {
  const file = join(import.meta.dirname, 'stock-server.ts');
  const args = ['--max-semi-space-size=64', ...telling.split(' '), file];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [stockUrl] = (await once(server, 'message')) as [string];
  await using stockClients = startClients();
  const held = await perSubscriber(stockClients, stockUrl, '', server, () => sleep(1_000));
  server.disconnect();
  return held;
}

/** @param settled resolves once a server has so many subscriptions */
async function perSubscriber(
  clients: SubscriberClients,
  url: string,
  token: string,
  server: ChildProcess,
  settled: (subscriptions: number) => Promise<void>,
): Promise<Memory> {
  // What the first of them make a process need is not theirs.
  const warmingUp = Math.floor(count / 4);
  await clients.open({ url, token, query, variables: variables.slice(0, warmingUp) });
  await settled(warmingUp);
  const before = await memoryOf(server);
  await clients.open({ url, token, query, variables: variables.slice(warmingUp) });
  await settled(count);
  const after = await memoryOf(server);
  const others = count - warmingUp;
  return { resident: (after.resident - before.resident) / others, live: (after.live - before.live) / others };
}

function told({ resident, live }: Memory): string {
  return `${(resident / 1024).toFixed(1)} KB resident, ${(live / 1024).toFixed(1)} KB of them live objects`;
}
