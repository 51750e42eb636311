import { createMetrics } from '@consulta/platform/metrics';
import { addHealthRoutes, createHealth, type Health, type ReadinessCheck } from '@consulta/platform/service/health';
import { type FastifyInstance, fastify } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';

let health: Health;
let server: FastifyInstance;
let postgres: ReadinessCheck;
beforeEach(() => {
  health = createHealth();
  server = fastify();
  postgres = async () => undefined;
  addHealthRoutes(server, { health, metrics: createMetrics(), checks: { postgres: () => postgres() } });
});
afterEach(() => server.close());

const statusOf = async (url: string): Promise<number> => (await server.inject({ url })).statusCode;

const statuses = async () => ({
  live: await statusOf('/live'),
  startup: await statusOf('/startup'),
  ready: await statusOf('/ready'),
});

test('a process that still starts is live, not started and not ready', async () => {
  expect(await statuses()).toEqual({ live: 200, startup: 503, ready: 503 });
});

test('one that serves is all three', async () => {
  health.started();
  expect(await statuses()).toEqual({ live: 200, startup: 200, ready: 200 });
});

test('one that drains is not ready, and starting does not undo it', async () => {
  health.started();
  health.draining();
  health.started();
  expect(await statuses()).toEqual({ live: 200, startup: 200, ready: 503 });
});

test('one whose PostgreSQL fails, or does not answer, is not ready; why is not told', async () => {
  health.started();
  postgres = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432'));
  const failing = await server.inject({ url: '/ready' });
  expect(failing.statusCode).toBe(503);
  expect(failing.json()).toMatchObject({ checks: { postgres: 'failing' } });
  expect(failing.body).not.toContain('10.0.0.7');
  postgres = () => new Promise(() => undefined);
  expect(await statusOf('/ready')).toBe(503);
});
