import type { TestProject } from 'vitest/node';
import { startTestPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A login that may create databases. */
    readonly adminUrl: string;
    /** The migrated database that every test database is a copy of. */
    readonly templateDatabase: string;
    /** Null when the machine has no Redis: tests of it are skipped. */
    readonly redisUrl: string | null;
  }
}

/** One PostgreSQL and one Redis for the whole run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const started = await Promise.allSettled([startTestPostgres(), startRedis()]);
  const [postgres, redis] = started;
  const tearDown = async () => {
    await Promise.all(started.map((service) => (service.status === 'fulfilled' ? service.value.stop() : undefined)));
  };
  if (postgres.status === 'rejected' || redis.status === 'rejected') {
    await tearDown();
    throw postgres.status === 'rejected' ? postgres.reason : (redis as PromiseRejectedResult).reason;
  }
  project.provide('adminUrl', postgres.value.adminUrl);
  project.provide('templateDatabase', postgres.value.templateDatabase);
  project.provide('redisUrl', redis.value.url);
  return tearDown;
}
