import { randomUUID } from 'node:crypto';

const acceptable = /^[\w.-]{8,64}$/;

/** The caller's own request id where it has a safe form, else a fresh one. */
export function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && acceptable.test(header) ? header : randomUUID();
}
