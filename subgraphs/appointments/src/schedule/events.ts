import type { DomainEvent } from '@consulta/platform/outbox/event';
import { planTag, rosterTag } from '../availability/tags.ts';

/** A schedule, one of its rules or one of its exceptions changed: what was computed of it is out of date. */
export function scheduleChanged(schedule: {
  readonly id: string;
  readonly doctor_id: string;
  readonly version: number;
}): DomainEvent {
  return {
    aggregateType: 'schedule',
    aggregateId: schedule.id,
    version: schedule.version,
    type: 'schedule.changed',
    payload: { doctor: schedule.doctor_id, voids: [planTag(schedule.doctor_id), rosterTag] },
  };
}
