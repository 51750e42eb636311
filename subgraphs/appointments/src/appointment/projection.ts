import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import type { Context } from '../context.ts';
import { type AppointmentColumn, type AppointmentRow, appointmentColumns } from './columns.ts';

/** The columns behind what is selected of an appointment. */
export function appointmentColumnsOf(info: ProjectionInfo, path: readonly string[] = []): readonly AppointmentColumn[] {
  return selectedColumns(info, 'Appointment', appointmentColumns, ['id'], path);
}

/** A mutation's appointment as it is after the change. */
export function readBack({ loaders }: Context, info: ProjectionInfo, id: string): Promise<AppointmentRow | null> {
  return loaders.appointment.byId.load(id, appointmentColumnsOf(info, ['appointment']));
}
