import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { type Kysely, sql } from 'kysely';
import { visibleTo } from '../appointment/policy.ts';
import type { Condition } from '../appointment/queries.ts';
import type { Database } from '../generated/database.ts';
import { type Standing, standingsOf } from './queries.ts';

/** How an appointment stood after an event and before it. */
export interface StandingLoaders {
  /** Where the viewer saw it, or sees it. */
  seen(event: StreamEvent): Promise<readonly Standing[]>;
  /** Whoever asks: for what tells nothing of the appointment. */
  every(event: StreamEvent): Promise<readonly Standing[]>;
}

const everything: Condition = sql<boolean>`true`;

export function createStandingLoaders(db: Kysely<Database>, viewer: Viewer): StandingLoaders {
  return {
    seen: ({ aggregateId, version }) => standingsOf(db, aggregateId, version, visibleTo(viewer)),
    every: ({ aggregateId, version }) => standingsOf(db, aggregateId, version, everything),
  };
}
