import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode, Fault, oneLine } from './fault.ts';

const shape = z.object({
  /** Signs hops between gateway and subgraphs, and seals cursors. */
  internalSecret: z.string().min(32),
  /** Signs access tokens: a private Ed25519 key as a JWK. */
  tokenKey: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() }),
});

/** Keys of this installation. */
export type Secrets = z.output<typeof shape>;

/** Reads `$DATA_DIR/secrets.json`, making it the first time, so that sessions and cursors outlive a restart. */
export async function openSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  try {
    return shape.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') {
      const reason = error instanceof z.ZodError ? 'it does not hold the keys' : oneLine(error);
      throw new Fault(`cannot use ${file}: ${reason} (remove it to have new keys made)`, { cause: error });
    }
  }
  const secrets = generateSecrets();
  await mkdir(dataDir, { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secrets;
}

/** New keys, for an installation's first start or a test. */
export function generateSecrets(): Secrets {
  const { privateKey } = generateKeyPairSync('ed25519');
  return shape.parse({
    internalSecret: randomBytes(32).toString('base64url'),
    tokenKey: privateKey.export({ format: 'jwk' }),
  });
}
