import { setTimeout as sleep } from 'node:timers/promises';
import type { BusMessage, EventBus } from '@consulta/platform/event-bus/event-bus';
import type { Logger } from '@consulta/platform/logger';
import { streamEventSchema } from '@consulta/platform/stream/stream-event';
import type { StreamHead, StreamLog } from './stream-log.ts';
import { createTail, type Tail, type TailSink } from './tail.ts';

const newsAtOnce = 2_000;
/** A broker that is away keeps nobody from subscribing: the check finds what it does not tell. */
const busPatienceMillis = 2_000;

/** Follows topics for a whole process: each topic is subscribed to once, and only while somebody follows it. */
export interface Following {
  /** Resolves once every event after the tail's first position will reach `sink`. */
  follow(topics: readonly string[], sink: TailSink): Promise<Tail>;
  stop(): Promise<void>;
}

interface FollowedTopic {
  readonly tails: Set<Tail>;
  readonly live: Promise<() => Promise<void>>;
}

export function createFollowing({
  bus,
  log,
  logger,
  checkMillis,
}: {
  readonly bus: EventBus;
  readonly log: StreamLog;
  readonly logger: Logger;
  readonly checkMillis: number;
}): Following {
  const topics = new Map<string, FollowedTopic>();
  /** Of everything up to this position the followers know. Undefined while there are none. */
  let checked: number | undefined;
  let firstPosition: Promise<void> | undefined;
  let checking = Promise.resolve();
  let asked = false;

  const hear = (message: BusMessage): void => {
    const { success, data } = streamEventSchema.safeParse(message);
    if (success) for (const tail of topics.get(data.topic)?.tails ?? []) tail.hear(data);
  };
  const attach = (name: string, tail: Tail): Promise<unknown> => {
    const known = topics.get(name);
    known?.tails.add(tail);
    if (known !== undefined) return known.live;
    const live = bus.subscribe(name, hear);
    live.catch((err: unknown) => logger.warn({ err }, 'the event bus took no subscription'));
    topics.set(name, { tails: new Set([tail]), live });
    return live;
  };
  const detach = (tail: Tail): void => {
    for (const name of tail.topics) {
      const topic = topics.get(name);
      topic?.tails.delete(tail);
      if (topic === undefined || topic.tails.size > 0) continue;
      topics.delete(name);
      void topic.live.then((stop) => stop()).catch(() => undefined);
    }
    if (topics.size > 0) return;
    checked = undefined;
    firstPosition = undefined;
  };

  const tell = ({ topic, position }: StreamHead): void => {
    for (const tail of topics.get(topic)?.tails ?? []) if (tail.position < position) tail.catchUp();
  };
  /** One statement for the process: who has missed something is told to read it. */
  const check = async (): Promise<void> => {
    let isFull = true;
    while (isFull && checked !== undefined) {
      const news = await log.news(checked, newsAtOnce);
      for (const head of news) tell(head);
      // Undefined where everybody left while it was asked.
      if (checked !== undefined) checked = news.at(-1)?.position ?? checked;
      isFull = news.length === newsAtOnce;
    }
  };
  const checkSoon = (): void => {
    if (asked) return;
    asked = true;
    checking = checking.then(async () => {
      asked = false;
      await check().catch((err: unknown) => logger.warn({ err }, 'the log of events cannot be checked'));
    });
  };
  const stopHearingOfGaps = bus.onGap(checkSoon);
  const timer = setInterval(checkSoon, checkMillis);
  timer.unref();

  const startChecking = (): Promise<void> => {
    firstPosition ??= log.bounds().then(
      ({ end }) => {
        if (topics.size > 0) checked ??= end;
      },
      (error: unknown) => {
        firstPosition = undefined;
        throw error;
      },
    );
    return firstPosition;
  };

  return {
    async follow(names, sink) {
      const tail = createTail(names, sink, { log, logger, onClose: detach });
      // Listen first, then read: what happens in between is heard.
      const live = names.map((name) => attach(name, tail));
      try {
        await Promise.race([Promise.all(live), sleep(busPatienceMillis, undefined, { ref: false })]);
        await startChecking();
        const heads = await log.heads(names);
        tail.start(Math.max(0, ...heads.map(({ position }) => position)));
        return tail;
      } catch (error) {
        tail.close();
        throw error;
      }
    },
    async stop() {
      clearInterval(timer);
      stopHearingOfGaps();
      checked = undefined;
      await checking;
    },
  };
}
