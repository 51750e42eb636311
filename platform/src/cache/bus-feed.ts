import { mostBytes } from '../event-bus/encoding.ts';
import { type BusMessage, type EventBus, EventBusUnavailable } from '../event-bus/event-bus.ts';
import { type CacheFeed, CacheFeedUnavailable } from './feed.ts';
import { freshMillis } from './keys.ts';
import type { MemoryStore } from './memory-store.ts';

const topic = 'cache';
/** Of a message's bytes, for what is not tags. */
const envelopeBytes = 500;

/** Tells the caches of all processes over the event bus, where each keeps its own. */
export function createBusFeed(bus: Pick<EventBus, 'publish'>): CacheFeed {
  const publish = async (messages: readonly BusMessage[]): Promise<void> => {
    try {
      await bus.publish(messages);
    } catch (cause) {
      if (!(cause instanceof EventBusUnavailable)) throw cause;
      throw new CacheFeedUnavailable('the event bus is away', { cause });
    }
  };
  return {
    voidTags: (tags) => publish(portions(tags).map((portion) => newMessage('cache.voided', portion))),
    async vouch(isToldAll) {
      const asked = performance.now();
      const told = await isToldAll();
      // Heard now it would count from now: too late to say something about then.
      if (told && performance.now() - asked < freshMillis / 2) await publish([newMessage('cache.fresh')]);
    },
    close: async () => undefined,
  };
}

/** Hears what is told by {@link createBusFeed}. */
export function listenToFeed(
  bus: Pick<EventBus, 'subscribe' | 'onGap'>,
  cache: Pick<MemoryStore, 'vouch' | 'distrust'> & { readonly voidTags: (tags: readonly string[]) => void },
): () => Promise<void> {
  let stop: (() => Promise<void>) | undefined;
  // Where the broker is away, it is subscribed once that is back, and nothing is trusted until then.
  bus
    .subscribe(topic, ({ tags }) => {
      if (tags === undefined) cache.vouch();
      else cache.voidTags(tags);
    })
    .then(
      (ended) => {
        stop = ended;
      },
      () => undefined,
    );
  const stopGap = bus.onGap(cache.distrust);
  return async () => {
    stopGap();
    await stop?.();
  };
}

function newMessage(type: string, tags?: readonly string[]): BusMessage {
  const nobody = {
    aggregateType: '',
    aggregateId: '',
    version: 0,
    source: '',
    position: 0,
    previous: 0,
    occurredAt: '',
  };
  return { topic, type, ...nobody, ...(tags !== undefined && { tags }) };
}

/** So that each fits a message. */
function portions(tags: readonly string[]): string[][] {
  const portions: string[][] = [[]];
  let bytes = 0;
  for (const tag of tags) {
    const more = Buffer.byteLength(JSON.stringify(tag)) + 1;
    if (bytes + more > mostBytes - envelopeBytes) {
      portions.push([]);
      bytes = 0;
    }
    portions.at(-1)?.push(tag);
    bytes += more;
  }
  return portions;
}
