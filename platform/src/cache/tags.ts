import type { DomainEvent } from '../outbox/event.ts';

/**
 * What an event makes void in every cache: `<kind>` and `<kind>:<id>` of what changed, and the further tags that its
 * payload lists under `voids`.
 */
export function tagsOf({ aggregateType, aggregateId, payload = {} }: DomainEvent): string[] {
  const further = payload['voids'];
  const voids = Array.isArray(further) ? further.filter((tag) => typeof tag === 'string') : [];
  return [aggregateType, `${aggregateType}:${aggregateId}`, ...voids];
}
