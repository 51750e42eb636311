import { demoAccounts, demoPassword } from './demo-accounts.ts';

const query = `query {
  clinics(first: 3) {
    edges { node { name city timeZone } }
    totalCount
  }
}`;

/** What `start` prints when the graph can be queried. */
export function banner(url: string, mode: 'development' | 'production' | 'test'): string {
  if (mode === 'production') return `\nConsulta is ready: ${url}\n\nLet people in with: consulta account create\n`;
  const accounts = Object.entries(demoAccounts).map(([role, email]) => `  ${role.padEnd(9)}${email}`);
  const board = mode === 'development' ? `\nA clinic's day, live: ${url}/waiting-room\n` : '';
  const body = JSON.stringify({ query: query.replaceAll(/\s+/g, ' ') });
  return `
Consulta is ready: ${url}
${board}
Demo accounts, password ${demoPassword}:
${accounts.join('\n')}

A query to try there:

${query.replaceAll(/^/gm, '  ')}

or from a shell:

  curl ${url}/graphql -H 'content-type: application/json' -d '${body}'

Ctrl-C stops it; the data stays.
`;
}
