import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@consulta/cli/free-port';
import { environment } from './config.ts';

// From `git clone` to the first answered query, by the README's own command; then Ctrl-C, and what is left behind.
// Run: `pnpm bench:first-query`

const origin = join(import.meta.dirname, '..', '..');
const folder = await mkdtemp(join(tmpdir(), 'consulta-clone-'));
const clone = join(folder, 'consulta');
const port = await freePort();
const query = JSON.stringify({ query: '{ clinics(first: 1) { edges { node { name } } } }' });
const begun = performance.now();
const since = (): string => `${((performance.now() - begun) / 1000).toFixed(1)} s`;

spawnSync('git', ['clone', '--quiet', origin, clone], { stdio: 'inherit' });
process.stdout.write(`cloned after ${since()}\n`);
const child = spawn('npx', ['-y', 'pnpm@12', 'start'], {
  cwd: clone,
  env: { ...environment, PORT: String(port), DATA_DIR: undefined, DATABASE_URL: undefined, REDIS_URL: undefined },
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: true,
});
const ended = once(child, 'exit');

while (!(await answers())) {
  if (child.exitCode !== null) throw new Error(`start ended with ${child.exitCode}`);
  await sleep(100);
}
process.stdout.write(`\nfirst query answered after ${since()}\n`);

process.kill(-(child.pid ?? 0), 'SIGINT');
await ended;
await sleep(1_000);
const { stdout } = spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' });
const left = stdout.split('\n').filter((line) => line.includes(clone));
process.stdout.write(`after Ctrl-C, processes left: ${left.length}\n${left.join('\n')}`);
await rm(folder, { recursive: true, force: true });

async function answers(): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body: query });
    const answer = (await response.json()) as { data?: { clinics?: unknown } };
    return answer.data?.clinics !== undefined;
  } catch {
    return false;
  }
}
