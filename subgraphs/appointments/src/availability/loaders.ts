import { createGroupLoader, type GroupLoader } from '@consulta/platform/batch/group-loader';
import type { Kysely } from 'kysely';
import type { Directory } from '../directory/directory.ts';
import type { ClinicEntry, ServiceEntry } from '../directory/entries.ts';
import type { Database } from '../generated/database.ts';
import { takenTimes } from './allocations.ts';
import { loadSchedulePlans } from './load.ts';
import { freeSlots, type Slot } from './slots.ts';
import { day, zoneClocks } from './zone-clock.ts';

/** Which slots of a doctor are asked for. */
export interface SlotRequest {
  readonly from: Date;
  readonly to: Date;
  readonly service: ServiceEntry;
  readonly clinic: ClinicEntry;
  /** Null for any. */
  readonly modality: string | null;
}

/** The slots of doctors, in order; doctors that ask for the same share two statements and what the directory reads. */
export type SlotLoader = GroupLoader<SlotRequest, readonly Slot[]>;

export function createSlotLoader(db: Kysely<Database>, directory: Directory, now: Date): SlotLoader {
  return createGroupLoader<SlotRequest, readonly Slot[]>({
    label: 'Doctor.availableSlots',
    absent: () => [],
    async fetch(doctorIds, { from, to, ...search }) {
      // A visit and its buffers reach beyond the period that it starts in, but never as far as a day.
      const reach = { from: new Date(from.getTime() - day), to: new Date(to.getTime() + day) };
      const [doctors, plans] = await Promise.all([
        Promise.all(doctorIds.map((id) => directory.doctor(id))),
        loadSchedulePlans(db, { doctorIds, ...reach }),
      ]);
      const scheduleIds = [...plans.values()].map(({ schedule }) => schedule.id);
      const taken = await takenTimes(db, { scheduleIds, ...reach, now });
      const period = { start: from.getTime(), end: to.getTime() };
      const clockOf = zoneClocks({ start: reach.from.getTime(), end: reach.to.getTime() });
      const slots = new Map<string, readonly Slot[]>();
      for (const doctor of doctors) {
        const plan = doctor === null ? undefined : plans.get(doctor.id);
        if (doctor === null || plan === undefined) continue;
        const busy = taken.get(plan.schedule.id) ?? [];
        slots.set(doctor.id, freeSlots(plan, busy, { doctor, ...search, period, now }, clockOf));
      }
      return slots;
    },
  });
}
