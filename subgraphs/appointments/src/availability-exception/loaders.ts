import { createRowLoader, type RowLoader } from '@consulta/platform/batch/row-loader';
import {
  type ConnectionLoader,
  type ConnectionRequest,
  createConnectionLoader,
} from '@consulta/platform/connection/connection-loader';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import { visibleParts } from '../schedule/policy.ts';
import type { ExceptionColumn, ExceptionRow } from './columns.ts';
import { countExceptionsOf, type ExceptionFilter, exceptionPagesOf, exceptionsByIds, matching } from './queries.ts';

export type ExceptionRequest = ConnectionRequest<ExceptionColumn, ExceptionFilter>;

export interface ExceptionLoaders {
  readonly byId: RowLoader<ExceptionRow, ExceptionColumn>;
  /** The exceptions of schedules. */
  readonly of: ConnectionLoader<ExceptionRow, ExceptionColumn, ExceptionFilter>;
}

export function createExceptionLoaders(db: Kysely<Database>, viewer: Viewer, cursors: CursorCodec): ExceptionLoaders {
  const visible = visibleParts(viewer, 'availability_exception');
  return {
    byId: createRowLoader('AvailabilityException', (ids, columns) => exceptionsByIds(db, ids, visible, columns)),
    of: createConnectionLoader<ExceptionRow, ExceptionColumn, ExceptionFilter>({
      label: 'Schedule.availabilityExceptions',
      cursors,
      fetch: async (schedules, { filter, page, columns }) =>
        Map.groupBy(
          await exceptionPagesOf(db, schedules, matching(filter, visible), page, columns),
          (row) => row.schedule_id,
        ),
      count: (schedules, filter) => countExceptionsOf(db, schedules, matching(filter, visible)),
    }),
  };
}
