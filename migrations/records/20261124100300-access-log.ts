import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table records.access_log (
      id bigint generated always as identity,
      at timestamptz(3) not null default now(),
      account uuid not null,
      role text not null check (length(role) between 1 and 20),
      patient_id uuid not null,
      record_id uuid,
      operation text not null check (length(operation) between 1 and 200),
      request_id text not null check (length(request_id) between 1 and 100),
      outcome text not null check (outcome in ('granted', 'denied')),
      primary key (id, at)
    ) partition by range (at);
    create index access_log_patient on records.access_log (patient_id, at desc, id desc);
    create index access_log_record on records.access_log (record_id, at desc, id desc) where record_id is not null;

    create function records.refuse_rewriting() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
        using errcode = 'insufficient_privilege';
    end $$;
    -- For each row, because such a trigger is inherited by every partition, also when one is addressed directly.
    create trigger access_log_is_append_only before update or delete on records.access_log
      for each row execute function records.refuse_rewriting();
    create trigger access_log_is_not_emptied before truncate on records.access_log
      for each statement execute function records.refuse_rewriting();

    comment on table records.access_log is
      'Who read which medical record. Append-only; old months leave as whole partitions.';
  `.execute(db);
}
