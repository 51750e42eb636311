import { expect, test } from 'vitest';
import { createRemoteLog } from './remote-log.ts';

test('what the keeper of the log answers is checked before it is believed', async () => {
  const answering = (data: unknown) => createRemoteLog({ ask: async () => data });
  expect(await answering({ streamBounds: { start: 3, end: 9 } }).bounds()).toEqual({ start: 3, end: 9 });
  expect(await answering({ streamNews: [{ topic: 'a', position: 4 }] }).news(3, 10)).toHaveLength(1);
  await expect(answering({ streamBounds: { start: 'three' } }).bounds()).rejects.toThrow();
  await expect(answering({ streamEvents: [{ topic: 'a' }] }).events([], 1)).rejects.toThrow();
});
