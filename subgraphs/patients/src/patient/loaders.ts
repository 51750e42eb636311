import { createRowLoader, type RowLoader } from '@consulta/platform/batch/row-loader';
import { type Connection, readConnection } from '@consulta/platform/connection/connection';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Page } from '@consulta/platform/connection/ordering';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { Kysely } from 'kysely';
import type { CareQuestion } from '../care-relationship/question.ts';
import type { Database } from '../generated/database.ts';
import {
  countPatients,
  type PatientColumn,
  type PatientFilter,
  type PatientRow,
  patientPage,
  patientsByIds,
} from './queries.ts';
import { readsMedicalHistory, visibleTo } from './visibility.ts';

export interface PatientLoaders {
  readonly byId: RowLoader<PatientRow, PatientColumn>;
  list(
    filter: PatientFilter,
    page: Page<PatientColumn>,
    columns: readonly PatientColumn[],
  ): Promise<Connection<PatientRow>>;
}

/** Patients as one viewer may see them: every path to a patient goes through here. */
export function createPatientLoaders(
  db: Kysely<Database>,
  cursors: CursorCodec,
  viewer: Viewer,
  whomTheyCareFor: CareQuestion,
): PatientLoaders {
  const visibility = visibleTo(viewer);
  const isNarrowedByCare = visibility.patients === 'treated' || visibility.patients === 'ofClinics';
  const readable = (columns: readonly PatientColumn[]): readonly PatientColumn[] =>
    readsMedicalHistory(viewer) ? columns : columns.filter((column) => column !== 'medical_history');

  /**
   * The care relationship lags by milliseconds: before a miss becomes a no, its owner is asked, once a batch. Asked about
   * any id, whether a patient has it or not: else the time an answer takes would tell which.
   */
  async function inCareSinceAMoment(ids: readonly string[], columns: readonly PatientColumn[]) {
    if (!isNarrowedByCare || ids.length === 0) return [];
    const inCare = await whomTheyCareFor(ids);
    return inCare.size === 0 ? [] : patientsByIds(db, { patients: 'all' }, [...inCare], columns);
  }

  return {
    byId: createRowLoader('Patient', async (ids, wanted) => {
      const columns = readable(wanted);
      const rows = await patientsByIds(db, visibility, ids, columns);
      const seen = new Set(rows.map(({ id }) => id));
      const missed = ids.filter((id) => !seen.has(id));
      return [...rows, ...(await inCareSinceAMoment(missed, columns))];
    }),
    list: (filter, page, columns) =>
      readConnection(
        { page, columns },
        cursors,
        (wanted) => patientPage(db, visibility, filter, page, readable(wanted)),
        () => countPatients(db, visibility, filter),
      ),
  };
}
