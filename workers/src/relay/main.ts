import { createCacheFeed } from '@consulta/platform/cache/create-caches';
import { createEventBus } from '@consulta/platform/event-bus/create-event-bus';
import { createRelay } from '@consulta/platform/outbox/relay';
import { addHealthRoutes } from '@consulta/platform/service/health';
import { runService } from '@consulta/platform/service/run-service';
import { fastify } from 'fastify';
import { startSweeper } from '../sweeper/sweeper.ts';
import { startCacheVoucher } from './cache-voucher.ts';
import { readConfig } from './config.ts';
import { createConsumers, schemas } from './consumers.ts';

await runService(
  'relay',
  () => readConfig(process.env),
  async ({ config, logger, metrics, pool, probes }) => {
    const { DATABASE_URL: connectionString, REDIS_URL: redisUrl, WAITLIST_OFFER_MINUTES: offerMinutes } = config;
    const bus = createEventBus({ redisUrl, connectionString, logger });
    const feed = createCacheFeed({ redisUrl, bus, logger });
    const consumers = createConsumers({ bus, feed, offerMinutes });
    const relay = createRelay({ pool, connectionString, consumers, schemas, logger, metrics });
    await relay.start();
    const voucher = startCacheVoucher({ pool, feed, logger });
    const sweeper = startSweeper({ pool, poke: relay.poke, logger });
    const server = fastify({ forceCloseConnections: 'idle' });
    addHealthRoutes(server, probes);
    return {
      server,
      drain: [
        { name: 'finish the sweep', run: () => sweeper.stop() },
        { name: 'finish deliveries', run: () => relay.stop() },
        { name: 'stop vouching for the caches', run: () => voucher.stop() },
        { name: 'close what caches are told by', run: () => feed.close() },
        { name: 'close event bus', run: () => bus.close() },
      ],
    };
  },
);
