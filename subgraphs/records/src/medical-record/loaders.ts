import { createGroupLoader, type GroupLoader } from '@consulta/platform/batch/group-loader';
import { createRowLoader, type RowLoader } from '@consulta/platform/batch/row-loader';
import { type Connection, readConnection } from '@consulta/platform/connection/connection';
import { type ConnectionLoader, createConnectionLoader } from '@consulta/platform/connection/connection-loader';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Page } from '@consulta/platform/connection/ordering';
import { unionOf } from '@consulta/platform/projection/columns';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { Kysely } from 'kysely';
import type { AccessTrail } from '../access-log/trail.ts';
import type { Care } from '../care-relationship/care.ts';
import type { Database } from '../generated/database.ts';
import { anchorOf, visibleTo } from './policy.ts';
import {
  countOfEach,
  countRecords,
  type MedicalRecordColumn,
  type MedicalRecordFilter,
  type MedicalRecordRow,
  matching,
  newestOfAppointments,
  pagesOfEach,
  patientsBehind,
  recordPage,
  recordsByIds,
} from './queries.ts';

type Columns = readonly MedicalRecordColumn[];

export interface MedicalRecordLoaders {
  readonly byId: RowLoader<MedicalRecordRow, MedicalRecordColumn>;
  readonly ofPatient: ConnectionLoader<MedicalRecordRow, MedicalRecordColumn, MedicalRecordFilter>;
  /** The newest current record of an appointment. */
  readonly ofAppointment: GroupLoader<Columns, MedicalRecordRow | null>;
  list(
    filter: MedicalRecordFilter,
    page: Page<MedicalRecordColumn>,
    columns: Columns,
  ): Promise<Connection<MedicalRecordRow>>;
}

interface Dependencies {
  readonly db: Kysely<Database>;
  readonly cursors: CursorCodec;
  readonly viewer: Viewer;
  readonly care: Care;
  readonly trail: AccessTrail;
}

/** Every way to a record goes through these, so the policy holds for root fields, nested ones and entities alike. */
export function createMedicalRecordLoaders(dependencies: Dependencies): MedicalRecordLoaders {
  const { db, cursors, viewer, care, trail } = dependencies;

  const visibleAmong = async (patients: readonly string[]) => visibleTo(viewer, await care.vouchedFor(patients));

  /** What is hidden from a doctor may belong to a patient since a moment ago: a second look before the answer is no. */
  const byIds = async (ids: readonly string[], columns: Columns): Promise<readonly MedicalRecordRow[]> => {
    const seen = await recordsByIds(db, ids, visibleTo(viewer), columns);
    if (seen.length === ids.length) return seen;
    const known = new Set(seen.map(({ id }) => id));
    const missing = ids.filter((id) => !known.has(id));
    const hidden = await patientsBehind(db, 'id', missing);
    const vouched = await care.vouchedFor(distinctPatients(hidden));
    const admitted = vouched.length === 0 ? [] : await recordsByIds(db, missing, visibleTo(viewer, vouched), columns);
    for (const { id } of admitted) known.add(id);
    for (const record of hidden) if (!known.has(record.id)) trail.refused(record);
    return [...seen, ...admitted];
  };

  const ofAppointments = async (appointments: readonly string[], columns: Columns) => {
    const seen = await newestOfAppointments(db, appointments, visibleTo(viewer), columns);
    if (seen.length === appointments.length || viewer.role !== 'DOCTOR') return byAppointment(seen);
    const known = byAppointment(seen);
    const missing = appointments.filter((appointment) => !known.has(appointment));
    const vouched = await care.vouchedFor(distinctPatients(await patientsBehind(db, 'appointment_id', missing)));
    if (vouched.length === 0) return known;
    const admitted = await newestOfAppointments(db, missing, visibleTo(viewer, vouched), columns);
    return byAppointment([...seen, ...admitted]);
  };

  return {
    byId: createRowLoader('MedicalRecord', byIds),
    ofPatient: createConnectionLoader({
      label: 'Patient.medicalRecords',
      cursors,
      fetch: async (ids, { page, filter, columns }) => {
        const wanted = matching(filter, await visibleAmong(ids));
        const rows = await pagesOfEach(db, { column: 'patient_id', ids }, page, wanted, columns);
        return Map.groupBy(rows, (row) => row.patient_id);
      },
      count: async (ids, filter) =>
        countOfEach(db, { column: 'patient_id', ids }, matching(filter, await visibleAmong(ids))),
    }),
    ofAppointment: createGroupLoader<Columns, MedicalRecordRow | null>({
      label: 'Appointment.medicalRecord',
      fetch: ofAppointments,
      absent: () => null,
      shapeOf: () => '',
      merge: unionOf,
    }),
    async list(filter, page, columns) {
      const wanted = matching(filter, await visibleAmong(filter.patient === null ? [] : [filter.patient]));
      const anchor = anchorOf(viewer, filter);
      const count = async () => {
        if (anchor === null) return countRecords(db, wanted);
        const counts = await countOfEach(db, anchor, wanted);
        return counts.values().reduce((total, count) => total + count, 0);
      };
      const rows = (selected: Columns) => recordPage(db, anchor, page, wanted, selected);
      return readConnection({ page, columns }, cursors, rows, count);
    },
  };
}

function distinctPatients(records: readonly { readonly patient_id: string }[]): readonly string[] {
  return [...new Set(records.map(({ patient_id }) => patient_id))];
}

function byAppointment(rows: readonly MedicalRecordRow[]): ReadonlyMap<string, MedicalRecordRow> {
  return new Map(rows.flatMap((row) => (row.appointment_id === null ? [] : [[row.appointment_id, row]])));
}
