import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { RequestContext } from '@consulta/platform/subgraph/context';
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
  readonly loaders: {
    readonly clinic: ClinicLoaders;
    readonly doctor: DoctorLoaders;
    readonly service: ServiceLoaders;
    readonly specialization: SpecializationLoaders;
  };
}

export interface ContextDependencies {
  readonly db: Kysely<Database>;
  readonly cursors: CursorCodec;
  readonly unitOfWork: UnitOfWork<Database>;
}

/** Loaders live as long as one request: they batch within it and never serve another viewer. */
export function createContext({ db, cursors, unitOfWork }: ContextDependencies, request: RequestContext): Context {
  return {
    ...request,
    cursors,
    unitOfWork,
    loaders: {
      clinic: createClinicLoaders(db, cursors),
      doctor: createDoctorLoaders(db, cursors),
      service: createServiceLoaders(db, cursors),
      specialization: createSpecializationLoaders(db, cursors),
    },
  };
}
