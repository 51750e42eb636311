import { onServer } from './admin.ts';

/** Nothing in the seed recurs: makes series of each patient's visits with one doctor at one clinic for one thing. */
export function makeAppointmentSeries(connectionString: string): Promise<void> {
  return onServer(connectionString, async (client) => {
    await client.query(`
      with visit as (
        select id, doctor_id, patient_id, clinic_id, service_id, modality, starts_at, created_by,
          row_number() over (partition by doctor_id, patient_id, clinic_id, service_id order by starts_at, id) as number
        from appointments.appointment
      ), series as (
        insert into appointments.appointment_series
          (doctor_id, patient_id, clinic_id, service_id, modality, time_zone, starts_on, starts, every_weeks, count, created_by)
        select doctor_id, patient_id, clinic_id, service_id, modality, 'UTC', starts_at::date, '09:00', 1, 52, created_by
        from visit where number = 1
        returning id, doctor_id, patient_id, clinic_id, service_id
      )
      insert into appointments.appointment_series_occurrence (series_id, number, appointment_id)
      select series.id, visit.number, visit.id
      from series join visit using (doctor_id, patient_id, clinic_id, service_id)
      where visit.number <= 52`);
  });
}
