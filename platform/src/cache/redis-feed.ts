import type { Logger } from '../logger.ts';
import { answerWithin } from './answer-within.ts';
import { type CacheFeed, CacheFeedUnavailable } from './feed.ts';
import { freshKey, freshMillis } from './keys.ts';
import { connectToRedis } from './redis-connection.ts';
import { tokenEntry } from './voids.ts';

/** Nobody waits for it, so it is patient. */
const answerMillis = 2_000;

/** Writes what is void, and how long the rest may be trusted, to the Redis that all caches read. */
export function createRedisFeed({ url, logger }: { url: string; logger: Logger }): CacheFeed {
  const connection = connectToRedis(url, logger);
  const { client } = connection;

  const ask = async <Answer>(question: () => Promise<Answer>): Promise<Answer> => {
    const silence = () => new CacheFeedUnavailable('Redis did not answer');
    try {
      return await answerWithin(answerMillis, question(), silence);
    } catch (cause) {
      // Its other end may have vanished without a word.
      if (cause instanceof CacheFeedUnavailable) {
        connection.renew();
        throw cause;
      }
      throw new CacheFeedUnavailable('Redis is away', { cause });
    }
  };
  const knownLife = (): string => {
    const life = connection.life();
    if (life === null) throw new CacheFeedUnavailable('there is no connection to Redis');
    return life;
  };
  const put = (key: string, value: string, expiration: { type: 'PX' | 'PXAT'; value: number }) =>
    client.set(key, JSON.stringify({ value }), { expiration });

  return {
    async voidTags(tags) {
      knownLife();
      const entries = tags.map(tokenEntry);
      await ask(() =>
        Promise.all(entries.map(({ key, value, millis }) => put(key, String(value), { type: 'PX', value: millis }))),
      );
    },
    async vouch(isToldAll) {
      const life = knownLife();
      // The end is set by the clock of Redis before the question is asked: a word that is late says nothing.
      const [seconds = '0', micros = '0'] = await ask(() => client.sendCommand<string[]>(['TIME']));
      const asked = Number(seconds) * 1000 + Math.floor(Number(micros) / 1000);
      if (!(await isToldAll())) return;
      // Restarted meanwhile, it may have lost what was told.
      if (connection.life() !== life) throw new CacheFeedUnavailable('Redis was restarted');
      await ask(() => put(freshKey, life, { type: 'PXAT', value: asked + freshMillis }));
    },
    async close() {
      connection.close();
    },
  };
}
