import { waitlistSettings } from '@consulta/appointments/config';
import { postgresSettings, processSettings, readEnvironment } from '@consulta/platform/config/environment';
import { z } from 'zod';

const settings = z.object({
  ...processSettings,
  ...postgresSettings,
  ...waitlistSettings,
  /** The event bus's broker; without it PostgreSQL is the broker. */
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://')
    .optional(),
});

export type RelayConfig = z.output<typeof settings>;

/** @throws {ConfigurationError} listing every fault */
export function readConfig(env: Readonly<Record<string, string | undefined>>): RelayConfig {
  return readEnvironment(settings, env);
}
