import type { StreamEvent } from '../stream/stream-event.ts';
import type { Viewer } from '../viewer/viewer.ts';

/** What every resolver of every subgraph can rely on; each subgraph adds its loaders. */
export interface RequestContext {
  /** Who asks, as signed by the gateway. */
  readonly viewer: Viewer;
  /** Name of the operation, or `anonymous`; the gateway adds `__<subgraph>__<n>` to the client's. */
  readonly operation: string;
  /** Finds the log lines of the client's request in every process. */
  readonly requestId: string;
  /** Epoch milliseconds after which nobody waits for the answer. */
  readonly deadline: number;
  /** What a subscription is answered for; absent in all other operations. */
  readonly event?: StreamEvent | undefined;
}
