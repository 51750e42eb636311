import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';
import type { Logger } from '../logger.ts';
import { createBreaker } from './breaker.ts';
import { frozen } from './envelope.ts';
import { freshKey } from './keys.ts';
import { connectToRedis } from './redis-connection.ts';
import { type Snapshot, type Store, StoreUnavailable } from './store.ts';

/** A connection that is silent for so long may lead nowhere. */
const silenceMillis = 5_000;

/** Removes keys while they hold a value: a lock that has passed to another stays. */
const releaseScript = `
for _, key in ipairs(KEYS) do
  if redis.call('GET', key) == ARGV[1] then redis.call('DEL', key) end
end`;

/** As Keyv keeps an entry. */
const asText = (value: unknown): string => JSON.stringify({ value });

/** The store of all processes. Starts and serves while Redis is away. */
export function createRedisStore({
  url,
  answerMillis,
  logger,
}: {
  url: string;
  answerMillis: number;
  logger: Logger;
}): Store {
  const connection = connectToRedis(url, logger);
  const { client } = connection;
  const adapter = new KeyvRedis(client, { throwOnConnectError: true, throwOnErrors: true });
  const keyv = new Keyv(adapter, {
    useKeyPrefix: false,
    throwOnErrors: true,
    serialize: JSON.stringify,
    deserialize: parse,
  });
  keyv.namespace = undefined;
  let unansweredSince: number | undefined;
  const watched = async <Answer>(question: () => Promise<Answer>): Promise<Answer> => {
    if (unansweredSince !== undefined && performance.now() - unansweredSince > silenceMillis) {
      unansweredSince = undefined;
      connection.renew();
    }
    unansweredSince ??= performance.now();
    try {
      return await question();
    } finally {
      unansweredSince = undefined;
    }
  };
  const breaker = createBreaker({ answerMillis, probe: () => watched(() => client.ping()), logger });

  /** Each command is sent at once or not at all, and to a server whose life is known. */
  const ask = <Answer>(question: (life: string) => Promise<Answer>): Promise<Answer> =>
    breaker.run(async () => {
      const life = connection.life();
      if (life === null) throw new StoreUnavailable('there is no connection');
      return watched(() => question(life));
    });
  /** What is kept may be trusted where the relay vouches for this very life of the server. */
  const snapshot = ([fresh, ...held]: readonly unknown[], life: string): Snapshot => ({
    held,
    life: fresh === life ? life : null,
  });

  return {
    available: () => !breaker.isOpen(),
    read: (keys) => ask(async (life) => snapshot(await keyv.getMany([freshKey, ...keys]), life)),
    write: (entries) =>
      ask(async () => {
        await keyv.setMany(entries.map(({ key, value, millis }) => ({ key, value, ttl: millis })));
      }),
    claim: (entries, keys) =>
      ask(async (life) => {
        const [claims, held] = await Promise.all([
          Promise.all(
            entries.map(({ key, value, millis }) =>
              client.set(key, asText(value), { condition: 'NX', expiration: { type: 'PX', value: millis } }),
            ),
          ),
          client.mGet([freshKey, ...keys]),
        ]);
        return {
          claimed: claims.map((claim) => claim === 'OK'),
          snapshot: snapshot(
            held.map((text) => (text === null ? undefined : parse(text)?.value)),
            life,
          ),
        };
      }),
    release: (keys, value) =>
      ask(async () => {
        await client.eval(releaseScript, { keys: [...keys], arguments: [asText(value)] });
      }),
    async close() {
      breaker.close();
      connection.close();
    },
  };
}

/** What somebody else wrote there counts as nothing. */
function parse(text: string): { value?: never } | undefined {
  try {
    return frozen(JSON.parse(text));
  } catch {
    return undefined;
  }
}
