import { type Kysely, sql } from 'kysely';
import type { Database } from '../generated/database.ts';

/** Where and when an appointment takes place. */
export interface Visit {
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly clinic_id: string;
  readonly modality: string;
}

/** What a schedule has given away and is still to come, holds included, in the order of their ends. */
export function visitsToCome(db: Kysely<Database>, scheduleId: string, now: Date): Promise<Visit[]> {
  return (
    db
      .selectFrom('slot_allocation')
      // The start tells the month: the row is looked up in one partition.
      .innerJoin('appointment', (join) =>
        join
          .onRef('appointment.id', '=', 'slot_allocation.appointment_id')
          .on(sql<boolean>`appointment.starts_at >= lower(slot_allocation.during)`)
          .on(sql<boolean>`appointment.starts_at < upper(slot_allocation.during)`),
      )
      .select(['appointment.starts_at', 'appointment.ends_at', 'appointment.clinic_id', 'appointment.modality'])
      .where('slot_allocation.schedule_id', '=', scheduleId)
      .where(sql<boolean>`slot_allocation.during && tstzrange(${now}, null)`)
      .where(sql<boolean>`(slot_allocation.expires_at is null or slot_allocation.expires_at > ${now})`)
      .where('appointment.starts_at', '>=', now)
      .orderBy('appointment.ends_at')
      .execute()
  );
}
