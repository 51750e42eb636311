import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type Viewer, viewerSchema } from '../viewer/viewer.ts';

/** The header that carries the signed viewer from the gateway to a subgraph. */
export const viewerHeader = 'consulta-viewer';

/** What a hop carries beside its body. */
export interface Hop {
  readonly viewer: Viewer;
  /** Finds the log lines of one client request in every process. */
  readonly requestId: string;
  /** Epoch milliseconds after which nobody waits for the answer. */
  readonly deadline: number;
}

const lifetimeMillis = 30_000;

const claimsSchema = z.object({
  viewer: viewerSchema,
  requestId: z.string(),
  deadline: z.number(),
  issuedAt: z.number(),
});

export type Rejection = 'malformed' | 'wrong signature' | 'expired';

/** Signs hops and verifies them with a key that the gateway and the subgraphs share. */
export interface HopSigner {
  sign(hop: Hop, body: string): string;
  /** The hop, or why it is refused. A hop is valid for 30 s and for the exact bytes of its body. */
  verify(header: string | undefined, body: string): Hop | Rejection;
}

/**
 * HMAC-SHA-256 over the claims and the body, so that a captured header cannot carry another request.
 *
 * @param secret at least 32 characters
 */
export function createHopSigner(secret: string, now: () => number = Date.now): HopSigner {
  const mac = (claims: string, body: string): Buffer =>
    createHmac('sha256', secret).update(claims).update('.').update(body).digest();

  return {
    sign(hop, body) {
      const claims = Buffer.from(JSON.stringify({ ...hop, issuedAt: now() })).toString('base64url');
      return `${claims}.${mac(claims, body).toString('base64url')}`;
    },
    verify(header, body) {
      const [claims, signature, ...rest] = header?.split('.') ?? [];
      if (claims === undefined || signature === undefined || rest.length > 0) return 'malformed';
      const expected = mac(claims, body);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'wrong signature';
      const parsed = claimsSchema.parse(JSON.parse(Buffer.from(claims, 'base64url').toString()));
      return Math.abs(now() - parsed.issuedAt) > lifetimeMillis ? 'expired' : parsed;
    },
  };
}
