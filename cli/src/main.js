#!/usr/bin/env node
// Plain JavaScript, so that a Node too old for the rest can still say so.
const needed = 26;

if (Number.parseInt(process.versions.node, 10) < needed) {
  console.error(
    `consulta: this is Node ${process.versions.node}, Consulta needs ${needed}: use "npx pnpm@12 start", which brings it along.`,
  );
  process.exitCode = 1;
} else {
  const { run } = await import('./consulta.ts');
  await run(process.argv.slice(2), process.env);
}
