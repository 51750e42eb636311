import type { StatementCount } from '@consulta/platform/postgres/statements';
import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import type { Admitted } from './realtime/subscription.ts';

/** What one client request carries through the gateway. */
export interface GatewayContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Epoch milliseconds after which the client gets TIMEOUT. */
  readonly deadline: number;
  /** What each subgraph says it sent to PostgreSQL; empty in production. */
  readonly statements: { readonly subgraph: string; readonly statement: StatementCount }[];
  /** What a subscription is answered for; absent in all other operations. */
  readonly event?: StreamEvent;
  /** Of an operation that came by a connection which can carry a subscription. */
  readonly door?: {
    /** Whether it may change nothing. */
    readonly isReadOnly: boolean;
    admit(subscription: Admitted): void;
  };
}
