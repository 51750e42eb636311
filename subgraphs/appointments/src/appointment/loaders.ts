import { createRowLoader, type RowLoader } from '@consulta/platform/batch/row-loader';
import { type Connection, readConnection } from '@consulta/platform/connection/connection';
import {
  type ConnectionLoader,
  type ConnectionRequest,
  createConnectionLoader,
} from '@consulta/platform/connection/connection-loader';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { Kysely } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { AppointmentColumn, AppointmentRow } from './columns.ts';
import { type AppointmentEventColumn, type AppointmentEventRow, countEvents, eventPages } from './event-queries.ts';
import { anchorOf, visibleTo } from './policy.ts';
import {
  type Anchor,
  type AppointmentFilter,
  appointmentPage,
  appointmentsByIds,
  countAppointments,
  countOfEach,
  matching,
  pagesOfEach,
} from './queries.ts';

/** A list of appointments as its field asks for it. */
export type AppointmentRequest = ConnectionRequest<AppointmentColumn, AppointmentFilter>;

export interface AppointmentLoaders {
  readonly byId: RowLoader<AppointmentRow, AppointmentColumn>;
  list(request: AppointmentRequest): Promise<Connection<AppointmentRow>>;
  /** Lists of many parents, by the column that names the parent. */
  readonly of: Readonly<
    Record<Anchor['column'], ConnectionLoader<AppointmentRow, AppointmentColumn, AppointmentFilter>>
  >;
  /** The histories of many appointments. Whoever sees an appointment sees its history. */
  readonly events: ConnectionLoader<AppointmentEventRow, AppointmentEventColumn, null>;
}

export function createAppointmentLoaders(
  db: Kysely<Database>,
  viewer: Viewer,
  cursors: CursorCodec,
): AppointmentLoaders {
  const visible = visibleTo(viewer);
  const of = (column: Anchor['column'], label: string) =>
    createConnectionLoader<AppointmentRow, AppointmentColumn, AppointmentFilter>({
      label,
      cursors,
      fetch: async (ids, { filter, page, columns }) =>
        Map.groupBy(
          await pagesOfEach(db, { column, ids }, page, matching(filter, visible), columns),
          (row) => row[column],
        ),
      count: (ids, filter) => countOfEach(db, { column, ids }, matching(filter, visible)),
    });
  const byId = createRowLoader<AppointmentRow, AppointmentColumn>('Appointment', (ids, columns) =>
    appointmentsByIds(db, ids, visible, columns),
  );
  const events = createConnectionLoader<AppointmentEventRow, AppointmentEventColumn, null>({
    label: 'Appointment.events',
    cursors,
    fetch: async (ids, { page, columns }) =>
      Map.groupBy(await eventPages(db, ids, page, columns), (row) => row.appointment_id),
    count: (ids) => countEvents(db, ids),
  });
  return {
    byId,
    list({ filter, page, columns }) {
      const anchor = anchorOf(viewer, filter);
      const conditions = matching(filter, visible);
      return readConnection(
        { page, columns },
        cursors,
        (selected) => appointmentPage(db, anchor, page, conditions, selected),
        () => countAppointments(db, anchor, conditions),
      );
    },
    of: {
      patient_id: of('patient_id', 'Patient.appointments'),
      doctor_id: of('doctor_id', 'Doctor.appointments'),
      clinic_id: of('clinic_id', 'Clinic.appointments'),
    },
    events,
  };
}
