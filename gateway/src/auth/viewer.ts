import { HeaderMap } from '@apollo/server';
import { unauthenticated } from '@consulta/platform/graphql/errors';
import { anonymous, type Viewer, viewerSchema } from '@consulta/platform/viewer/viewer';
import { GraphQLError } from 'graphql';
import type { AccessTokens } from './access-token.ts';
import type { RightsOf } from './rights.ts';

/** Who an `Authorization` header stands for; no header is an anonymous viewer. */
export type Authenticate = (authorization: string | undefined) => Promise<Viewer>;

/** Who holds a connection that outlives a request. */
export interface Session {
  /** Null for a visitor. */
  readonly account: string | null;
  /** Epoch milliseconds at which its token ends; infinity for a visitor, who has none. */
  readonly expiresAt: number;
}

/** Sessions name an account and nothing else: what it may do is looked up at every operation and every event. */
export interface Sessions {
  /** @throws UNAUTHENTICATED where the header is there and no good */
  open(authorization: string | undefined): Promise<Session>;
  /** @throws UNAUTHENTICATED where the account was shut out */
  viewerOf(account: string | null): Promise<Viewer>;
}

/**
 * A token names an account and nothing else, so that a disabled account or a changed role counts when it is told and
 * not when a token expires.
 */
export function createAuthenticate(rightsOf: RightsOf, tokens: AccessTokens): Authenticate {
  return async (authorization) => viewerOf(rightsOf, (await sessionOf(tokens, authorization)).account);
}

export function createSessions(rightsOf: RightsOf, tokens: AccessTokens): Sessions {
  return {
    async open(authorization) {
      const session = await sessionOf(tokens, authorization);
      await viewerOf(rightsOf, session.account);
      return session;
    },
    viewerOf: (account) => viewerOf(rightsOf, account),
  };
}

async function sessionOf(tokens: AccessTokens, authorization: string | undefined): Promise<Session> {
  if (authorization === undefined) return { account: null, expiresAt: Number.POSITIVE_INFINITY };
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  const claims = token === undefined ? undefined : await tokens.read(token);
  if (claims === undefined) throw rejected();
  return claims;
}

async function viewerOf(rightsOf: RightsOf, id: string | null): Promise<Viewer> {
  if (id === null) return anonymous;
  const account = await rightsOf(id);
  if (account === null) throw rejected();
  return viewerSchema.parse({
    role: account.role,
    account: account.id,
    patient: account.patient_id,
    doctor: account.doctor_id,
    clinics: account.clinics,
  });
}

function rejected(): GraphQLError {
  const headers = new HeaderMap([['www-authenticate', 'Bearer']]);
  return new GraphQLError(unauthenticated().message, {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401, headers } },
  });
}
