/** JSON without `undefined`, dates or class instances. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What changed, as the use case that changed it says. */
export interface DomainEvent {
  /** Kind of the thing that changed, such as `appointment`. */
  readonly aggregateType: string;
  /** Its uuid. Events of one aggregate are delivered in the order of their commits. */
  readonly aggregateId: string;
  /** The aggregate's version after the change. */
  readonly version: number;
  /** What happened, such as `appointment.booked`. */
  readonly type: string;
  /** Ids, versions and directory attributes. Never health data: events travel and are kept. Default `{}`. */
  readonly payload?: { readonly [key: string]: Json };
}

/** An event as its consumers receive it. */
export interface OutboxEvent extends Required<DomainEvent> {
  /** Position in the outbox of its schema: grows with each change of an aggregate, with gaps. */
  readonly id: number;
  readonly occurredAt: Date;
}
