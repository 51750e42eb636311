/** No schedule plans further ahead than this. */
export const longestHorizonDays = 730;

/** What a schedule says of all its times. */
export interface PlanSchedule {
  readonly id: string;
  readonly doctor_id: string;
  /** Of its calendar: where its days begin. Rules have zones of their own. */
  readonly time_zone: string;
  readonly slot_minutes: number;
  readonly minimum_notice_minutes: number;
  readonly planning_horizon_days: number;
  readonly max_overbooking: number;
  readonly version: number;
}

/** Weekly time at a clinic, in wall-clock time. */
export interface PlanRule {
  readonly clinic_id: string;
  /** ISO 8601: 1 is Monday. */
  readonly day_of_week: number;
  /** `HH:MM:SS`, on whole minutes. */
  readonly starts: string;
  /** `HH:MM:SS`; `24:00:00` is the end of the day. */
  readonly ends: string;
  readonly time_zone: string;
  readonly modalities: readonly string[];
  /** `YYYY-MM-DD`, the first day. */
  readonly valid_from: string;
  /** `YYYY-MM-DD`, the last day; null for good. */
  readonly valid_to: string | null;
}

/** Time taken from or added to what the rules give. */
export interface PlanException {
  /** Null for all clinics. */
  readonly clinic_id: string | null;
  readonly kind: string;
  /** Epoch milliseconds. */
  readonly start: number;
  /** Epoch milliseconds. */
  readonly end: number;
}

/** All that decides when a doctor takes appointments, but for the appointments already there. */
export interface SchedulePlan {
  readonly schedule: PlanSchedule;
  readonly rules: readonly PlanRule[];
  readonly exceptions: readonly PlanException[];
}
