import type { Kysely } from 'kysely';
import { retireConsumer } from '../src/retired-consumer.ts';

/** Nobody listens to events of this schema: what subscriptions follow are those of appointments. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await retireConsumer(db, 'identity', 'event-bus');
}
