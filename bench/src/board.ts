import { setTimeout as sleep } from 'node:timers/promises';
import { openAppointmentChanges } from '@consulta/test/kit/appointment-changes';
import { signInAt } from '@consulta/test/kit/sign-in';
import { counter, deploy, print, quantile } from './deployment.ts';
import { startClients } from './subscriber-clients.ts';

// Many subscribers to the board of one clinic and day: how often an event is answered by the graph for all of them, and how
// long after the first of them the last one has it.
// Run: `pnpm bench:board [count]`

const count = Number(process.argv[2] ?? 5_000);
const events = 30;
const warmingUp = 10;

const query = `subscription Watch($clinic: ID!, $date: Date!, $after: String) {
  clinicBoardUpdated(clinic: $clinic, date: $date, after: $after) {
    cursor type version occurredAt appointmentId appointment { id status }
  }
}`;

const scale = { clinics: 8, doctors: 40, patients: 400, appointments: 3_000, daysBack: 30, daysAhead: 30 };
await using deployment = await deploy(scale);
await using changes = openAppointmentChanges(deployment.connectionString);
const [appointment] = await changes.watchable(1);
if (appointment === undefined) throw new Error('there is no appointment to come');
const { clinic, date } = appointment;

const url = await deployment.start({ CONNECTIONS_PER_ACCOUNT: '20000' });
const token = await signInAt(url, 'admin@demo.local');
await using clients = startClients();
await clients.open({ url, token, query, variables: Array.from({ length: count }, () => ({ clinic, date })) });
const metric = (name: string) => counter([url], `consulta_stream_${name}`);
while ((await metric('subscriptions')) !== count) await sleep(200);

const change = async (times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) {
    const before = await metric('frames_total');
    await changes.change(appointment);
    while ((await metric('frames_total')) < before + count) await sleep(50);
    await sleep(250);
  }
};
await change(warmingUp);
await clients.report();
const [hydrations, frames] = [await metric('hydrations_total'), await metric('frames_total')];
await change(events);
const hydrated = (await metric('hydrations_total')) - hydrations;
const written = (await metric('frames_total')) - frames;
const arrivals = await clients.report();
const spread = arrivals.map(({ first, last }) => last - first);
const complete = arrivals.filter((arrival) => arrival.frames === count).length;

print(`${count} subscribers in ${await metric('groups')} group, ${events} events, ${complete} of them to everybody`);
print(
  `hydrations an event ${(hydrated / events).toFixed(2)}: each is serialised once, for ${written / hydrated} frames`,
);
print(
  `from the first frame of an event to the last: median ${quantile(spread, 0.5).toFixed(1)} ms, worst ${quantile(spread, 1).toFixed(1)} ms`,
);
