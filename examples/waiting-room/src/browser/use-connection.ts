import type { Client } from '@urql/core';
import { useEffect, useState } from 'preact/hooks';
import { createGraph } from './graph.ts';
import type { Session } from './session.ts';
import { createTransport, type TransportName } from './transport.ts';

export type ConnectionState = 'connecting' | 'live' | 'reconnecting' | 'resumed';

export interface Connection {
  readonly state: ConnectionState;
  /** Undefined until there is one. */
  readonly graph: Client | undefined;
}

/** The graph over one of the transports; another transport is another connection. */
export function useConnection(session: Session, transportName: TransportName): Connection {
  const [connection, setConnection] = useState<Connection>({ state: 'connecting', graph: undefined });
  useEffect(() => {
    let isOpen = true;
    let wasLost = false;
    const tell = (state: ConnectionState): void => {
      if (isOpen) setConnection(({ graph }) => ({ state, graph }));
    };
    const transport = createTransport(transportName, session, {
      connected: () => tell(wasLost ? 'resumed' : 'live'),
      lost() {
        wasLost = true;
        tell('reconnecting');
      },
    });
    setConnection({ state: 'connecting', graph: createGraph(session, transport) });
    return () => {
      isOpen = false;
      transport.close();
    };
  }, [session, transportName]);
  return connection;
}
