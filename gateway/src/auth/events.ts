import type { DomainEvent } from '@consulta/platform/outbox/event';

/** An account was made, shut out or let in again. What it may do is for nobody but the gateway, which reads it again. */
export function accountChanged({ id, version }: { readonly id: string; readonly version: number }): DomainEvent {
  return { aggregateType: 'account', aggregateId: id, version, type: 'account.changed' };
}
