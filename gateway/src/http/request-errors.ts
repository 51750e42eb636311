import type { ErrorCode } from '@consulta/platform/graphql/errors';
import type { Logger } from '@consulta/platform/logger';
import { errorCodes, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { notToBeKept } from './cache-control.ts';

/** Requests that never reach GraphQL are answered in GraphQL's own form, so that clients parse one shape. */
export function answerErrorsAsJson(server: FastifyInstance, logger: Logger): void {
  server.setNotFoundHandler((request, reply) => refuse(404, request, reply));
  server.setErrorHandler((error, request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (status < 500) return refuse(status, request, reply);
    logger.error({ err: error, requestId: request.id }, 'a request failed');
    return reply.code(500).send(answer('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.', request.id));
  });
}

/** What Fastify refuses before it knows a route. */
export function refuseMalformedUrl(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void refuse(400, request, reply.headers({ 'x-request-id': request.id, 'cache-control': notToBeKept }));
}

/** Bodies are JSON in UTF-8: nothing else is read, least of all what a form on another site can send. */
export function acceptOnlyJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const type = request.headers['content-type'];
    if (isUtf8(type)) void parse(request, String(body), done);
    else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(type));
  });
}

function isUtf8(contentType = ''): boolean {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType)?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset);
}

function refuse(status: number, { id }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.code(status).send(answer('BAD_USER_INPUT', reasons[status] ?? 'Bad request.', id));
}

function answer(code: ErrorCode, message: string, requestId: string) {
  return { errors: [{ message, extensions: { code, requestId } }] };
}

const reasons: Readonly<Record<number, string>> = {
  400: 'The request is malformed: send a JSON object.',
  404: 'There is nothing at this address.',
  413: 'The body is larger than 100 KB.',
  415: 'Send application/json in UTF-8.',
};
