import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Peers } from '@consulta/platform/hop/peers';
import type { Logger } from '@consulta/platform/logger';
import type { RequestContext } from '@consulta/platform/subgraph/context';
import { createFreshLoaders } from '@consulta/platform/subgraph/fresh-loaders';
import type { UnitOfWork } from '@consulta/platform/unit-of-work';
import type { Kysely } from 'kysely';
import type { AccessLog } from './access-log/access-log.ts';
import { type AccessLogLoaders, createAccessLogLoaders } from './access-log/loaders.ts';
import { type AccessTrail, createAccessTrail } from './access-log/trail.ts';
import { type AttachmentLoaders, createAttachmentLoaders } from './attachment/loaders.ts';
import { type Care, createCare } from './care-relationship/care.ts';
import type { Database } from './generated/database.ts';
import { createMedicalRecordLoaders, type MedicalRecordLoaders } from './medical-record/loaders.ts';
import { createVersionLoaders, type VersionLoaders } from './version/loaders.ts';

interface Loaders {
  readonly medicalRecord: MedicalRecordLoaders;
  readonly version: VersionLoaders;
  readonly attachment: AttachmentLoaders;
  readonly accessLog: AccessLogLoaders;
}

/** What this subgraph's resolvers and use cases work with. */
export interface Context extends RequestContext {
  readonly cursors: CursorCodec;
  readonly logger: Logger;
  readonly peers: Peers;
  readonly unitOfWork: UnitOfWork<Database>;
  readonly care: Care;
  readonly trail: AccessTrail;
  /** Read it after a change, not before: a unit of work replaces the loaders. */
  readonly loaders: Loaders;
}

export interface ContextDependencies {
  readonly db: Kysely<Database>;
  readonly cursors: CursorCodec;
  readonly logger: Logger;
  readonly peers: Peers;
  readonly unitOfWork: UnitOfWork<Database>;
  readonly accessLog: AccessLog;
}

export function createContext(dependencies: ContextDependencies, request: RequestContext): Context {
  const { db, cursors, logger, peers, accessLog } = dependencies;
  const { viewer } = request;
  const care = createCare(dependencies, request);
  const trail = createAccessTrail(accessLog, request);
  const fresh = createFreshLoaders<Database, Loaders>(dependencies.unitOfWork, () => ({
    medicalRecord: () => createMedicalRecordLoaders({ db, cursors, viewer, care, trail }),
    version: () => createVersionLoaders(db, cursors),
    attachment: () => createAttachmentLoaders(db, cursors),
    accessLog: () => createAccessLogLoaders(db, cursors, viewer),
  }));
  return {
    ...request,
    cursors,
    logger,
    peers,
    unitOfWork: fresh.unitOfWork,
    care,
    trail,
    get loaders() {
      return fresh.loaders;
    },
  };
}
