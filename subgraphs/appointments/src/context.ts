import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Peers } from '@consulta/platform/hop/peers';
import type { RequestContext } from '@consulta/platform/subgraph/context';
import { createFreshLoaders } from '@consulta/platform/subgraph/fresh-loaders';
import type { UnitOfWork } from '@consulta/platform/unit-of-work';
import type { Kysely } from 'kysely';
import { type AppointmentLoaders, createAppointmentLoaders } from './appointment/loaders.ts';
import { createSlotLoader, type SlotLoader } from './availability/loaders.ts';
import { createExceptionLoaders, type ExceptionLoaders } from './availability-exception/loaders.ts';
import { createRuleLoaders, type RuleLoaders } from './availability-rule/loaders.ts';
import { type CareLoaders, createCareLoaders } from './care-relationship/loaders.ts';
import { createDirectory, type Directory } from './directory/directory.ts';
import type { Database } from './generated/database.ts';
import { createHoldLoaders, type HoldLoaders } from './hold/loaders.ts';
import { createScheduleLoaders, type ScheduleLoaders } from './schedule/loaders.ts';
import { createWaitlistLoaders, type WaitlistLoaders } from './waitlist/loaders.ts';

/** What this subgraph's resolvers and use cases work with. */
export interface Context extends RequestContext {
  /** The time that notice and horizon are counted from; one value a request. */
  readonly now: Date;
  /** How long a hold runs. */
  readonly holdMinutes: number;
  readonly cursors: CursorCodec;
  readonly unitOfWork: UnitOfWork<Database>;
  /** What providers told of doctors, clinics and services. */
  readonly directory: Directory;
  readonly peers: Peers;
  /** Read it after a change, not before: a unit of work replaces the loaders. */
  readonly loaders: Loaders;
}

interface Loaders {
  readonly appointment: AppointmentLoaders;
  readonly availabilityException: ExceptionLoaders;
  readonly availabilityRule: RuleLoaders;
  readonly hold: HoldLoaders;
  readonly schedule: ScheduleLoaders;
  readonly slots: SlotLoader;
  readonly care: CareLoaders;
  readonly waitlist: WaitlistLoaders;
}

export interface ContextDependencies {
  readonly db: Kysely<Database>;
  readonly peers: Peers;
  readonly now: () => Date;
  readonly holdMinutes: number;
  readonly cursors: CursorCodec;
  readonly unitOfWork: UnitOfWork<Database>;
}

export function createContext(
  { db, peers, now, holdMinutes, cursors, unitOfWork }: ContextDependencies,
  request: RequestContext,
): Context {
  const { viewer } = request;
  const time = now();
  const directory = createDirectory(db, peers);
  const fresh = createFreshLoaders(unitOfWork, () => ({
    appointment: createAppointmentLoaders(db, viewer, cursors),
    availabilityException: createExceptionLoaders(db, viewer, cursors),
    availabilityRule: createRuleLoaders(db, viewer, cursors),
    hold: createHoldLoaders(db, viewer, cursors),
    schedule: createScheduleLoaders(db, viewer),
    slots: createSlotLoader(db, directory, time),
    care: createCareLoaders(db),
    waitlist: createWaitlistLoaders(db, viewer, cursors),
  }));
  return {
    ...request,
    now: time,
    holdMinutes,
    cursors,
    unitOfWork: fresh.unitOfWork,
    directory,
    peers,
    get loaders() {
      return fresh.loaders;
    },
  };
}
