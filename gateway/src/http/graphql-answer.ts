import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayContext } from '../context.ts';
import { entityTagOf, namesTag } from './entity-tag.ts';

/** A whole answer, ready to be written to one client or to many. */
export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Only of what may be kept. */
  readonly tag: string | undefined;
  /** False where it names the request that it was made for, as an error of ours does. */
  readonly isShareable: boolean;
}

/** Has Apollo Server answer a request. */
export async function answerOf(
  apollo: ApolloServer<GatewayContext>,
  { id, method, headers, url, body }: FastifyRequest,
  context: () => Promise<GatewayContext>,
): Promise<GraphqlAnswer> {
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers: headerMapOf(headers), search: searchOf(url), body },
    context,
  });
  if (answer.body.kind !== 'complete') throw new Error('the federated graph does not answer in parts');
  const text = answer.body.string;
  const bytes = Buffer.from(text);
  const isPublic = answer.headers.get('cache-control')?.startsWith('public') ?? false;
  const tag = isPublic ? entityTagOf(bytes) : undefined;
  return {
    status: answer.status ?? 200,
    headers: { ...Object.fromEntries(answer.headers), ...(tag !== undefined && { etag: tag }) },
    body: bytes,
    tag,
    isShareable: !(text.startsWith('{"errors"') && text.includes(id)),
  };
}

/** Writes an answer to one client: not again what the client says it has. */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, headers, body, tag }: GraphqlAnswer,
): FastifyReply {
  reply.headers(headers);
  if (tag === undefined || !namesTag(request.headers['if-none-match'], tag)) return reply.code(status).send(body);
  return reply.removeHeader('content-type').code(304).send();
}

function headerMapOf(headers: FastifyRequest['headers']): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
}
