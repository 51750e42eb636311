import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

// `pnpm check` runs every `check:*` script of the root package, all of them even when one fails.
const root = join(import.meta.dirname, '..', '..', '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const checks = Object.entries(scripts).filter(([name]) => name.startsWith('check:'));

/** What it printed, or undefined where it passed. */
async function run(command: string): Promise<string | undefined> {
  const child = spawn(`${command} 2>&1`, { shell: true, cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const printed = await text(child.stdout);
  return (await exit) === 0 ? undefined : printed.trim();
}

let failed = 0;
for (const [name, command] of checks) {
  const began = performance.now();
  const fault = await run(command);
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(5);
  console.log(`${fault === undefined ? 'ok  ' : 'FAIL'} ${seconds} s  ${name.slice('check:'.length)}`);
  if (fault === undefined) continue;
  failed++;
  console.log(`\n${fault}\n`);
}
console.log(`${checks.length - failed} checks passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
