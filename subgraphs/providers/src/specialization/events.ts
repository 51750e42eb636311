import type { DomainEvent } from '@consulta/platform/outbox/event';

/** A specialization was added or changed. Nobody keeps a copy of its text: the id says what to read again. */
export function specializationChanged({ id, version }: { readonly id: string; readonly version: number }): DomainEvent {
  return { aggregateType: 'specialization', aggregateId: id, version, type: 'specialization.changed' };
}
