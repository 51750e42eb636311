import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Peers } from '@consulta/platform/hop/peers';
import type { RequestContext } from '@consulta/platform/subgraph/context';
import type { UnitOfWork } from '@consulta/platform/unit-of-work';
import type { Kysely } from 'kysely';
import { type AppointmentLoaders, createAppointmentLoaders } from './appointment/loaders.ts';
import { createDirectory, type Directory } from './directory/directory.ts';
import type { Database } from './generated/database.ts';

/** What this subgraph's resolvers and use cases work with. */
export interface Context extends RequestContext {
  /** The time that notice and horizon are counted from; one value a request. */
  readonly now: Date;
  readonly cursors: CursorCodec;
  readonly unitOfWork: UnitOfWork<Database>;
  /** What providers told of doctors, clinics and services. */
  readonly directory: Directory;
  readonly loaders: {
    readonly appointment: AppointmentLoaders;
  };
}

export interface ContextDependencies {
  readonly db: Kysely<Database>;
  readonly peers: Peers;
  readonly now: () => Date;
  readonly cursors: CursorCodec;
  readonly unitOfWork: UnitOfWork<Database>;
}

/** Loaders live as long as one request: they batch within it and never serve another viewer. */
export function createContext(
  { db, peers, now, cursors, unitOfWork }: ContextDependencies,
  request: RequestContext,
): Context {
  return {
    ...request,
    now: now(),
    cursors,
    unitOfWork,
    directory: createDirectory(db, peers),
    loaders: {
      appointment: createAppointmentLoaders(db, request.viewer, cursors),
    },
  };
}
