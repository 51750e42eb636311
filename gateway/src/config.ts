import {
  cacheSetting,
  flag,
  hopSettings,
  postgresSettings,
  processSettings,
  readEnvironment,
  redisSettings,
} from '@consulta/platform/config/environment';
import { z } from 'zod';
import type { RealtimeDependencies } from './realtime/realtime.ts';

/** Of WebSockets and event streams. */
export const streamSettings = {
  /** Origins whose pages may open WebSockets and event streams, beside the gateway's own; comma-separated. */
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .transform((origins) => origins.filter((origin) => origin !== '')),
  /** WebSockets and event streams that one account may have open to this process. */
  CONNECTIONS_PER_ACCOUNT: z.coerce.number().int().positive().default(50),
  /** Milliseconds over which they are closed when the process ends. */
  STREAM_DRAIN_MS: z.coerce.number().int().min(0).default(2_000),
};

const schema = z.object({
  ...processSettings,
  ...postgresSettings,
  ...redisSettings,
  ...cacheSetting,
  ...hopSettings,
  /** Private Ed25519 key as a JWK in JSON; access tokens are signed with it. */
  TOKEN_KEY: z.string().transform((text, context) => {
    try {
      return z
        .looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() })
        .parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: 'custom', message: 'must be a private Ed25519 key as JWK JSON' });
      return z.NEVER;
    }
  }),
  PATIENTS_URL: z.url(),
  PROVIDERS_URL: z.url(),
  APPOINTMENTS_URL: z.url(),
  RECORDS_URL: z.url(),
  /** Milliseconds that a client's request may take, subgraphs included. */
  REQUEST_DEADLINE_MS: z.coerce.number().int().positive().default(10_000),
  ...streamSettings,
  /** Serves GraphiQL and answers introspection; follows NODE_ENV where unset. */
  EXPLORER: flag.optional(),
});

/** As the server takes them. */
export function streamOptions(
  config: z.output<z.ZodObject<typeof streamSettings>>,
): Pick<RealtimeDependencies, 'allowedOrigins' | 'limits'> {
  const { CONNECTIONS_PER_ACCOUNT: connectionsPerAccount, STREAM_DRAIN_MS: drainMillis } = config;
  return { allowedOrigins: config.ALLOWED_ORIGINS, limits: { connectionsPerAccount, drainMillis } };
}

export type GatewayConfig = z.output<typeof schema>;

/** @throws {ConfigurationError} listing every fault */
export function readConfig(env: Readonly<Record<string, string | undefined>>): GatewayConfig {
  return readEnvironment(schema, env);
}
