import { type Kysely, sql } from 'kysely';

/** What appointments must know of doctors, clinics and services: read models fed by the events of providers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table appointments.bookable_service (
      service_id uuid primary key,
      clinic_id uuid not null,
      specialization_id uuid not null,
      duration_minutes integer not null check (duration_minutes between 5 and 480),
      buffer_before_minutes integer not null check (buffer_before_minutes between 0 and 120),
      buffer_after_minutes integer not null check (buffer_after_minutes between 0 and 120),
      modalities text[] not null check (modalities <@ array['in_person', 'video'] and cardinality(modalities) between 1 and 2),
      status text not null check (status in ('active', 'inactive')),
      version integer not null
    );
    create index bookable_service_clinic on appointments.bookable_service (clinic_id, specialization_id);
    create index bookable_service_specialization on appointments.bookable_service (specialization_id);

    create table appointments.doctor_directory (
      doctor_id uuid primary key,
      specialization_ids uuid[] not null default '{}',
      clinic_ids uuid[] not null default '{}',
      languages text[] not null default '{}',
      status text not null check (status in ('active', 'inactive')),
      version integer not null
    );
    create index doctor_directory_specializations on appointments.doctor_directory using gin (specialization_ids);
    create index doctor_directory_clinics on appointments.doctor_directory using gin (clinic_ids);
    create index doctor_directory_languages on appointments.doctor_directory using gin (languages);

    create table appointments.clinic_directory (
      clinic_id uuid primary key,
      time_zone text not null check (length(time_zone) between 1 and 64),
      city text not null check (length(city) between 1 and 100),
      status text not null check (status in ('active', 'inactive')),
      version integer not null
    );
    create index clinic_directory_city on appointments.clinic_directory (lower(city));

    comment on table appointments.bookable_service is 'Read model of providers.healthcare_service.';
    comment on table appointments.doctor_directory is 'Read model of providers.doctor: what availability search asks of a doctor. Cities follow from the clinics.';
    comment on table appointments.clinic_directory is 'Read model of providers.clinic.';
  `.execute(db);
}
