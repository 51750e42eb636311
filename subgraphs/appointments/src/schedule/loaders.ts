import { createGroupLoader } from '@consulta/platform/batch/group-loader';
import { createRowLoader, type RowLoader } from '@consulta/platform/batch/row-loader';
import { unionOf } from '@consulta/platform/projection/columns';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { ScheduleColumn, ScheduleRow } from './columns.ts';
import { visibleSchedules } from './policy.ts';
import { schedulesBy } from './queries.ts';

export interface ScheduleLoaders {
  readonly byId: RowLoader<ScheduleRow, ScheduleColumn>;
  /** The schedule of a doctor. */
  readonly byDoctor: RowLoader<ScheduleRow, ScheduleColumn>;
}

export function createScheduleLoaders(db: Kysely<Database>, viewer: Viewer): ScheduleLoaders {
  const visible = visibleSchedules(viewer);
  return {
    byId: createRowLoader('Schedule', (ids, columns) => schedulesBy(db, 'id', ids, visible, columns)),
    byDoctor: createGroupLoader<readonly ScheduleColumn[], ScheduleRow | null>({
      label: 'Doctor.schedule',
      fetch: async (doctors, columns) => {
        const rows = await schedulesBy(db, 'doctor_id', doctors, visible, unionOf([columns, ['doctor_id']]));
        return new Map(rows.map((row) => [row.doctor_id, row]));
      },
      absent: () => null,
      shapeOf: () => 'any',
      merge: unionOf,
    }),
  };
}
