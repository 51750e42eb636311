import pg from 'pg';
import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;

/** Keys whose values never reach a log line, at the top level or one level down. */
const secretKeys = ['password', 'token', 'authorization', 'cookie', 'email', 'phone', 'variables'];

/**
 * Structured logs, one JSON object a line.
 *
 * @param level pino's level, default `info`
 * @param destination where lines go, default standard output
 */
export function createLogger({
  level = 'info',
  role,
  destination,
}: {
  level?: string;
  role?: string;
  destination?: DestinationStream;
} = {}): Logger {
  const options = {
    level,
    base: role === undefined ? {} : { role },
    redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`]), censor: '[redacted]' },
    serializers: { err: describeError },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/**
 * What a log line tells of an error. PostgreSQL quotes values of rows in messages and details, and a value may be
 * health data, so of its errors only the code and the names of what they concern are kept.
 */
function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof pg.DatabaseError) {
    const { code, schema, table, constraint, routine } = error;
    return { type: 'DatabaseError', code, schema, table, constraint, routine, stack: framesOf(error) };
  }
  if (error instanceof Error) {
    const code = 'code' in error ? error.code : undefined;
    return { type: error.name, message: error.message, code, stack: framesOf(error) };
  }
  return { type: typeof error };
}

function framesOf(error: Error): string | undefined {
  return error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');
}
