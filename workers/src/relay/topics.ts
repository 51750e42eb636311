import type { OutboxEvent } from '@consulta/platform/outbox/event';

/** Whose ids, in the payload of an aggregate's events, name further audiences. */
const parties: Readonly<Record<string, readonly string[]>> = {
  appointment: ['patient', 'doctor', 'clinic'],
};

/**
 * The topics an event is published under: all aggregates of its kind (`appointment`), this one
 * (`appointment:<uuid>`), and those of each party (`appointment:doctor:<uuid>`).
 */
export function topicsOf({ aggregateType, aggregateId, payload }: OutboxEvent): string[] {
  const ofParties = (parties[aggregateType] ?? []).flatMap((party) => {
    const id = payload[party];
    return typeof id === 'string' ? [`${aggregateType}:${party}:${id}`] : [];
  });
  return [aggregateType, `${aggregateType}:${aggregateId}`, ...ofParties];
}
