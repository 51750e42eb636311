import type { StreamMetrics } from '@consulta/platform/stream/metrics';
import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import type { GraphQLFormattedError } from 'graphql';
import type { Following } from './following.ts';
import type { Hydrate, Outcome } from './hydration.ts';
import { createPipeline } from './pipeline.ts';
import type { SubscriptionOperation } from './subscription.ts';
import type { Tail } from './tail.ts';

/** More than this and the tail waits; it reads from the log what it did not hand over. */
const mostWaiting = 500;
/** Those who come back at the same time, after an outage, share what is hydrated for them. */
const shareForMillis = 1_000;

/** One client's subscription. */
export interface Member {
  /** It has everything up to this position. */
  seen: number;
  /** Whether it gets what its group gets: not while it catches up. */
  isLive: boolean;
  /** @param answer JSON */
  next(answer: Buffer): void;
  /** The last thing it hears. */
  end(errors: readonly GraphQLFormattedError[]): void;
  /** While its client reads too slowly: when to go on telling it of the past. */
  room(): Promise<void> | undefined;
}

/** Subscriptions of one viewer with the same operation: one tail, one answer of the graph for each event. */
export interface Group {
  readonly topics: readonly string[];
  /** Its live members were told of everything up to here. */
  readonly delivered: number;
  readonly isOver: boolean;
  add(member: Member): void;
  has(member: Member): boolean;
  /** False where it was none. A group without members is over. */
  remove(member: Member): boolean;
  hydrate(event: StreamEvent): Promise<Outcome>;
  /** Ends it for everybody. */
  end(errors: readonly GraphQLFormattedError[]): void;
}

export interface GroupDependencies {
  readonly following: Following;
  readonly hydrate: Hydrate;
  readonly metrics: StreamMetrics;
}

/** @param onEnd called once, when it is over */
export async function openGroup(
  { following, hydrate, metrics }: GroupDependencies,
  operation: SubscriptionOperation,
  account: string | null,
  topics: readonly string[],
  onEnd: () => void,
): Promise<Group> {
  const members = new Set<Member>();
  let recent: Map<number, Promise<Outcome>> | undefined;
  let room: PromiseWithResolvers<void> | undefined;
  let tail: Tail | undefined;

  const group = {
    topics,
    delivered: 0,
    isOver: false as boolean,
    add(member: Member) {
      members.add(member);
      metrics.subscriptions.inc();
    },
    has: (member: Member) => members.has(member),
    remove(member: Member) {
      if (!members.delete(member)) return false;
      metrics.subscriptions.dec();
      if (members.size === 0) group.end([]);
      return true;
    },
    hydrate(event: StreamEvent) {
      recent ??= new Map();
      const known = recent.get(event.position);
      if (known !== undefined) return known;
      const outcome = hydrate(operation, account, event);
      recent.set(event.position, outcome);
      void outcome.then(() => setTimeout(() => recent?.delete(event.position), shareForMillis).unref());
      return outcome;
    },
    end(errors: readonly GraphQLFormattedError[]) {
      if (group.isOver) return;
      group.isOver = true;
      tail?.close();
      const left = [...members];
      members.clear();
      metrics.subscriptions.dec(left.length);
      for (const member of left) member.end(errors);
      room?.resolve();
      onEnd();
    },
  } satisfies Group;

  const pipeline = createPipeline(group.hydrate, ({ position }, outcome) => {
    if (group.isOver) return false;
    if (outcome.kind === 'end') {
      group.end(outcome.errors);
      return false;
    }
    group.delivered = position;
    let frames = 0;
    for (const member of members) {
      if (!member.isLive || member.seen >= position) continue;
      member.seen = position;
      if (outcome.kind === 'none') continue;
      member.next(outcome.bytes);
      frames += 1;
    }
    metrics.frames.inc(frames);
    if (pipeline.waiting() < mostWaiting) room?.resolve();
    return true;
  });

  tail = await following.follow(topics, {
    start(position) {
      group.delivered = position;
    },
    event: pipeline.push,
    room() {
      if (pipeline.waiting() < mostWaiting) return undefined;
      room = Promise.withResolvers();
      return room.promise;
    },
  });
  return group;
}
