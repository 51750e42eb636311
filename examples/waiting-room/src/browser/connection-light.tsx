import type { VNode } from 'preact';
import type { ConnectionState } from './use-connection.ts';

const told: Readonly<Record<ConnectionState, string>> = {
  connecting: 'Connecting…',
  live: 'Live',
  reconnecting: 'Reconnecting…',
  resumed: 'Live, resumed',
};

export function ConnectionLight({ state }: { state: ConnectionState }): VNode {
  return (
    <p class="light" data-state={state} role="status">
      {told[state]}
    </p>
  );
}
