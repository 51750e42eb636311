import type { Consumer } from '@consulta/platform/outbox/consumer';
import type { OutboxEvent } from '@consulta/platform/outbox/event';
import { z } from 'zod';
import type { Database } from '../generated/database.ts';
import type { ClinicEntry, DoctorEntry, ServiceEntry } from './entries.ts';
import { putClinics, putDoctors, putServices } from './queries.ts';

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

/** Keeps the directory as providers tells it. Each event carries the whole entry, so only the newest one matters. */
export const directoryConsumer: Consumer = {
  name: 'appointments.directory',
  source: 'providers',
  eventTypes: ['clinic.changed', 'doctor.changed', 'service.changed'],
  async deliver(events, delivery) {
    const transaction = delivery.transaction<Database>('appointments');
    const { clinics = [], doctors = [], services = [] } = Object.groupBy(events, kindOf);
    if (clinics.length > 0) await putClinics(transaction, clinics.map(clinicEntry));
    if (doctors.length > 0) await putDoctors(transaction, doctors.map(doctorEntry));
    if (services.length > 0) await putServices(transaction, services.map(serviceEntry));
  },
};

function kindOf({ type }: OutboxEvent): 'clinics' | 'doctors' | 'services' {
  if (type === 'clinic.changed') return 'clinics';
  return type === 'doctor.changed' ? 'doctors' : 'services';
}

function clinicEntry({ aggregateId, version, payload }: OutboxEvent): ClinicEntry {
  const { timeZone, city, status } = clinicPayload.parse(payload);
  return { id: aggregateId, time_zone: timeZone, city, status, version };
}

function doctorEntry({ aggregateId, version, payload }: OutboxEvent): DoctorEntry {
  const { specializations, clinics, languages, status } = doctorPayload.parse(payload);
  return { id: aggregateId, specialization_ids: specializations, clinic_ids: clinics, languages, status, version };
}

function serviceEntry({ aggregateId, version, payload }: OutboxEvent): ServiceEntry {
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
