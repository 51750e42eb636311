import { type LeanSocket, openLeanSocket } from './lean-socket.ts';

// Clients of a benchmark, one socket for each subscription, in a process of their own. Its parent says by IPC what to do;
// every order is answered when it is done.

/** What the parent says. */
export type Order =
  /** Opens a socket for each of the variables, and subscribes. */
  | { readonly open: { url: string; token: string; query: string; variables: readonly unknown[] } }
  | { readonly close: true }
  /** Asks for what came since the last report. */
  | { readonly report: true };

/** What came of one event: how many frames, the first and the last of them in epoch milliseconds. */
export interface Arrival {
  readonly appointment: string;
  readonly version: number;
  readonly first: number;
  readonly last: number;
  readonly frames: number;
}

const openingAtOnce = 50;
const sockets: LeanSocket[] = [];
let frames: { readonly at: number; readonly text: string }[] = [];

process.on('message', async (order: Order) => {
  if ('open' in order) await open(order.open);
  if ('close' in order) for (const socket of sockets.splice(0)) socket.close();
  process.send?.('report' in order ? report() : 'done');
});
process.on('disconnect', () => process.exit(0));

async function open({ url, token, query, variables }: Extract<Order, { open: unknown }>['open']): Promise<void> {
  const init = JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
  const left = variables.map((of) => JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables: of } }));
  const subscribe = async (message: string): Promise<void> => {
    const { promise: acknowledged, resolve } = Promise.withResolvers<void>();
    const socket = await openLeanSocket(url, (text) => {
      if (text.includes('"type":"next"')) frames.push({ at: performance.timeOrigin + performance.now(), text });
      else if (text.includes('"connection_ack"')) resolve();
      else process.stderr.write(`${text.slice(0, 300)}\n`);
    });
    sockets.push(socket);
    socket.send(init);
    await acknowledged;
    socket.send(message);
  };
  const work = async (): Promise<void> => {
    for (let message = left.pop(); message !== undefined; message = left.pop()) await subscribe(message);
  };
  await Promise.all(Array.from({ length: openingAtOnce }, work));
}

function report(): Arrival[] {
  const arrivals = new Map<
    string,
    { appointment: string; version: number; first: number; last: number; frames: number }
  >();
  for (const { at, text } of frames) {
    const version = Number(/"version":(\d+)/.exec(text)?.[1]);
    const appointment = /"appointmentId":"([^"]+)"/.exec(text)?.[1] ?? text;
    const name = `${appointment} ${version}`;
    const known = arrivals.get(name);
    if (known === undefined) arrivals.set(name, { appointment, version, first: at, last: at, frames: 1 });
    else {
      known.last = at;
      known.frames += 1;
    }
  }
  frames = [];
  return [...arrivals.values()];
}
