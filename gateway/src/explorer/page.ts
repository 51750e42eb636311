import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** The operations offered as tabs, in the order of their file names. */
export function exampleOperations(): string[] {
  const folder = join(import.meta.dirname, 'examples');
  return globSync('*.graphql', { cwd: folder })
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

/**
 * GraphiQL at `/`, from a prebuilt bundle that needs no network, with example operations and a sign-in for the demo
 * accounts. For development only: the bundle is read at the first visit.
 */
export function addExplorer(server: FastifyInstance): void {
  let page: Promise<string> | undefined;
  server.get('/', async (_request, reply) => {
    page ??= renderPage();
    return reply.type('text/html').send(await page);
  });
}

async function renderPage(): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const bar = readFileSync(join(import.meta.dirname, 'bar.html'), 'utf8');
  const graphiql = renderGraphiQL({
    title: 'Consulta',
    endpoint: '/graphql',
    defaultTabs: exampleOperations().map((query) => ({ query })),
    shouldPersistHeaders: false,
  });
  // A function, because the bundle's text may hold `$&` and the like.
  return graphiql.replace('<div id="root">', () => `${bar}<div id="root">`);
}
