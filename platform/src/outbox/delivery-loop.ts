import type { Kysely } from 'kysely';
import type { Logger } from '../logger.ts';
import { createBell } from './bell.ts';
import type { Consumer } from './consumer.ts';
import { reasonOf } from './failure.ts';
import type { RelayMetrics } from './metrics.ts';
import { beginning } from './queue.ts';
import { type Failed, type Turn, takeTurn } from './turn.ts';

const shortestPauseMillis = 100;
const longestPauseMillis = 5_000;
/** What another relay has in hand it mostly has done by then. */
const shortestLookAgainMillis = 20;

/** The endless delivery to one consumer, whenever there is something. Each has its own, so a slow one delays no other. */
export interface DeliveryLoop {
  /** There may be something to deliver. */
  poke(): void;
  /** Finishes the turn in hand. */
  stop(): Promise<void>;
}

type Left = Pick<Turn, 'more' | 'passedOver'>;

export function startDeliveryLoop({
  db,
  consumer,
  longestLookAgainMillis,
  logger,
  metrics,
}: {
  db: Kysely<unknown>;
  consumer: Consumer;
  /** How long at most until it looks again for what follows an event that another relay has in hand. */
  longestLookAgainMillis: number;
  logger: Logger;
  metrics: RelayMetrics;
}): DeliveryLoop {
  const bell = createBell();
  const log = logger.child({ consumer: consumer.name, schema: consumer.source });
  let stopping = false;

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stopping) {
      try {
        const left = await goRound();
        if (failures > 0) log.info('the outbox consumer works again');
        failures = 0;
        await rest(left);
      } catch (error) {
        failures += 1;
        if (failures === 1) log.warn({ reason: reasonOf(error) }, 'the outbox consumer pauses');
        await pause(failures);
      }
    }
  };

  /** Visits every aggregate of the queue once, by as many turns as it takes; tells what it left there. */
  const goRound = async (): Promise<Left> => {
    let more = false;
    let passedOver = false;
    for (let after: string | null = beginning; after !== null && !stopping; ) {
      const began = performance.now();
      const turn: Turn = await takeTurn(db, consumer, after);
      metrics.observe(consumer, turn, (performance.now() - began) / 1000);
      for (const failure of turn.failed) report(failure);
      for (const work of turn.afterwards) await work().catch(reportAfterwards);
      more ||= turn.more;
      passedOver ||= turn.passedOver;
      after = turn.last;
    }
    return { more, passedOver };
  };

  let passes = 0;
  /**
   * Until there may be something again. A commit behind what another relay has in hand poked in vain: that this loop passed
   * over it is all that is known of it, so it looks again by itself.
   */
  const rest = async ({ more, passedOver }: Left): Promise<void> => {
    passes = passedOver ? passes + 1 : 0;
    if (more) return;
    const millis = Math.min(shortestLookAgainMillis * 2 ** Math.min(passes - 1, 10), longestLookAgainMillis);
    await bell.wait(passedOver ? millis * (0.75 + Math.random() / 2) : undefined);
  };

  /** Pokes do not cut it short: they tell of events, not of the outage's end. */
  const pause = async (failures: number): Promise<void> => {
    const millis = Math.min(shortestPauseMillis * 2 ** Math.min(failures - 1, 10), longestPauseMillis);
    const until = performance.now() + millis * (0.75 + Math.random() / 2);
    while (!stopping && performance.now() < until) await bell.wait(until - performance.now());
  };

  const reportAfterwards = (error: unknown): void =>
    log.warn({ reason: reasonOf(error) }, 'what was to follow a delivery failed');

  const report = ({ event, attempts, state, reason }: Failed): void => {
    const { id, aggregateType, aggregateId, version, type } = event;
    const fields = { event: { id, aggregateType, aggregateId, version, type }, attempts: attempts + 1, reason };
    if (state === 'dead') log.error(fields, 'an event is set aside: its consumer failed on it too often');
    else log.debug(fields, 'an event will be tried again');
  };

  const ended = run();
  return {
    poke: bell.ring,
    async stop() {
      stopping = true;
      bell.ring();
      await ended;
    },
  };
}
