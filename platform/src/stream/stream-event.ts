import { z } from 'zod';

/** That something happened which those who watch a topic may care for. Ids only: whoever wants to know more reads it. */
export const streamEventSchema = z.object({
  /** Who may care, such as `appointment:doctor:<uuid>`. */
  topic: z.string(),
  /** Where it stands among all events of its schema: those with lower positions were committed before. */
  position: z.int().positive(),
  /** Position of the topic's event before it, 0 for the first: who missed one finds out. */
  previous: z.int().nonnegative(),
  aggregateType: z.string(),
  aggregateId: z.uuid(),
  /** The aggregate's version after the change. */
  version: z.int(),
  /** What happened, such as `appointment.booked`. */
  type: z.string(),
  /** ISO 8601, UTC. */
  occurredAt: z.string(),
});

export type StreamEvent = z.infer<typeof streamEventSchema>;

/** What a subscription follows. */
export interface OpenedStream {
  /** Every event of one of these is the subscription's. */
  readonly topics: readonly string[];
  /** Events after this position are wanted; null for those from now on. */
  readonly after: number | null;
}
