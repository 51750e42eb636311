import { parseArgs } from 'node:util';
import { type Schema, schemas } from '@consulta/migrations/migrate';
import { pruneIdempotency } from '@consulta/platform/idempotency';
import {
  type DeadLetterFilter,
  deadLetters,
  discardDeadLetters,
  queueStatus,
  retryDeadLetters,
} from '@consulta/platform/outbox/operator';
import { pruneOutbox } from '@consulta/platform/outbox/prune';
import { retireConsumer } from '@consulta/platform/outbox/register';
import { createKysely } from '@consulta/platform/postgres/kysely';
import type { Pool } from '@consulta/platform/postgres/pool';
import type { Kysely } from 'kysely';
import { Fault } from '../fault.ts';
import { unconnectedConsumers } from './consumers.ts';
import { textTable } from './text-table.ts';

export const outboxUsage = `Usage:

consulta outbox status                                what waits for each consumer
consulta outbox dead [--limit 100]                    events that were set aside, and why
consulta outbox retry <schema> <consumer> [event]     deliver set-aside events again, all or one
consulta outbox discard <schema> <consumer> [event]   give set-aside events up
consulta outbox prune [--days 7]                      remove old events, idempotency keys and the stream's beginning
consulta outbox retire <schema> <consumer>            forget a consumer that no relay runs any more`;

/**
 * What an operator does with the outbox.
 *
 * @param args after `outbox`
 * @returns what to print
 * @throws {Fault} where the command makes no sense
 */
export async function runOutboxCommand(args: readonly string[], pool: Pool): Promise<string> {
  const { positionals, values } = parse(args);
  const [command, ...rest] = positionals;
  const db = createKysely<unknown>(pool, 'public');

  switch (command) {
    case 'status': {
      const rows = await inEachSchema(async (schema) =>
        (await queueStatus(db, schema)).map(({ consumer, pending, dead, oldestSeconds }) => [
          schema,
          consumer,
          String(pending),
          oldestSeconds === null ? '' : `${oldestSeconds.toFixed(1)} s`,
          String(dead),
        ]),
      );
      return textTable(['schema', 'consumer', 'pending', 'oldest', 'dead'], rows);
    }
    case 'dead': {
      const limit = wholeNumber(values.limit, '--limit');
      const rows = await inEachSchema(async (schema) =>
        (await deadLetters(db, schema, { limit })).map((letter) => [
          schema,
          letter.consumer,
          String(letter.eventId),
          `${letter.type} v${letter.version}`,
          letter.aggregateId,
          letter.occurredAt.toISOString(),
          letter.reason ?? '',
        ]),
      );
      return textTable(['schema', 'consumer', 'event', 'what', 'aggregate', 'occurred', 'reason'], rows);
    }
    case 'retry': {
      const { schema, ...filter } = target(rest);
      return `${await retryDeadLetters(db, schema, filter)} put back into the queue`;
    }
    case 'discard': {
      const { schema, ...filter } = target(rest);
      return `${await discardDeadLetters(db, schema, filter)} discarded`;
    }
    case 'prune': {
      const days = wholeNumber(values.days, '--days');
      const rows = await inEachSchema(async (schema) => [
        [
          schema,
          String(await pruneOutbox(db, schema, days)),
          String(await pruneIdempotency(db, schema, days)),
          String(await pruneKept(db, schema, days)),
        ],
      ]);
      return textTable(['schema', 'events removed', 'keys forgotten', 'of the stream'], rows);
    }
    case 'retire': {
      const { schema, consumer } = target(rest);
      return `${consumer} is retired; ${await retireConsumer(db, schema, consumer)} deliveries dropped`;
    }
    default:
      throw new Fault('say status, dead, retry, discard, prune or retire: see consulta outbox --help');
  }
}

/** What consumers keep for some days only. */
async function pruneKept(db: Kysely<unknown>, schema: Schema, days: number): Promise<number> {
  let removed = 0;
  for (const consumer of unconnectedConsumers()) {
    if (consumer.source === schema) removed += (await consumer.prune?.(db, days)) ?? 0;
  }
  return removed;
}

function parse(args: readonly string[]) {
  const options = { limit: { type: 'string', default: '100' }, days: { type: 'string', default: '7' } } as const;
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (cause) {
    throw new Fault(outboxUsage, { cause });
  }
}

async function inEachSchema(rowsOf: (schema: Schema) => Promise<string[][]>): Promise<string[][]> {
  return (await Promise.all(schemas.map(rowsOf))).flat();
}

function target([schema, consumer, event]: readonly string[]): DeadLetterFilter & { readonly schema: Schema } {
  const known = schemas.find((name) => name === schema);
  if (known === undefined) throw new Fault(`name a schema: ${schemas.join(', ')}`);
  if (consumer === undefined) throw new Fault('name a consumer, as `consulta outbox status` lists them');
  return { schema: known, consumer, ...(event !== undefined && { eventId: wholeNumber(event, 'the event') }) };
}

function wholeNumber(text: string, what: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Fault(`${what} must be a whole number`);
  return Number(text);
}
