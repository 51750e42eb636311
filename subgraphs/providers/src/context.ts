import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { RequestContext } from '@consulta/platform/subgraph/context';
import { createFreshLoaders } from '@consulta/platform/subgraph/fresh-loaders';
import type { UnitOfWork } from '@consulta/platform/unit-of-work';
import type { Kysely } from 'kysely';
import { type ClinicLoaders, createClinicLoaders } from './clinic/loaders.ts';
import { createDoctorLoaders, type DoctorLoaders } from './doctor/loaders.ts';
import type { Database } from './generated/database.ts';
import { createServiceLoaders, type ServiceLoaders } from './healthcare-service/loaders.ts';
import { createSpecializationLoaders, type SpecializationLoaders } from './specialization/loaders.ts';

/** What this subgraph's resolvers and use cases work with. */
export interface Context extends RequestContext {
  readonly cursors: CursorCodec;
  readonly unitOfWork: UnitOfWork<Database>;
  /** Read it after a change, not before: a unit of work replaces the loaders. */
  readonly loaders: Loaders;
}

interface Loaders {
  readonly clinic: ClinicLoaders;
  readonly doctor: DoctorLoaders;
  readonly service: ServiceLoaders;
  readonly specialization: SpecializationLoaders;
}

export interface ContextDependencies {
  readonly db: Kysely<Database>;
  readonly cursors: CursorCodec;
  readonly unitOfWork: UnitOfWork<Database>;
}

export function createContext(dependencies: ContextDependencies, request: RequestContext): Context {
  const { db, cursors } = dependencies;
  const fresh = createFreshLoaders(dependencies.unitOfWork, () => ({
    clinic: createClinicLoaders(db, cursors),
    doctor: createDoctorLoaders(db, cursors),
    service: createServiceLoaders(db, cursors),
    specialization: createSpecializationLoaders(db, cursors),
  }));
  return {
    ...request,
    cursors,
    unitOfWork: fresh.unitOfWork,
    get loaders() {
      return fresh.loaders;
    },
  };
}
