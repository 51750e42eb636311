import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import type { Outcome } from './hydration.ts';

/** Of one subscription at the same time: the slowest of them holds up those after it, which are ready then. */
const atOnce = 4;

/** Hydrates some events at the same time and delivers them one after the other. */
export interface Pipeline {
  push(event: StreamEvent): void;
  /** Events that nobody has begun to hydrate. */
  waiting(): number;
  /** Resolves once all that was pushed is delivered, or delivering ended. */
  idle(): Promise<void>;
}

/** @param deliver false ends it: what is left is dropped */
export function createPipeline(
  hydrate: (event: StreamEvent) => Promise<Outcome>,
  deliver: (event: StreamEvent, outcome: Outcome) => boolean | Promise<boolean>,
): Pipeline {
  const waiting: StreamEvent[] = [];
  const underWay: { readonly event: StreamEvent; readonly outcome: Promise<Outcome> }[] = [];
  let running: Promise<void> | undefined;

  const topUp = (): void => {
    while (underWay.length < atOnce) {
      const event = waiting.shift();
      if (event === undefined) return;
      underWay.push({ event, outcome: hydrate(event) });
    }
  };
  const run = async (): Promise<void> => {
    for (let [first] = underWay; first !== undefined; [first] = underWay) {
      const goesOn = await deliver(first.event, await first.outcome);
      underWay.shift();
      if (!goesOn) {
        underWay.length = 0;
        waiting.length = 0;
      }
      topUp();
    }
    running = undefined;
  };

  return {
    push(event) {
      waiting.push(event);
      topUp();
      running ??= run();
    },
    waiting: () => waiting.length,
    idle: async () => running,
  };
}
