/** What one client, and all of them, may hold. */
export interface StreamLimits {
  /** WebSockets and event streams of a process; default 20,000. */
  readonly connections: number;
  /** Of one account to one process; default 50. */
  readonly connectionsPerAccount: number;
  /** Operations under way on one WebSocket; default 100. */
  readonly operationsPerSocket: number;
  /** Bytes of one message from a client; default 100 KB, as of a request's body. */
  readonly messageBytes: number;
  /** Bytes written to a client that it did not take; beyond, it is closed. Default 1 MB. */
  readonly unreadBytes: number;
  /** Milliseconds until a WebSocket has to be initialised; default 3 s. */
  readonly initialisationMillis: number;
  /** Milliseconds between two looks for events that no message told of; default 5 s. */
  readonly checkMillis: number;
  /** Milliseconds over which connections are closed when the process ends; default 2 s. */
  readonly drainMillis: number;
}

export const defaultLimits: StreamLimits = {
  connections: 20_000,
  connectionsPerAccount: 50,
  operationsPerSocket: 100,
  messageBytes: 100 * 1024,
  unreadBytes: 1024 * 1024,
  initialisationMillis: 3_000,
  checkMillis: 5_000,
  drainMillis: 2_000,
};
