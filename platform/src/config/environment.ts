import { z } from 'zod';

/** Every fault of the environment at once, one a line, without the values (they may be secrets). */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/**
 * Reads settings from an environment; empty variables count as unset.
 *
 * @throws {ConfigurationError} listing every fault
 */
export function readEnvironment<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  env: Readonly<Record<string, string | undefined>>,
): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigurationError(`the environment is not usable:\n  ${faults.join('\n  ')}`);
}

const positive = z.coerce.number().int().positive();

/** `true`, `1`, `false` or `0`. */
export const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

/** Settings that every process has. */
export const processSettings = {
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
};

/** Settings of the PostgreSQL pool; times in milliseconds. */
export const poolSettings = {
  POOL_MAX: positive.default(20),
  POOL_MIN: z.coerce.number().int().min(0).default(5),
  POOL_CONNECT_TIMEOUT_MS: positive.default(30_000),
  POOL_IDLE_TIMEOUT_MS: positive.default(600_000),
  POOL_LIFETIME_MS: positive.default(1_800_000),
  POOL_LEAK_MS: positive.default(10_000),
  /** How many processes of the deployment share the server: for the pool budget. */
  PROCESSES: positive.default(1),
};

/** A PostgreSQL and the pool on it. */
export const postgresSettings = {
  ...poolSettings,
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://'),
};

/** What processes share beside PostgreSQL. */
export const redisSettings = {
  /** Broker of the event bus and store of the caches; without it PostgreSQL is the broker, and each process a store. */
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://')
    .optional(),
};

/** `off` measures what caches are worth. */
export const cacheSetting = { CACHE: z.enum(['on', 'off']).default('on') };

/** Keys shared by the gateway and the subgraphs. */
export const hopSettings = {
  /** Signs what travels between gateway and subgraphs, and seals cursors. */
  INTERNAL_SECRET: z.string().min(32, 'must have at least 32 characters'),
};
