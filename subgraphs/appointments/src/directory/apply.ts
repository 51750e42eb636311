import type { DomainEvent } from '@consulta/platform/outbox/event';
import { writeEvents } from '@consulta/platform/outbox/write';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../generated/database.ts';
import type { ClinicEntry, DoctorEntry, ServiceEntry } from './entries.ts';
import { directoryChanged } from './events.ts';
import { putClinics, putDoctors, putServices } from './queries.ts';

/** The events of providers that carry an entry of the directory, each the whole of it. */
export const entryEvents = ['clinic.changed', 'doctor.changed', 'service.changed'] as const;

const clinicPayload = z.object({ timeZone: z.string(), city: z.string(), status: z.string() });
const doctorPayload = z.object({
  specializations: z.array(z.uuid()),
  clinics: z.array(z.uuid()),
  languages: z.array(z.string()),
  status: z.string(),
});
const servicePayload = z.object({
  clinic: z.uuid(),
  specialization: z.uuid(),
  durationMinutes: z.int(),
  bufferBeforeMinutes: z.int(),
  bufferAfterMinutes: z.int(),
  modalities: z.array(z.string()),
  status: z.string(),
});

/**
 * Writes the entries that events carry, and that they were written; an older version than the one known is passed over.
 *
 * @param db a transaction
 */
export async function applyEvents(db: Kysely<Database>, events: readonly DomainEvent[]): Promise<void> {
  const of = (type: (typeof entryEvents)[number]) => events.filter((event) => event.type === type);
  const entries = {
    clinic: of('clinic.changed').map(clinicEntry),
    doctor: of('doctor.changed').map(doctorEntry),
    service: of('service.changed').map(serviceEntry),
  };
  await putIfAny(db, entries.clinic, putClinics);
  await putIfAny(db, entries.doctor, putDoctors);
  await putIfAny(db, entries.service, putServices);
  await writeEvents(db, 'appointments', [directoryChanged(entries)]);
}

async function putIfAny<Entry>(
  db: Kysely<Database>,
  entries: readonly Entry[],
  put: (db: Kysely<Database>, entries: readonly Entry[]) => Promise<void>,
): Promise<void> {
  if (entries.length > 0) await put(db, entries);
}

function clinicEntry({ aggregateId, version, payload }: DomainEvent): ClinicEntry {
  const { timeZone, city, status } = clinicPayload.parse(payload);
  return { id: aggregateId, time_zone: timeZone, city, status, version };
}

function doctorEntry({ aggregateId, version, payload }: DomainEvent): DoctorEntry {
  const { specializations, clinics, languages, status } = doctorPayload.parse(payload);
  return { id: aggregateId, specialization_ids: specializations, clinic_ids: clinics, languages, status, version };
}

function serviceEntry({ aggregateId, version, payload }: DomainEvent): ServiceEntry {
  const service = servicePayload.parse(payload);
  return {
    id: aggregateId,
    clinic_id: service.clinic,
    specialization_id: service.specialization,
    duration_minutes: service.durationMinutes,
    buffer_before_minutes: service.bufferBeforeMinutes,
    buffer_after_minutes: service.bufferAfterMinutes,
    modalities: service.modalities,
    status: service.status,
    version,
  };
}
