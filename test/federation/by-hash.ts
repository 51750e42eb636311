import { createHash } from 'node:crypto';
import { json, post, type Reply, send } from './send.ts';

export type Headers = Readonly<Record<string, string>>;

/** What a browser does not send by itself: Apollo's guard against requests that another site makes it send. */
export const preflighted: Headers = { 'apollo-require-preflight': 'true' };

const extensionsOf = (query: string) => ({
  persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
});

/** Tells the gateway a document and its hash, as clients do where the hash alone is not known. */
export function register(url: string, query: string, variables: object = {}, headers: Headers = json): Promise<Reply> {
  const body = JSON.stringify({ query, variables, extensions: extensionsOf(query) });
  return send(`${url}/graphql`, post(body, headers));
}

export function hashedUrl(url: string, query: string, variables: object = {}): string {
  const parameters = new URLSearchParams({
    variables: JSON.stringify(variables),
    extensions: JSON.stringify(extensionsOf(query)),
  });
  return `${url}/graphql?${parameters}`;
}

/** GET of a document that is named by its hash. */
export function getByHash(url: string, query: string, variables: object = {}, headers: Headers = {}): Promise<Reply> {
  return send(hashedUrl(url, query, variables), { headers: { ...preflighted, ...headers } });
}

/** What a demo account sends with every request. */
export async function signedIn(url: string, role: 'patient' | 'doctor' | 'staff' | 'admin'): Promise<Headers> {
  const body = JSON.stringify({ email: `${role}@demo.local`, password: 'demo-consulta' });
  const { text } = await send(`${url}/auth/login`, post(body));
  return { authorization: `Bearer ${(JSON.parse(text) as { access_token: string }).access_token}` };
}
