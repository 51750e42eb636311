import { HeaderMap } from '@apollo/server';
import { unauthenticated } from '@consulta/platform/graphql/errors';
import { anonymous, type Viewer, viewerSchema } from '@consulta/platform/viewer/viewer';
import { GraphQLError } from 'graphql';
import type { AccessTokens } from './access-token.ts';
import type { RightsOf } from './rights.ts';

/** Who an `Authorization` header stands for; no header is an anonymous viewer. */
export type Authenticate = (authorization: string | undefined) => Promise<Viewer>;

/**
 * A token names an account and nothing else, so that a disabled account or a changed role counts when it is told and
 * not when a token expires.
 */
export function createAuthenticate(rightsOf: RightsOf, tokens: AccessTokens): Authenticate {
  return async (authorization) => {
    if (authorization === undefined) return anonymous;
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    const id = token === undefined ? undefined : await tokens.read(token);
    const account = id === undefined ? null : await rightsOf(id);
    if (account === null) throw rejected();
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
