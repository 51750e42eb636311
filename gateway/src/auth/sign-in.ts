import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import { type AccessTokens, accessTokenLifetime } from './access-token.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { credentialsOf } from './queries.ts';

/** A token response as in RFC 6749, section 5.1. */
export interface TokenResponse {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
}

/** Exchanges e-mail and password for an access token; undefined where they do not fit an active account. */
export type SignIn = (email: string, password: string) => Promise<TokenResponse | undefined>;

/** An unknown e-mail is checked against this, so that it takes as long as a wrong password. */
const unknownAccountHash = hashPassword(crypto.randomUUID());

export function createSignIn(db: Kysely<Database>, tokens: AccessTokens): SignIn {
  return async (email, password) => {
    const credentials = await credentialsOf(db, email);
    const matches = await verifyPassword(password, credentials?.password_hash ?? (await unknownAccountHash));
    if (credentials === undefined || credentials.password_hash === null || !matches) return undefined;
    return {
      access_token: await tokens.issue(credentials.id),
      token_type: 'Bearer',
      expires_in: accessTokenLifetime,
    };
  };
}
