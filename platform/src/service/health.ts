import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics.ts';

/** A dependency without which this process cannot answer. Rejects, or says why, while it is not usable. */
export type ReadinessCheck = () => Promise<void>;

/** What the three probes of an orchestrator see. */
export interface Health {
  /** From now on `/startup` and `/ready` may succeed. */
  started(): void;
  /** From now on `/ready` fails, so that no new work is routed here while the process drains. */
  draining(): void;
  status(): 'starting' | 'serving' | 'draining';
}

export function createHealth(): Health {
  let status: ReturnType<Health['status']> = 'starting';
  return {
    started() {
      if (status === 'starting') status = 'serving';
    },
    draining() {
      status = 'draining';
    },
    status: () => status,
  };
}

/**
 * Adds `/live` (the event loop turns), `/startup` (wiring is done), `/ready` (dependencies answer and the process
 * is not draining) and `/metrics`. Details name dependencies, never addresses. While the process drains, every answer
 * ends its connection: a server closes only when its last client has gone, and one that keeps a connection stays.
 */
export function addHealthRoutes(
  server: FastifyInstance,
  { health, metrics, checks }: { health: Health; metrics: Metrics; checks: Readonly<Record<string, ReadinessCheck>> },
): void {
  server.addHook('onSend', async (_request, reply) => {
    if (health.status() === 'draining') reply.header('connection', 'close');
  });
  server.get('/live', async () => ({ status: 'ok' }));
  server.get('/startup', async (_request, reply) =>
    reply.code(health.status() === 'starting' ? 503 : 200).send({ status: health.status() }),
  );
  server.get('/ready', async (_request, reply) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await passes(check)] as const),
    );
    const ready = health.status() === 'serving' && results.every(([, ok]) => ok);
    return reply.code(ready ? 200 : 503).send({
      status: health.status(),
      checks: Object.fromEntries(results.map(([name, ok]) => [name, ok ? 'ok' : 'failing'])),
      timeZoneData: process.versions['tz'],
    });
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}

const checkTimeoutMillis = 2_000;

async function passes(check: ReadinessCheck): Promise<boolean> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('timed out')), checkTimeoutMillis);
  try {
    await Promise.race([check(), late]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
