import { cursorExpired } from '@consulta/platform/graphql/errors';
import type { StreamMetrics } from '@consulta/platform/stream/metrics';
import type { Group, Member } from './group.ts';
import { readMerged } from './merged-page.ts';
import { createPipeline } from './pipeline.ts';
import type { StreamLog } from './stream-log.ts';

const pageSize = 100;

/**
 * Refuses to go on from where something is missing.
 *
 * @throws CURSOR_EXPIRED
 */
export async function assertKept(log: StreamLog, after: number): Promise<void> {
  const { start, end } = await log.bounds();
  // A cursor from ahead of the log is one of a log that was lost, as by restoring a backup.
  if (after < start - 1 || after > end) throw cursorExpired();
}

/**
 * Tells a member what happened since its cursor, until it has all that its group has, and lets it join. Its group goes
 * on meanwhile; as it joins in the same turn of the event loop in which it is seen to have everything, it misses nothing.
 */
export async function replay(log: StreamLog, group: Group, member: Member, metrics: StreamMetrics): Promise<void> {
  const pipeline = createPipeline(group.hydrate, async ({ position }, outcome) => {
    if (!group.has(member)) return false;
    if (outcome.kind === 'end') {
      group.end(outcome.errors);
      return false;
    }
    member.seen = position;
    if (outcome.kind === 'answer') {
      member.next(outcome.bytes);
      metrics.frames.inc();
    }
    metrics.replays.inc();
    await member.room();
    return true;
  });
  while (group.has(member)) {
    if (member.seen >= group.delivered) {
      member.isLive = true;
      return;
    }
    const goal = group.delivered;
    const { events, isLast } = await readMerged(log, group.topics, member.seen, pageSize);
    for (const event of events) pipeline.push(event);
    await pipeline.idle();
    // Everything up to the goal was in the log when it was read.
    if (isLast) member.seen = Math.max(member.seen, goal);
  }
}
