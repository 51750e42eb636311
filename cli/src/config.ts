import { resolve } from 'node:path';
import { appointmentsSettings, waitlistSettings } from '@consulta/appointments/config';
import { streamSettings } from '@consulta/gateway/config';
import { cacheSetting, poolSettings, readEnvironment } from '@consulta/platform/config/environment';
import { z } from 'zod';
import type { Environment } from './command.ts';

const root = resolve(import.meta.dirname, '..', '..');

function url(...protocols: string[]) {
  const expected = protocols.map((protocol) => `${protocol}://`).join(' or ');
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)), {
    error: `is not a URL that begins with ${expected}`,
  });
}

const schema = z.object({
  ...poolSettings,
  ...cacheSetting,
  ...appointmentsSettings,
  ...waitlistSettings,
  ...streamSettings,
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  /** Where the gateway listens. */
  PORT: z.coerce
    .number('is not a port')
    .int('is not a port')
    .min(0, 'is not a port')
    .max(65_535, 'is not a port')
    .default(4000),
  HOST: z.string().default('127.0.0.1'),
  /** A PostgreSQL 18 to use instead of the embedded one. */
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  /** Unset: what processes share goes through PostgreSQL. */
  REDIS_URL: url('redis', 'rediss').optional(),
  /** Where the embedded PostgreSQL and this installation's keys lie; relative to the checkout. */
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((path) => resolve(root, path)),
});

export type Config = z.output<typeof schema>;

/**
 * Settings of every command, from the environment.
 *
 * @throws {ConfigurationError} with all faults
 */
export function readConfig(env: Environment): Config {
  return readEnvironment(schema, env);
}
