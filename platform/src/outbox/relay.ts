import { createListener } from '../event-bus/listener.ts';
import { pruneIdempotency } from '../idempotency.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { createKysely } from '../postgres/kysely.ts';
import type { Pool } from '../postgres/pool.ts';
import { startRepeating } from '../service/repeat.ts';
import type { Consumer } from './consumer.ts';
import { type DeliveryLoop, startDeliveryLoop } from './delivery-loop.ts';
import { reasonOf } from './failure.ts';
import { consumersWithWork } from './lookout.ts';
import { createRelayMetrics } from './metrics.ts';
import { queueStatus } from './operator.ts';
import { pokeChannel, readPoke } from './poke.ts';
import { pruneOutbox } from './prune.ts';
import { registerConsumers } from './register.ts';
import { everyEvent } from './write.ts';

export interface RelayOptions {
  readonly pool: Pool;
  /** For the connection that LISTENs for pokes of other processes. */
  readonly connectionString: string;
  readonly consumers: readonly Consumer[];
  /** Whose outboxes are pruned, also those without a consumer. Default those of the consumers. */
  readonly schemas?: readonly string[];
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** How long a delivery waits at most when its poke is lost. Default 1 s. */
  readonly pollMillis?: number;
  /** How long delivered events and the outcomes of idempotent requests are kept. Default 7 days. */
  readonly keepDays?: number;
  /** How often older ones are removed. Default 10 minutes. */
  readonly pruneMillis?: number;
}

/** Carries committed events to their consumers: at least once, and in the order of each aggregate's commits. */
export interface Relay {
  /** Registers the consumers, then delivers until stopped. Await it before the first request is served. */
  start(): Promise<void>;
  /**
   * Events of these types were committed to the schema's outbox; null: of any. For use within the process; others NOTIFY.
   */
  poke(schema: string, types?: readonly string[] | null): void;
  /** Finishes the turns in hand and lets go of everything. Whatever is left stays for the next relay. */
  stop(): Promise<void>;
}

/** Any number of relays share the work; none needs to know of the others. */
export function createRelay({
  pool,
  connectionString,
  consumers,
  schemas = [...new Set(consumers.map(({ source }) => source))],
  logger,
  metrics,
  pollMillis = 1_000,
  keepDays = 7,
  pruneMillis = 600_000,
}: RelayOptions): Relay {
  const db = createKysely<unknown>(pool, 'public');
  const relayMetrics = createRelayMetrics(metrics.registry, async () => {
    const lengths = await Promise.all(
      schemas.map(async (schema) => (await queueStatus(db, schema)).map((queue) => ({ schema, ...queue }))),
    );
    return lengths.flat();
  });
  const loops: { consumer: Consumer; loop: DeliveryLoop }[] = [];
  const teardown: (() => Promise<void>)[] = [];

  const poke = (schema: string, types: readonly string[] | null = null): void => {
    for (const { consumer, loop } of loops) if (consumer.source === schema && wants(consumer, types)) loop.poke();
  };
  /** For what no poke told of: it was lost, its relay died, or it waited for its next attempt. One statement for all. */
  const look = async (): Promise<void> => {
    const waiting = await consumersWithWork(db, consumers);
    for (const { consumer, loop } of loops) if (waiting.has(consumer)) loop.poke();
  };
  const prune = async (): Promise<void> => {
    for (const schema of schemas) {
      const events = await pruneOutbox(db, schema, keepDays);
      const outcomes = await pruneIdempotency(db, schema, keepDays);
      if (events + outcomes > 0) logger.info({ schema, events, outcomes }, 'removed what was kept long enough');
    }
    for (const { name, source, prune: pruneKept } of consumers) {
      const rows = (await pruneKept?.(db, keepDays)) ?? 0;
      if (rows > 0) logger.info({ consumer: name, schema: source, rows }, 'removed what was kept long enough');
    }
  };

  return {
    poke,
    async start() {
      await registerConsumers(db, consumers);
      for (const consumer of consumers) {
        const options = { db, consumer, longestLookAgainMillis: pollMillis, logger, metrics: relayMetrics };
        loops.push({ consumer, loop: startDeliveryLoop(options) });
      }
      const lookout = startRepeating({
        work: look,
        pauseMillis: pollMillis,
        begins: 'later',
        logger,
        said: { failed: 'the relay cannot look into the outboxes', works: 'the relay sees the outboxes again' },
      });
      const listener = createListener({
        connectionString,
        applicationName: 'consulta relay listener',
        logger,
        onNotification(_channel, payload) {
          const { schema, types } = readPoke(payload);
          poke(schema, types);
        },
        // Pokes sent while nobody listened are lost.
        onConnected() {
          for (const schema of schemas) poke(schema);
        },
      });
      void listener.listen(pokeChannel);
      let pruning = Promise.resolve();
      const timer = setInterval(() => {
        pruning = prune().catch((error: unknown) =>
          logger.warn({ reason: reasonOf(error) }, 'what was kept long enough could not be removed'),
        );
      }, pruneMillis);
      teardown.push(async () => {
        clearInterval(timer);
        await Promise.all([pruning, lookout.stop(), listener.close(), ...loops.map(({ loop }) => loop.stop())]);
      });
    },
    async stop() {
      await Promise.all(teardown.splice(0).map((tear) => tear()));
    },
  };
}

function wants({ eventTypes }: Consumer, types: readonly string[] | null): boolean {
  return types === null || eventTypes.includes(everyEvent) || types.some((type) => eventTypes.includes(type));
}
