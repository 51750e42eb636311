import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/kit/database.ts';
import { createLogger } from '../logger.ts';
import { eventually, type Outbox, openOutbox } from '../outbox/fixture.ts';
import { createEventBus } from './create-event-bus.ts';
import { type BusMessage, type EventBus, EventBusUnavailable } from './event-bus.ts';

const logger = createLogger({ level: 'silent' });
const unreachable = 'postgres://nobody@127.0.0.1:1/nowhere';
const redisUrl = inject('redisUrl');

let database: TestDatabase;
let outbox: Outbox;
beforeAll(async () => {
  database = await createTestDatabase();
  outbox = openOutbox(database.connectionString);
});
afterAll(async () => {
  await outbox[Symbol.asyncDispose]();
  await database.drop();
});

const brokers = [
  {
    broker: 'PostgreSQL',
    available: true,
    create: () => createEventBus({ connectionString: database.connectionString, logger }),
    createUnreachable: () => createEventBus({ connectionString: unreachable, logger }),
    cutSubscribers: () =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'consulta event bus' and datname = current_database()`.execute(outbox.db),
  },
  {
    broker: 'Redis',
    available: redisUrl !== null,
    create: () =>
      createEventBus({
        redisUrl: redisUrl ?? '',
        connectionString: database.connectionString,
        logger,
      }),
    createUnreachable: () => createEventBus({ redisUrl: 'redis://127.0.0.1:1', connectionString: unreachable, logger }),
    async cutSubscribers() {
      const admin = new Redis(redisUrl ?? '');
      await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
      admin.disconnect();
    },
  },
];

const newMessage = (topic: string, version = 1): BusMessage => ({
  topic,
  aggregateType: 'thing',
  aggregateId: randomUUID(),
  version,
  type: 'thing.changed',
  source: 'patients',
  position: version,
  previous: version - 1,
  occurredAt: new Date(0).toISOString(),
});

describe.each(brokers)('the event bus on $broker', ({ available, create, createUnreachable, cutSubscribers }) => {
  const buses: EventBus[] = [];
  const newBus = (): EventBus => {
    const bus = create();
    buses.push(bus);
    return bus;
  };
  /** Redis refuses to publish until it is connected; the outbox would try again, and so does this. */
  const publish = async (bus: EventBus, ...messages: BusMessage[]): Promise<void> => {
    const failure = await eventually(
      () => bus.publish(messages).catch((error: unknown) => error),
      (error) => error === undefined,
    );
    expect(failure).toBeUndefined();
  };
  const listen = async (bus: EventBus, topic: string) => {
    const received: BusMessage[] = [];
    const stop = await bus.subscribe(topic, (message) => received.push(message));
    return {
      received,
      stop,
      count: (n: number) =>
        eventually(
          async () => received,
          ({ length }) => length >= n,
        ),
    };
  };
  afterEach(async () => {
    await Promise.all(buses.splice(0).map((bus) => bus.close()));
  });

  test.runIf(available)(
    'carries a message to every subscriber of its topic, in every process, and to no other',
    async () => {
      const [sender, receiver] = [newBus(), newBus()];
      const [topic, other] = [`thing:${randomUUID()}`, `thing:${randomUUID()}`];
      const listeners = [await listen(sender, topic), await listen(receiver, topic), await listen(receiver, topic)];
      const bystander = await listen(receiver, other);
      const message = newMessage(topic);

      await publish(sender, message);
      await publish(sender, newMessage(other));

      for (const { count } of listeners) expect(await count(1)).toEqual([message]);
      expect(await bystander.count(1)).toHaveLength(1);
    },
  );

  test.runIf(available)('keeps the order of the messages of a topic', async () => {
    const bus = newBus();
    const topic = `thing:${randomUUID()}`;
    const { count } = await listen(bus, topic);
    const versions = Array.from({ length: 300 }, (_, index) => index + 1);

    for (let from = 0; from < versions.length; from += 50) {
      await publish(bus, ...versions.slice(from, from + 50).map((version) => newMessage(topic, version)));
    }

    expect((await count(300)).map(({ version }) => version)).toEqual(versions);
  });

  test.runIf(available)('stops with a subscription, and goes on for the others of its topic', async () => {
    const bus = newBus();
    const topic = `thing:${randomUUID()}`;
    const [leaving, staying] = [await listen(bus, topic), await listen(bus, topic)];

    await leaving.stop();
    await publish(bus, newMessage(topic));
    expect(await staying.count(1)).toHaveLength(1);
    await staying.stop();
    const back = await listen(bus, topic);
    await publish(bus, newMessage(topic, 2));

    expect(await back.count(1)).toHaveLength(1);
    expect(leaving.received).toEqual([]);
    expect(staying.received).toHaveLength(1);
  });

  test.runIf(available)('delivers to the other subscribers when one fails', async () => {
    const bus = newBus();
    const topic = `thing:${randomUUID()}`;
    await bus.subscribe(topic, () => {
      throw new Error('no');
    });
    const { count } = await listen(bus, topic);

    await publish(bus, newMessage(topic));

    expect(await count(1)).toHaveLength(1);
  });

  test.runIf(available)(
    'subscribes again after a lost connection, and tells that messages may be missing',
    async () => {
      const bus = newBus();
      const topic = `thing:${randomUUID()}`;
      const { count } = await listen(bus, topic);
      const gap = Promise.withResolvers<void>();
      bus.onGap(gap.resolve);

      await cutSubscribers();
      await gap.promise;
      await publish(bus, newMessage(topic));

      expect(await count(1)).toHaveLength(1);
    },
  );

  test.runIf(available)('refuses a message longer than any broker takes', async () => {
    const long = newMessage('x'.repeat(8_000));
    await expect(newBus().publish([long])).rejects.toThrow(RangeError);
  });

  test('says at once that the broker cannot be reached, and can be closed', async () => {
    const bus = createUnreachable();
    void bus.subscribe('thing', () => undefined).catch(() => undefined);
    await expect(bus.publish([newMessage('thing')])).rejects.toThrow(EventBusUnavailable);
    await bus.close();
  });
});
