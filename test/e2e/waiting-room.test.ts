import { withClient } from '@consulta/cli/postgres/client';
import { eventually } from '@consulta/platform/outbox/fixture';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestStack, type TestStack, untilSubscribed } from '../kit/stack.ts';
import { findChromium, launchBrowser } from './browser.ts';
import { openReception, type Reception } from './reception.ts';

const executable = findChromium();

/** As after a week, when the log of what happened is pruned. */
async function forgetUpdates({ database }: TestStack): Promise<void> {
  await withClient(database.connectionString, async (client) => {
    const undelivered = () => client.query('select outbox_id from appointments.outbox_delivery limit 1');
    await eventually(undelivered, ({ rowCount }) => rowCount === 0);
    await client.query('delete from appointments.stream_event');
  });
}

describe.runIf(executable !== undefined)('the waiting room in a browser', { timeout: 180_000 }, () => {
  let browser: Browser;
  let stack: TestStack;
  /** What the page is served by; the reception works through another process. */
  let gateway: Awaited<ReturnType<TestStack['another']>>;
  let reception: Reception;
  beforeAll(async () => {
    stack = await startTestStack();
    gateway = await stack.another();
    reception = await openReception(await stack.signIn('admin@demo.local'));
    browser = await launchBrowser(executable ?? '');
    // A machine's first Chromium takes its time, and so does what bundles the page.
    const first = await browser.newPage();
    await first.goto(`${gateway.url}/waiting-room`, { timeout: 120_000 });
    await first.close();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await gateway.stop();
    await stack.stop();
  });

  let page: Page;
  /** What went wrong behind the page's back, connections that were refused apart. */
  let faults: string[];
  /** Names of the operations that the page sent by itself, those of subscriptions apart. */
  let asked: string[];
  beforeEach(async () => {
    faults = [];
    asked = [];
    page = await browser.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/ERR_|WebSocket connection/.test(message.text())) faults.push(message.text());
    });
    await page.route('**/*', (route) => {
      if (new URL(route.request().url()).origin === gateway.url) return route.continue();
      faults.push(`a request to ${route.request().url()}`);
      return route.abort();
    });
    page.on('request', (request) => {
      const [, name] = /"operationName":"(\w+)"/.exec(request.postData() ?? '') ?? [];
      if (name !== undefined && new URL(request.url()).pathname === '/graphql') asked.push(name);
    });
  });
  afterEach(async () => {
    await page.close();
    expect(faults).toEqual([]);
  });

  const light = (state: string): Locator => page.locator(`.light[data-state=${state}]`);
  const card = (visit: string, column: string): Locator =>
    page.locator(`[data-column=${column}] [data-visit="${visit}"]`);

  async function open(transport: string): Promise<void> {
    await page.goto(`${gateway.url}/waiting-room`);
    await page.getByRole('button', { name: 'administrator' }).click();
    await page.getByText(transport, { exact: true }).click();
    await page.getByLabel('Clinic').selectOption(reception.clinic.name);
    await page.getByLabel('Day', { exact: true }).fill(reception.date);
    await light('live').waitFor();
    await page.locator('.columns').waitFor();
  }

  /** Everything that the board shows, column by column. */
  async function shown(): Promise<Record<string, (string | null)[]>> {
    const visitsOf = async (column: string): Promise<(string | null)[]> => {
      const cards = await page.locator(`[data-column=${column}] [data-visit]`).all();
      return Promise.all(cards.map((each) => each.getAttribute('data-visit')));
    };
    return {
      BOOKED: await visitsOf('BOOKED'),
      ARRIVED: await visitsOf('ARRIVED'),
      CHECKED_IN: await visitsOf('CHECKED_IN'),
      FULFILLED: await visitsOf('FULFILLED'),
    };
  }
  async function expected(): Promise<Record<string, string[]>> {
    const { BOOKED = [], ARRIVED = [], CHECKED_IN = [], FULFILLED = [] } = await reception.visits();
    return { BOOKED, ARRIVED, CHECKED_IN, FULFILLED };
  }

  describe.each(['WebSocket', 'SSE'])('over %s', (transport) => {
    test('a visit that somebody else books, receives and ends passes through the columns', async () => {
      await open(transport);
      await page.evaluate('globalThis.isTheSamePage = true');
      const visit = await reception.book();
      await card(visit, 'BOOKED').waitFor();
      await reception.step('markAppointmentArrived', visit);
      await card(visit, 'ARRIVED').waitFor();
      await reception.step('checkInAppointment', visit);
      await card(visit, 'CHECKED_IN').waitFor();
      await reception.step('fulfilAppointment', visit);
      await card(visit, 'FULFILLED').waitFor();
      expect(await shown()).toEqual(await expected());
      expect(await page.evaluate('globalThis.isTheSamePage')).toBe(true);
    });

    test('its buttons take the next step, and keep the focus', async () => {
      await open(transport);
      const visit = await reception.book();
      await card(visit, 'BOOKED').getByRole('button', { name: 'Mark arrived' }).click();
      await card(visit, 'ARRIVED').getByRole('button', { name: 'Check in' }).click();
      await card(visit, 'CHECKED_IN').getByRole('button', { name: 'Complete' }).click();
      await card(visit, 'FULFILLED').waitFor();
      await page.locator(`[data-visit="${visit}"]:focus`).waitFor();
      expect(await shown()).toEqual(await expected());
    });

    test('through a restart of the gateway everything is told once, and nothing is read again', async () => {
      const [left, passes] = [await reception.book(), await reception.book()];
      await open(transport);
      const readBefore = asked.length;
      const port = Number(new URL(gateway.url).port);
      // Told by the page's first connection, so that there is something to go on from.
      await reception.step('markAppointmentArrived', passes);
      await card(passes, 'ARRIVED').waitFor();

      await gateway.stop();
      await light('reconnecting').waitFor();
      await reception.step('checkInAppointment', passes);
      await reception.step('cancelAppointment', left);
      const comes = await reception.book();
      gateway = await stack.another(port);

      await light('resumed').waitFor();
      await card(comes, 'BOOKED').waitFor();
      expect(await shown()).toEqual(await expected());
      expect(asked).toHaveLength(readBefore);

      // And it goes on being told.
      await reception.step('fulfilAppointment', passes);
      await card(passes, 'FULFILLED').waitFor();
      expect(await shown()).toEqual(await expected());
    });

    test('where what it missed is no longer kept, the day is read anew', async () => {
      await open(transport);
      const port = Number(new URL(gateway.url).port);
      await gateway.stop();
      await light('reconnecting').waitFor();
      const visit = await reception.book();
      await forgetUpdates(stack);
      const readBefore = asked.filter((name) => name === 'Day').length;
      gateway = await stack.another(port);
      await card(visit, 'BOOKED').waitFor();
      expect(await shown()).toEqual(await expected());
      expect(asked.filter((name) => name === 'Day').length).toBe(readBefore + 1);
    });
  });

  test('a board outlives the token that it was opened with', async () => {
    await page.clock.install();
    // On whichever socket: choosing another day may close one and open the next.
    const { promise: refreshed, resolve } = Promise.withResolvers<void>();
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (/"pong".*"expiresAt"/.test(String(payload))) resolve();
      }),
    );
    await open('WebSocket');
    await untilSubscribed(gateway.url, 1);
    await page.clock.fastForward('14:30');
    await refreshed;
    const visit = await reception.book();
    await card(visit, 'BOOKED').waitFor();
    expect(await light('live').count()).toBe(1);
  });
});
