/** What the environment may lend a test run. */
export const environment = {
  /** A PostgreSQL whose login may create databases, instead of an embedded one. */
  databaseUrl: process.env['DATABASE_URL'],
  /** A Redis, instead of one started for the run. */
  redisUrl: process.env['REDIS_URL'],
  /** Where programs are found. */
  path: process.env['PATH'] ?? '',
  /** In CI nothing is skipped. */
  ci: process.env['CI'] === 'true',
};
