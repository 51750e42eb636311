import { waitlistSettings } from '@consulta/appointments/config';
import {
  postgresSettings,
  processSettings,
  readEnvironment,
  redisSettings,
} from '@consulta/platform/config/environment';
import { z } from 'zod';

const settings = z.object({
  ...processSettings,
  ...postgresSettings,
  ...redisSettings,
  ...waitlistSettings,
});

export type RelayConfig = z.output<typeof settings>;

/** @throws {ConfigurationError} listing every fault */
export function readConfig(env: Readonly<Record<string, string | undefined>>): RelayConfig {
  return readEnvironment(settings, env);
}
