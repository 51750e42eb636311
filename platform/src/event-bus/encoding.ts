import type { BusMessage } from './event-bus.ts';

/** PostgreSQL's bound on a NOTIFY payload, in bytes; kept on every broker, so that a message fits either. */
export const mostBytes = 7_999;

export function encode(message: BusMessage): string {
  const text = JSON.stringify(message);
  const bytes = Buffer.byteLength(text);
  if (bytes > mostBytes) throw new RangeError(`a message of ${bytes} bytes exceeds the bus's bound of ${mostBytes}`);
  return text;
}

export function decode(text: string): BusMessage {
  return JSON.parse(text) as BusMessage;
}
