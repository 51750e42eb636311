import { once } from 'node:events';
import { openAppointmentChanges } from '@consulta/test/kit/appointment-changes';
import { pushAcrossKills, type Victim } from '@consulta/test/kit/push-across-kills';
import { signInAt } from '@consulta/test/kit/sign-in';
import { deploy, print } from './deployment.ts';

// Followers of patients, doctors and clinics' days over two processes, of which one is killed with -9 while appointments
// change, and then the other: what they miss, get twice, or out of order.
// Run: `pnpm bench:resume [changes]`

const changeCount = Number(process.argv[2] ?? 10_000);
const followers = 50;

const scale = { clinics: 8, doctors: 40, patients: 400, appointments: 3_000, daysBack: 30, daysAhead: 30 };
await using deployment = await deploy(scale);
await using changes = openAppointmentChanges(deployment.connectionString);

async function start(): Promise<Victim> {
  const url = await deployment.start({ CONNECTIONS_PER_ACCOUNT: '1000' });
  const child = deployment.processAt(url);
  return {
    url,
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

const report = await pushAcrossKills({
  changes,
  start,
  signIn: (url) => signInAt(url, 'admin@demo.local'),
  followers,
  changeCount,
  appointments: await changes.watchable(100),
});
print(
  `${report.followers} followers, ${report.changes} changes, ${report.updates} updates, ${report.reconnections} reconnections`,
);
print(`missing ${report.missing}, twice ${report.twice}, out of order ${report.outOfOrder}`);
if (report.refusals.length > 0) print(`refused: ${JSON.stringify(report.refusals[0])}`);
