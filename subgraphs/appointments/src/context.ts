import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Peers } from '@consulta/platform/hop/peers';
import type { RequestContext } from '@consulta/platform/subgraph/context';
import { createFreshLoaders } from '@consulta/platform/subgraph/fresh-loaders';
import type { UnitOfWork } from '@consulta/platform/unit-of-work';
import type { Kysely } from 'kysely';
import { type AppointmentLoaders, createAppointmentLoaders } from './appointment/loaders.ts';
import { createStandingLoaders, type StandingLoaders } from './appointment-update/loaders.ts';
import type { Availability } from './availability/availability.ts';
import {
  createNextSlotLoader,
  createSlotLoader,
  type NextSlotLoader,
  type SlotLoader,
} from './availability/loaders.ts';
import { createExceptionLoaders, type ExceptionLoaders } from './availability-exception/loaders.ts';
import { createRuleLoaders, type RuleLoaders } from './availability-rule/loaders.ts';
import { type CareLoaders, createCareLoaders } from './care-relationship/loaders.ts';
import { createDirectory, type Directory, type KeptEntries } from './directory/directory.ts';
import type { Database } from './generated/database.ts';
import { createHoldLoaders, type HoldLoaders } from './hold/loaders.ts';
import { createMessageLoaders, type MessageLoaders } from './message/loaders.ts';
import { createScheduleLoaders, type ScheduleLoaders } from './schedule/loaders.ts';
import type { Roster } from './search/roster.ts';
import { createSeriesLoaders, type SeriesLoaders } from './series/loaders.ts';
import { createStreamLoaders, type StreamLoaders } from './stream/loaders.ts';
import { createVideoSessionLoader, type VideoSessionLoader } from './video-session/loaders.ts';
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
  /** What schedules offer. */
  readonly availability: Availability;
  /** Who may have time for whom. */
  readonly roster: Roster;
  /** Read it after a change, not before: a unit of work replaces the loaders. */
  readonly loaders: Loaders;
}

interface Loaders {
  readonly appointment: AppointmentLoaders;
  readonly availabilityException: ExceptionLoaders;
  readonly availabilityRule: RuleLoaders;
  readonly hold: HoldLoaders;
  readonly message: MessageLoaders;
  readonly schedule: ScheduleLoaders;
  readonly series: SeriesLoaders;
  readonly slots: SlotLoader;
  readonly nextSlot: NextSlotLoader;
  readonly care: CareLoaders;
  readonly standing: StandingLoaders;
  readonly stream: StreamLoaders;
  readonly videoSession: VideoSessionLoader;
  readonly waitlist: WaitlistLoaders;
}

export interface ContextDependencies {
  readonly db: Kysely<Database>;
  readonly peers: Peers;
  readonly now: () => Date;
  readonly availability: Availability;
  readonly roster: Roster;
  readonly entries: KeptEntries;
  readonly holdMinutes: number;
  readonly cursors: CursorCodec;
  readonly unitOfWork: UnitOfWork<Database>;
}

export function createContext(
  { db, peers, now, holdMinutes, availability, roster, entries, cursors, unitOfWork }: ContextDependencies,
  request: RequestContext,
): Context {
  const { viewer } = request;
  const time = now();
  const directory = createDirectory(db, peers, entries);
  const slotSources = { ...availability, directory, now: time };
  const fresh = createFreshLoaders<Database, Loaders>(unitOfWork, () => ({
    appointment: () => createAppointmentLoaders(db, viewer, cursors),
    availabilityException: () => createExceptionLoaders(db, viewer, cursors),
    availabilityRule: () => createRuleLoaders(db, viewer, cursors),
    hold: () => createHoldLoaders(db, viewer, cursors),
    schedule: () => createScheduleLoaders(db, viewer),
    slots: () => createSlotLoader(slotSources),
    nextSlot: () => createNextSlotLoader(slotSources),
    series: () => createSeriesLoaders(db, viewer, cursors),
    care: () => createCareLoaders(db),
    waitlist: () => createWaitlistLoaders(db, viewer, cursors),
    standing: () => createStandingLoaders(db, viewer),
    stream: () => createStreamLoaders(db),
    videoSession: () => createVideoSessionLoader(db),
    message: () => createMessageLoaders(db, viewer, cursors),
  }));
  return {
    ...request,
    now: time,
    holdMinutes,
    cursors,
    unitOfWork: fresh.unitOfWork,
    directory,
    peers,
    availability,
    roster,
    get loaders() {
      return fresh.loaders;
    },
  };
}
