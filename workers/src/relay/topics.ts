import type { OutboxEvent } from '@consulta/platform/outbox/event';

/** Whose ids, in the payload of an aggregate's events, name further audiences. */
const parties: Readonly<Record<string, readonly string[]>> = {
  appointment: ['patient', 'doctor', 'clinic'],
  message: ['patient', 'doctor', 'clinic'],
};

/** Topics by party are named after their aggregate, but for messages: those go to inboxes. */
const audiences: Readonly<Record<string, string>> = { message: 'inbox' };

/**
 * The topics an event is published under: all aggregates of its kind (`appointment`), this one
 * (`appointment:<uuid>`), and those of each party (`appointment:doctor:<uuid>`). Nobody waits for a message that is
 * not there yet: what is followed is its appointment (`message:<appointment's uuid>`), or a party's inbox
 * (`inbox:doctor:<uuid>`).
 */
export function topicsOf({ aggregateType, aggregateId, payload }: OutboxEvent): string[] {
  const audience = audiences[aggregateType] ?? aggregateType;
  const ofParties = (parties[aggregateType] ?? []).flatMap((party) => {
    const id = payload[party];
    return typeof id === 'string' ? [`${audience}:${party}:${id}`] : [];
  });
  const followed = aggregateType === 'message' ? payload['appointment'] : aggregateId;
  const own = typeof followed === 'string' ? [`${aggregateType}:${followed}`] : [];
  return [aggregateType, ...own, ...ofParties];
}
