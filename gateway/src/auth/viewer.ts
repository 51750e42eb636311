import { HeaderMap } from '@apollo/server';
import { unauthenticated } from '@consulta/platform/graphql/errors';
import { anonymous, type Viewer, viewerSchema } from '@consulta/platform/viewer/viewer';
import { GraphQLError } from 'graphql';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { AccessTokens } from './access-token.ts';
import { accountById } from './queries.ts';

/** Who an `Authorization` header stands for; no header is an anonymous viewer. */
export type Authenticate = (authorization: string | undefined) => Promise<Viewer>;

/**
 * Rights are read from the account on every request, so that a disabled account or a changed role counts at once
 * and not when a token expires.
 */
export function createAuthenticate(db: Kysely<Database>, tokens: AccessTokens): Authenticate {
  return async (authorization) => {
    if (authorization === undefined) return anonymous;
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    const id = token === undefined ? undefined : await tokens.read(token);
    const account = id === undefined ? undefined : await accountById(db, id);
    if (account === undefined) throw rejected();
    return viewerSchema.parse({
      role: account.role,
      account: account.id,
      patient: account.patient_id,
      doctor: account.doctor_id,
      clinics: account.clinics,
    });
  };
}

function rejected(): GraphQLError {
  const headers = new HeaderMap([['www-authenticate', 'Bearer']]);
  return new GraphQLError(unauthenticated().message, {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401, headers } },
  });
}
