import type { ErrorCode } from '@consulta/platform/graphql/errors';
import type { Logger } from '@consulta/platform/logger';
import type { FastifyInstance } from 'fastify';

/** Requests that never reach GraphQL are answered in GraphQL's own form, so that clients parse one shape. */
export function answerErrorsAsJson(server: FastifyInstance, logger: Logger): void {
  const answer = (code: ErrorCode, message: string, requestId: string) => ({
    errors: [{ message, extensions: { code, requestId } }],
  });
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send(answer('BAD_USER_INPUT', 'There is nothing at this address.', request.id)),
  );
  server.setErrorHandler((error, request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (status < 500)
      return reply.code(status).send(answer('BAD_USER_INPUT', reasons[status] ?? 'Bad request.', request.id));
    logger.error({ err: error, requestId: request.id }, 'a request failed');
    return reply.code(500).send(answer('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.', request.id));
  });
}

const reasons: Readonly<Record<number, string>> = {
  400: 'The body is not valid JSON.',
  413: 'The body is larger than 100 KB.',
  415: 'Send application/json.',
};
