import { type Kysely, sql } from 'kysely';

/**
 * The tables that every schema needs for what follows a commit: the outbox with its deliveries, and the outcomes
 * of idempotent requests. One function, so that one relay serves all schemas.
 */
export async function spineTables(db: Kysely<unknown>, schema: string): Promise<void> {
  const ddl = db.schema.withSchema(schema);

  await ddl
    .createTable('outbox')
    .addColumn('id', 'bigint', (column) => column.generatedAlwaysAsIdentity().primaryKey())
    .addColumn('aggregate_type', 'text', (column) => column.notNull())
    .addColumn('aggregate_id', 'uuid', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('payload', 'jsonb', (column) => column.notNull().defaultTo(sql`'{}'`))
    // The clock, not now(): the row is a transaction's last statement, so this is close to its commit.
    .addColumn('occurred_at', sql`timestamptz(3)`, (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
    // Two writers of one version would mean that a change escaped its compare-and-swap.
    .addUniqueConstraint('outbox_version_once', ['aggregate_type', 'aggregate_id', 'version', 'type'])
    .execute();
  await ddl.createIndex('outbox_occurred_at').on('outbox').column('occurred_at').execute();

  await ddl
    .createTable('outbox_consumer')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('event_types', sql`text[]`, (column) => column.notNull())
    .addColumn('registered_at', sql`timestamptz(3)`, (column) => column.notNull().defaultTo(sql`now()`))
    .execute();

  await ddl
    .createTable('outbox_delivery')
    .addColumn('consumer', 'text', (column) => column.notNull())
    .addColumn('outbox_id', 'bigint', (column) =>
      column.notNull().references(`${schema}.outbox.id`).onDelete('cascade'),
    )
    .addColumn('aggregate_id', 'uuid', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('pending'))
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('next_attempt_at', sql`timestamptz(3)`, (column) => column.notNull().defaultTo(sql`now()`))
    .addColumn('last_error', 'text')
    // outbox_id first: pruning an outbox row looks its deliveries up by it.
    .addPrimaryKeyConstraint('outbox_delivery_pkey', ['outbox_id', 'consumer'])
    .addCheckConstraint('outbox_delivery_state', sql`state in ('pending', 'dead')`)
    .execute();
  // The relay hops from the head of one aggregate's queue to the head of the next: one index probe an aggregate,
  // however long the queues are.
  await ddl
    .createIndex('outbox_delivery_head')
    .on('outbox_delivery')
    .columns(['consumer', 'aggregate_id', 'outbox_id'])
    .where(sql`state`, '=', sql.lit('pending'))
    .execute();
  await ddl
    .createIndex('outbox_delivery_dead')
    .on('outbox_delivery')
    .columns(['consumer', 'outbox_id'])
    .where(sql`state`, '=', sql.lit('dead'))
    .execute();
  // Rows live for milliseconds: the default of a fifth of the table would leave the queue full of dead tuples.
  await sql`alter table ${sql.id(schema, 'outbox_delivery')}
    set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)`.execute(db);

  await ddl
    .createTable('idempotency')
    .addColumn('principal', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull().check(sql`length(key) between 1 and 255`))
    .addColumn('request_hash', 'bytea', (column) => column.notNull())
    // Null only inside the transaction that is executing the request.
    .addColumn('outcome', 'jsonb')
    .addColumn('created_at', sql`timestamptz(3)`, (column) => column.notNull().defaultTo(sql`now()`))
    .addPrimaryKeyConstraint('idempotency_pkey', ['principal', 'key'])
    .execute();
  await ddl.createIndex('idempotency_created_at').on('idempotency').column('created_at').execute();
}
