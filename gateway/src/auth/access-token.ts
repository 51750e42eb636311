import { importJWK, type JWK, jwtVerify, SignJWT } from 'jose';

const issuer = 'consulta';
const audience = 'consulta-api';
const algorithm = 'EdDSA';
const tokenType = 'at+jwt';

/** Seconds an access token lives. */
export const accessTokenLifetime = 15 * 60;

/** Issues and reads access tokens (RFC 9068). A token names an account and nothing else: rights are looked up. */
export interface AccessTokens {
  issue(account: string): Promise<string>;
  /** What a valid token says, or undefined. */
  read(token: string): Promise<TokenClaims | undefined>;
}

export interface TokenClaims {
  readonly account: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** @param key private Ed25519 JWK */
export async function createAccessTokens(key: JWK): Promise<AccessTokens> {
  const { d: _private, ...publicJwk } = key;
  const [privateKey, publicKey] = await Promise.all([importJWK(key, algorithm), importJWK(publicJwk, algorithm)]);
  return {
    issue: (account) =>
      new SignJWT()
        .setProtectedHeader({ alg: algorithm, typ: tokenType })
        .setSubject(account)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(`${accessTokenLifetime}s`)
        .sign(privateKey),
    async read(token) {
      try {
        const { payload } = await jwtVerify(token, publicKey, {
          algorithms: [algorithm],
          issuer,
          audience,
          typ: tokenType,
          requiredClaims: ['sub', 'exp', 'iat'],
        });
        const { sub, exp } = payload;
        return sub === undefined || exp === undefined ? undefined : { account: sub, expiresAt: exp * 1000 };
      } catch {
        return undefined;
      }
    },
  };
}
