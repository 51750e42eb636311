import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Node loads graphql's CommonJS build, Vite would choose the other: two copies refuse each other's schemas.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '.data/**'],
    globalSetup: ['test/kit/global-setup.ts'],
    // Files share one PostgreSQL, and races are won by its locks rather than by the number of workers.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
});
