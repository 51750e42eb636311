import type { DomainEvent } from '@consulta/platform/outbox/event';
import type { SeriesRow } from './columns.ts';

type Parties = Pick<SeriesRow, 'id' | 'version' | 'doctor_id' | 'patient_id' | 'clinic_id'>;

/** Tells of a change of many appointments as one; each of them has an event of its own beside it. Uuids only. */
export function seriesChanged(type: 'booked' | 'cancelled' | 'rescheduled', series: Parties): DomainEvent {
  return {
    aggregateType: 'series',
    aggregateId: series.id,
    version: series.version,
    type: `series.${type}`,
    payload: { doctor: series.doctor_id, patient: series.patient_id, clinic: series.clinic_id },
  };
}
