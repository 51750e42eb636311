import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import type { StreamLog, StreamPosition } from './stream-log.ts';

/** Topics of one statement. */
const mostTopics = 500;
/** Statements of a kind at the same time. */
const mostUnderWay = 2;

interface Question<Answer> {
  readonly topic: string;
  readonly after: number;
  readonly answer: PromiseWithResolvers<Answer>;
}

/**
 * The same log, asked with one statement for all that is asked in the same turn of the event loop: ten thousand
 * subscriptions that come back after an outage ask twenty times.
 */
export function createBatchedLog(log: StreamLog): StreamLog {
  let bounds: ReturnType<StreamLog['bounds']> | undefined;
  const heads = createBatch<number>(async (topics) => {
    const found = await log.heads(topics.map(({ topic }) => topic));
    const positions = new Map(found.map(({ topic, position }) => [topic, position]));
    return ({ topic }) => positions.get(topic) ?? 0;
  });
  const eventsOf = new Map<number, (topic: string, after: number) => Promise<readonly StreamEvent[]>>();
  const askFor = (first: number) => {
    const known = eventsOf.get(first);
    if (known !== undefined) return known;
    const batch = createBatch<readonly StreamEvent[]>(async (streams) => {
      const byTopic = Map.groupBy(await log.events(streams, first), ({ topic }) => topic);
      return ({ topic }) => byTopic.get(topic) ?? [];
    });
    eventsOf.set(first, batch);
    return batch;
  };
  return {
    async events(streams, first) {
      const ask = askFor(first);
      return (await Promise.all(streams.map(({ topic, after }) => ask(topic, after)))).flat();
    },
    async heads(topics) {
      return Promise.all(topics.map(async (topic) => ({ topic, position: await heads(topic, 0) })));
    },
    news: (after, first) => log.news(after, first),
    bounds() {
      bounds ??= log.bounds().finally(() => {
        bounds = undefined;
      });
      return bounds;
    },
  };
}

/**
 * Collects questions until the event loop turns and, while statements are under way, until one of them is back. A
 * statement names a topic once; the same question is asked once.
 */
function createBatch<Answer>(
  ask: (streams: readonly StreamPosition[]) => Promise<(stream: StreamPosition) => Answer>,
): (topic: string, after: number) => Promise<Answer> {
  const waiting: Map<string, Question<Answer>>[] = [];
  let underWay = 0;

  const send = (): void => {
    while (underWay < mostUnderWay) {
      const batch = waiting.shift();
      if (batch === undefined) return;
      underWay += 1;
      void settle([...batch.values()]).finally(() => {
        underWay -= 1;
        send();
      });
    }
  };
  const settle = async (questions: readonly Question<Answer>[]): Promise<void> => {
    try {
      const answerOf = await ask(questions.map(({ topic, after }) => ({ topic, after })));
      for (const question of questions) question.answer.resolve(answerOf(question));
    } catch (error) {
      for (const { answer } of questions) answer.reject(error);
    }
  };

  return (topic, after) => {
    for (const batch of waiting) {
      const asked = batch.get(topic);
      if (asked?.after === after) return asked.answer.promise;
      if (asked === undefined && batch.size < mostTopics) return add(batch, topic, after);
    }
    if (waiting.length === 0) setImmediate(send);
    const batch = new Map<string, Question<Answer>>();
    waiting.push(batch);
    return add(batch, topic, after);
  };

  function add(batch: Map<string, Question<Answer>>, topic: string, after: number): Promise<Answer> {
    const answer = Promise.withResolvers<Answer>();
    batch.set(topic, { topic, after, answer });
    return answer.promise;
  }
}
