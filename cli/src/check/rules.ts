import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Rules of the house that no off-the-shelf tool knows.
const root = join(import.meta.dirname, '..', '..', '..');
const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');

function wholeRowSelects(): string[] {
  const wholeRow = /\.(selectAll|returningAll)\(|\b(select|returning)\s+(distinct\s+)?(\w+\.)?\*/gi;
  const sources = globSync('{platform,gateway,subgraphs/*,workers,migrations,schema,cli}/**/*.ts', {
    cwd: root,
    exclude: ['**/node_modules', '**/*.test.ts'],
  });
  return sources.flatMap((path) => {
    const lines = readFileSync(join(root, path), 'utf8').split('\n');
    return lines.flatMap((line, index) =>
      line.match(wholeRow) ? [`${path}:${index + 1} fetches whole rows: name the columns`] : [],
    );
  });
}

/** Two copies hold two sets of classes, and nearly every query breaks on instanceof. */
function oneFederation(): string[] {
  const copies = new Set(lockfile.match(/@apollo\/federation-internals@[\d.]+/g));
  return copies.size === 1
    ? []
    : [`pnpm-lock.yaml holds ${copies.size} of @apollo/federation-internals: ${[...copies].join(', ')}`];
}

/** An address binds every install to the registry of whoever wrote the lockfile. */
function noAddresses(): string[] {
  return lockfile
    .split('\n')
    .flatMap((line, index) =>
      /tarball:|https?:\/\//.test(line) ? [`pnpm-lock.yaml:${index + 1} holds a download address`] : [],
    );
}

const faults = [...wholeRowSelects(), ...oneFederation(), ...noAddresses()];
for (const fault of faults) console.log(fault);
if (faults.length > 0) process.exitCode = 1;
