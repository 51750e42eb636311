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
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
