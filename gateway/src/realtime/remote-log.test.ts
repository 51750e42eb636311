import { expect, test } from 'vitest';
import { createTestLog } from './fixture.ts';
import { createRemoteLog } from './remote-log.ts';

test.each([0, 1, 2, 5, 6, 1_000, 4_321])('the end of a log of %i events is found, and found again', async (count) => {
  const log = createTestLog();
  for (let index = 0; index < count; index += 1) await log.append(['thing']);
  log.prune(Math.floor(count / 2));
  const remote = createRemoteLog({
    async ask(_subgraph, query, { after, first }) {
      if (query.includes('streamStart')) return { streamStart: (await log.bounds()).start };
      return { streamNews: await log.news(Number(after), Number(first)) };
    },
  });
  expect(await remote.bounds()).toEqual(await log.bounds());
  await log.append(['thing']);
  expect(await remote.bounds()).toEqual(await log.bounds());
});
