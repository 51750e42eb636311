import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Peers } from '@consulta/platform/hop/peers';
import type { Logger } from '@consulta/platform/logger';
import type { RequestContext } from '@consulta/platform/subgraph/context';
import { createFreshLoaders, type LoaderFactories } from '@consulta/platform/subgraph/fresh-loaders';
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

export function createContext(dependencies: ContextDependencies, request: RequestContext): Context {
  const fresh = createFreshLoaders<Database, Loaders>(dependencies.unitOfWork, (_changed, loaders) =>
    loaderFactories(dependencies, request, loaders),
  );
  return {
    ...request,
    cursors: dependencies.cursors,
    unitOfWork: fresh.unitOfWork,
    get loaders() {
      return fresh.loaders;
    },
  };
}

function loaderFactories(
  { db, cursors, peers, logger }: ContextDependencies,
  { viewer, requestId }: RequestContext,
  loaders: Loaders,
): LoaderFactories<Loaders> {
  return {
    patient: () => createPatientLoaders(db, cursors, viewer, createCareQuestion(peers, logger, viewer, requestId)),
    contact: () => createContactLoaders(db, cursors, loaders.patient),
    preferences: () => createPreferencesLoader(db),
  };
}
