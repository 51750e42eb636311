import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const secretsSchema = z.object({
  /** Signs what travels between gateway and subgraphs, and seals cursors. */
  internalSecret: z.string().min(32),
  /** Private Ed25519 key as a JWK; signs access tokens. */
  tokenKey: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() }),
});

export type Secrets = z.output<typeof secretsSchema>;

/**
 * The secrets of a single machine, made at its first start and kept beside its data, so that tokens and cursors
 * outlive a restart. Deployments of several processes give their own by environment.
 */
export async function localSecrets(dataFolder: string): Promise<Secrets> {
  const file = join(dataFolder, 'secrets.json');
  try {
    return secretsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const secrets = generateSecrets();
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, JSON.stringify(secrets), { mode: 0o600, flag: 'wx' });
  return secrets;
}

export function generateSecrets(): Secrets {
  const { privateKey } = generateKeyPairSync('ed25519');
  return secretsSchema.parse({
    internalSecret: randomBytes(32).toString('base64url'),
    tokenKey: privateKey.export({ format: 'jwk' }),
  });
}
