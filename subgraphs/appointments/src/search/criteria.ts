import type { Interval } from '../availability/intervals.ts';

/** Whom and what a search may find; null conditions do not narrow it. Ids are uuids. */
export interface Criteria {
  readonly doctor: string | null;
  readonly clinic: string | null;
  /** Whatever its case. */
  readonly city: string | null;
  readonly specialization: string | null;
  readonly service: string | null;
  readonly modality: string | null;
  readonly language: string | null;
}

/** At what times of which days, as some zone's clocks tell them; null conditions do not narrow it. */
export interface DayTimes {
  /** Minutes from midnight, the end excluded; one that begins after it ends lasts over midnight. */
  readonly timeOfDay: Interval | null;
  /** ISO 8601: 1 is Monday. */
  readonly daysOfWeek: readonly number[] | null;
  /** Whose clocks; null for those of each clinic. */
  readonly timeZone: string | null;
}

export interface Search {
  readonly criteria: Criteria;
  readonly dayTimes: DayTimes;
  readonly period: Interval;
}
