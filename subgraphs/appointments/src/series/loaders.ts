import { createGroupLoader, type GroupLoader } from '@consulta/platform/batch/group-loader';
import { createRowLoader, type RowLoader } from '@consulta/platform/batch/row-loader';
import { type ConnectionLoader, createConnectionLoader } from '@consulta/platform/connection/connection-loader';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { Kysely } from 'kysely';
import type { AppointmentColumn, AppointmentRow } from '../appointment/columns.ts';
import { visibleTo } from '../appointment/policy.ts';
import type { Database } from '../generated/database.ts';
import type { SeriesColumn, SeriesRow } from './columns.ts';
import { visibleSeries } from './policy.ts';
import { appointmentPages, countAppointmentsOf, offersOf, placesOf, seriesByIds } from './queries.ts';

/** An appointment's place in a series. */
interface Place {
  readonly series_id: string;
  readonly number: number;
}

/** With whom, where and for what a visit is. Ids are uuids. */
export interface OfferIds {
  readonly doctor: string;
  readonly clinic: string;
  readonly service: string;
}

export interface SeriesLoaders {
  readonly byId: RowLoader<SeriesRow, SeriesColumn>;
  /** Null for an appointment that was booked by itself. */
  readonly placeOf: GroupLoader<null, Place | null>;
  readonly appointments: ConnectionLoader<AppointmentRow, AppointmentColumn, null>;
  /** Each combination among the visits of an appointment's series. */
  offersOf(appointment: string): Promise<readonly OfferIds[]>;
}

export function createSeriesLoaders(db: Kysely<Database>, viewer: Viewer, cursors: CursorCodec): SeriesLoaders {
  const visible = visibleTo(viewer);
  return {
    byId: createRowLoader('AppointmentSeries', (ids, columns) => seriesByIds(db, ids, visibleSeries(viewer), columns)),
    placeOf: createGroupLoader<null, Place | null>({
      label: 'Appointment.series',
      fetch: async (appointments) =>
        new Map((await placesOf(db, appointments)).map((place) => [place.appointment_id, place])),
      absent: () => null,
    }),
    appointments: createConnectionLoader<AppointmentRow, AppointmentColumn, null>({
      label: 'AppointmentSeries.appointments',
      cursors,
      fetch: async (series, { page, columns }) =>
        Map.groupBy(await appointmentPages(db, series, page, visible, columns), (row) => row.series_id),
      count: (series) => countAppointmentsOf(db, series, visible),
    }),
    offersOf: (appointment) => offersOf(db, appointment, visible),
  };
}
