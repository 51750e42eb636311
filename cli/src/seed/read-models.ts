import type { Client } from 'pg';

/**
 * What the owners' events would have built, in one statement each. Seeding is the one place that may look into every
 * schema at once.
 */
export async function fillReadModels(client: Client): Promise<void> {
  await client.query(`
    insert into appointments.clinic_directory (clinic_id, time_zone, city, status, version)
    select id, time_zone, city, status, version from providers.clinic;

    insert into appointments.bookable_service (service_id, clinic_id, specialization_id, duration_minutes,
      buffer_before_minutes, buffer_after_minutes, modalities, status, version)
    select id, clinic_id, specialization_id, duration_minutes,
      buffer_before_minutes, buffer_after_minutes, modalities, status, version
    from providers.healthcare_service;

    insert into appointments.doctor_directory (doctor_id, specialization_ids, clinic_ids, languages, status, version)
    select id,
      array(select specialization_id from providers.doctor_specialization where doctor_id = doctor.id order by 1),
      array(select clinic_id from providers.doctor_clinic where doctor_id = doctor.id order by 1),
      languages, status, version
    from providers.doctor;

    insert into patients.care_relationship (doctor_id, patient_id, clinic_id, appointments, first_at)
    select doctor_id, patient_id, clinic_id, count(*), min(created_at)
    from appointments.appointment
    where status not in ('pending', 'cancelled', 'entered_in_error')
    group by doctor_id, patient_id, clinic_id;

    insert into records.care_relationship (doctor_id, patient_id, clinic_id, appointments, first_at)
    select doctor_id, patient_id, clinic_id, appointments, first_at from patients.care_relationship;
  `);
}
