import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleOperations } from '@consulta/gateway/explorer/page';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, startTestStack, type TestStack } from '../kit/stack.ts';
import { findChromium, launchBrowser } from './browser.ts';

const api = readFileSync(join(import.meta.dirname, '..', '..', 'schema', 'api.graphql'), 'utf8');
const examples = exampleOperations().map((text) => ({
  name: getOperationAST(parse(text))?.name?.value ?? '',
  text,
}));

test.each(examples)('the example $name is valid', ({ name, text }) => {
  expect(name).not.toBe('');
  expect(validate(buildSchema(api), parse(text))).toEqual([]);
});

const executable = findChromium();

describe.runIf(executable !== undefined)('the explorer in a browser', { timeout: 180_000 }, () => {
  let stack: TestStack;
  let browser: Browser;
  beforeAll(async () => {
    stack = await startTestStack();
    browser = await launchBrowser(executable ?? '');
    // A machine's first Chromium reads its fonts and compiles the page: no test should be the one to wait for that.
    const first = await browser.newPage();
    await first.goto(stack.url, { timeout: 120_000 });
    await first.close();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  let page: Page;
  /** What went wrong behind the page's back: errors of its scripts, requests to anywhere else. */
  let faults: string[];
  beforeEach(async () => {
    faults = [];
    page = await browser.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.route('**/*', (route) => {
      if (new URL(route.request().url()).origin === stack.url) return route.continue();
      faults.push(`a request to ${route.request().url()}`);
      return route.abort();
    });
    await page.goto(stack.url);
    await page.locator('.graphiql-execute-button').waitFor();
  });
  afterEach(async () => {
    await page.close();
    expect(faults).toEqual([]);
  });

  /** Opens an example's tab and runs it: again, where GraphiQL has not yet read the tab's operation. */
  async function run(name: string): Promise<Omit<Answer, 'status'>> {
    await page.getByTitle(name, { exact: true }).click();
    await page.getByRole('tab', { name, selected: true }).waitFor();
    const isAnswer = (response: Response): boolean =>
      (response.request().postData() ?? '').startsWith(`{"query":"query ${name}`);
    for (;;) {
      const answered = page.waitForResponse(isAnswer, { timeout: 1_000 }).catch(() => undefined);
      await page.locator('.graphiql-execute-button').click();
      const response = await answered;
      if (response === undefined) continue;
      await page.locator('.graphiql-response').getByText('"data"').waitFor();
      return (await response.json()) as Omit<Answer, 'status'>;
    }
  }

  const signIn = async (email: string): Promise<void> => {
    await page.getByLabel('Demo account').selectOption(email);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText(`Signed in as ${email} for 15 minutes.`).waitFor();
  };

  test('it fits the window, with a tab for each example', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    const tabs = await page.getByRole('tab').allInnerTexts();
    expect(tabs.map((tab) => tab.trim()).slice(0, examples.length)).toEqual(examples.map(({ name }) => name));
    const bottom = await page
      .locator('.graphiql-container')
      .first()
      .evaluate((box) => box.getBoundingClientRect().bottom);
    expect(bottom).toBe(800);
  });

  test('a visitor runs the public example and is nobody', async () => {
    expect(await run('FindADoctor')).toMatchObject({ data: { doctors: { totalCount: 40 } } });
    expect(await run('WhoAmI')).toMatchObject({ data: { viewer: null } });
  });

  test.each(['patient', 'doctor', 'staff', 'admin'])('the %s signs in and runs every example', async (role) => {
    await signIn(`${role}@demo.local`);
    for (const { name } of examples) expect(await run(name), name).not.toHaveProperty('errors');
    expect(await run('WhoAmI')).toMatchObject({ data: { viewer: { role: role.toUpperCase() } } });
  });

  test('who signs out is nobody again, and so is who reloads the page', async () => {
    await signIn('admin@demo.local');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('Signed out.').waitFor();
    expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(false);
    expect(await run('WhoAmI')).toMatchObject({ data: { viewer: null } });
    await signIn('admin@demo.local');
    await page.reload();
    expect(await run('WhoAmI')).toMatchObject({ data: { viewer: null } });
    expect(await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie')).not.toMatch(
      /eyJ|demo-consulta/,
    );
  });

  test('a wrong password is told, and signs nobody in', async () => {
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('E-mail or password is wrong.').waitFor();
    expect(await run('WhoAmI')).toMatchObject({ data: { viewer: null } });
    // The browser itself reports the answer 401.
    faults = faults.filter((fault) => !fault.includes('401'));
  });
});
