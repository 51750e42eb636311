import { noCaches } from '@consulta/platform/cache/cache';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { RequestContext } from '@consulta/platform/subgraph/context';
import { createFreshLoaders } from '@consulta/platform/subgraph/fresh-loaders';
import type { UnitOfWork } from '@consulta/platform/unit-of-work';
import type { Kysely } from 'kysely';
import { type ClinicLoaders, createClinicLoaders } from './clinic/loaders.ts';
import { createDoctorLoaders, type DoctorLoaders } from './doctor/loaders.ts';
import type { Database } from './generated/database.ts';
import { createServiceLoaders, type ServiceLoaders } from './healthcare-service/loaders.ts';
import { type Kept, keepDirectory } from './kept.ts';
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
  readonly kept: Kept;
}

const nothingKept = keepDirectory(noCaches);

export function createContext(dependencies: ContextDependencies, request: RequestContext): Context {
  const { db, cursors } = dependencies;
  // What was just changed, perhaps by another process in an earlier attempt, is answered from where it was written.
  const fresh = createFreshLoaders<Database, Loaders>(dependencies.unitOfWork, (changed) => {
    const kept = changed ? nothingKept : dependencies.kept;
    return {
      clinic: () => createClinicLoaders(db, cursors, kept.clinic),
      doctor: () => createDoctorLoaders(db, cursors, kept.doctor),
      service: () => createServiceLoaders(db, cursors, kept.service),
      specialization: () => createSpecializationLoaders(db, cursors, kept.specialization),
    };
  });
  return {
    ...request,
    cursors,
    unitOfWork: fresh.unitOfWork,
    get loaders() {
      return fresh.loaders;
    },
  };
}
