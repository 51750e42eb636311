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
import type { RuleColumn, RuleRow } from './columns.ts';
import { countRulesOf, rulePagesOf, rulesByIds } from './queries.ts';

export type RuleRequest = ConnectionRequest<RuleColumn, null>;

export interface RuleLoaders {
  readonly byId: RowLoader<RuleRow, RuleColumn>;
  /** The rules of schedules. */
  readonly of: ConnectionLoader<RuleRow, RuleColumn, null>;
}

export function createRuleLoaders(db: Kysely<Database>, viewer: Viewer, cursors: CursorCodec): RuleLoaders {
  const visible = visibleParts(viewer, 'availability_rule');
  return {
    byId: createRowLoader('AvailabilityRule', (ids, columns) => rulesByIds(db, ids, visible, columns)),
    of: createConnectionLoader<RuleRow, RuleColumn, null>({
      label: 'Schedule.availabilityRules',
      cursors,
      fetch: async (schedules, { page, columns }) =>
        Map.groupBy(await rulePagesOf(db, schedules, visible, page, columns), (row) => row.schedule_id),
      count: (schedules) => countRulesOf(db, schedules, visible),
    }),
  };
}
