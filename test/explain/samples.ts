import { type NodeType, toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Client } from 'pg';

/** One existing row of each type, preferably one that others hang on. */
export type Samples = Readonly<Partial<Record<NodeType, string>>>;

const busiest: Readonly<Partial<Record<NodeType, string>>> = {
  Patient: 'select patient_id as id from records.medical_record group by 1 order by count(*) desc, 1 limit 1',
  Doctor: 'select doctor_id as id from appointments.appointment group by 1 order by count(*) desc, 1 limit 1',
  Clinic: 'select clinic_id as id from appointments.appointment group by 1 order by count(*) desc, 1 limit 1',
  Specialization: 'select specialization_id as id from providers.doctor_specialization limit 1',
  HealthcareService: 'select service_id as id from appointments.appointment limit 1',
  Schedule: 'select schedule_id as id from appointments.appointment group by 1 order by count(*) desc, 1 limit 1',
  AvailabilityRule: 'select id from appointments.availability_rule limit 1',
  AvailabilityException: 'select id from appointments.availability_exception limit 1',
  Appointment: 'select appointment_id as id from records.medical_record where appointment_id is not null limit 1',
  AppointmentSeries:
    'select series_id as id from appointments.appointment_series_occurrence group by 1 order by count(*) desc, 1 limit 1',
  MedicalRecord: 'select id from records.medical_record limit 1',
};

export async function findSamples(client: Client): Promise<Samples> {
  const samples: Partial<Record<NodeType, string>> = {};
  for (const [type, sql] of Object.entries(busiest) as [NodeType, string][]) {
    const { rows } = await client.query<{ id: string }>(sql);
    if (rows[0] !== undefined) samples[type] = toGlobalId(type, rows[0].id);
  }
  return samples;
}
