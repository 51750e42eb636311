import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Peers } from '@consulta/platform/hop/peers';
import type { Logger } from '@consulta/platform/logger';
import type { RequestContext } from '@consulta/platform/subgraph/context';
import type { UnitOfWork } from '@consulta/platform/unit-of-work';
import type { Kysely } from 'kysely';
import { createCareQuestion } from './care-relationship/question.ts';
import { type ContactLoaders, createContactLoaders } from './contact/loaders.ts';
import type { Database } from './generated/database.ts';
import { createPreferencesLoader, type PreferencesLoader } from './notification-preferences/loaders.ts';
import { createPatientLoaders, type PatientLoaders } from './patient/loaders.ts';

/** What this subgraph's resolvers and use cases work with. */
export interface Context extends RequestContext {
  readonly cursors: CursorCodec;
  readonly unitOfWork: UnitOfWork<Database>;
  /** Read it after a change, not before: a unit of work replaces the loaders. */
  readonly loaders: Loaders;
}

interface Loaders {
  readonly patient: PatientLoaders;
  readonly contact: ContactLoaders;
  readonly preferences: PreferencesLoader;
}

export interface ContextDependencies {
  readonly db: Kysely<Database>;
  readonly cursors: CursorCodec;
  readonly unitOfWork: UnitOfWork<Database>;
  readonly peers: Peers;
  readonly logger: Logger;
}

/**
 * Loaders live as long as one request, so that they never serve another viewer, and no longer than until its next
 * change: of two mutations in one operation the second must not answer with what the first one loaded.
 */
export function createContext(dependencies: ContextDependencies, request: RequestContext): Context {
  const { cursors, unitOfWork } = dependencies;
  let loaders = createLoaders(dependencies, request);
  return {
    ...request,
    cursors,
    get loaders() {
      return loaders;
    },
    unitOfWork: {
      ...unitOfWork,
      async run(work) {
        try {
          return await unitOfWork.run(work);
        } finally {
          loaders = createLoaders(dependencies, request);
        }
      },
    },
  };
}

function createLoaders(
  { db, cursors, peers, logger }: ContextDependencies,
  { viewer, requestId }: RequestContext,
): Loaders {
  const patient = createPatientLoaders(db, cursors, viewer, createCareQuestion(peers, logger, viewer, requestId));
  return {
    patient,
    contact: createContactLoaders(db, cursors, patient),
    preferences: createPreferencesLoader(db),
  };
}
