import { errorCode, Fault, oneLine } from '../fault.ts';
import { postgresMajor } from '../postgres/binaries.ts';
import { withClient } from '../postgres/client.ts';

/** Makes sure that `DATABASE_URL` leads to a server that can be used, before anything is built on it. */
export async function checkGivenDatabase(connectionString: string): Promise<void> {
  const version = await serverVersion(connectionString).catch((error: unknown) => {
    throw new Fault(`DATABASE_URL: ${reason(error, new URL(connectionString))}`, { cause: error });
  });
  if (Number.parseInt(version, 10) >= Number(postgresMajor)) return;
  throw new Fault(`DATABASE_URL: the server is PostgreSQL ${version}, Consulta needs ${postgresMajor} or newer.`);
}

async function serverVersion(connectionString: string): Promise<string> {
  return await withClient(connectionString, async (client) => {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version ?? 'unknown';
  });
}

/** Says which part of the URL is wrong, never the password. */
function reason(error: unknown, url: URL): string {
  const server = `${url.hostname || 'localhost'}:${url.port || '5432'}`;
  switch (errorCode(error instanceof AggregateError ? error.errors[0] : error)) {
    case 'ECONNREFUSED':
      return `nothing listens on ${server}.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `there is no host named ${url.hostname}.`;
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `${server} does not answer.`;
    case '28P01':
    case '28000':
      return `${server} refuses the login of user "${decodeURIComponent(url.username)}": wrong user or password.`;
    case '3D000':
      return `${server} has no database "${decodeURIComponent(url.pathname.slice(1))}".`;
    default:
      return `${server} cannot be used: ${oneLine(error)}`;
  }
}
