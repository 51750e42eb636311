import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deriveArtefacts } from './artefacts.ts';

// `pnpm generate` writes what differs; with --check it names what differs and fails.
const root = join(import.meta.dirname, '..', '..', '..');
const checking = process.argv.includes('--check');

const { artefacts, failures } = await deriveArtefacts();
const current = await Promise.all(
  artefacts.map(async ([path, text]) => (await readFile(join(root, path), 'utf8').catch(() => undefined)) === text),
);
const stale = artefacts.filter((_, index) => current[index] === false);

for (const [path, text] of stale) {
  console.log(checking ? `${path} is out of date` : `wrote ${path}`);
  if (checking) continue;
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
for (const failure of failures) console.error(failure instanceof Error ? failure.message : failure);
if (failures.length > 0) process.exitCode = 1;
if (checking && stale.length > 0) {
  console.error('Run `pnpm generate` and commit what it writes.');
  process.exitCode = 1;
}
