import type { Doctor } from './model.ts';
import type { Scale } from './scale.ts';

export interface Load {
  /**
   * How many visits each doctor at work that day should have, for the scale's total to be met in the end.
   *
   * @param offset days from today
   * @param missing appointments that are still to be made
   */
  perDoctor(offset: number, missing: number): number;
}

/** As many visits on every day on which as many doctors work, fewer the further ahead a day lies. */
export function createLoad(
  { daysBack, daysAhead }: Scale,
  doctors: readonly Doctor[],
  today: Temporal.PlainDate,
): Load {
  const atWork = Array.from({ length: 8 }, () => 0);
  for (const { rules } of doctors) {
    for (const dayOfWeek of new Set(rules.map(({ shift }) => shift.dayOfWeek))) {
      atWork[dayOfWeek] = (atWork[dayOfWeek] ?? 0) + 1;
    }
  }
  const weightOf = (offset: number) =>
    (atWork[today.add({ days: offset }).dayOfWeek] ?? 0) * (offset > 0 ? 1 - (0.8 * offset) / daysAhead : 1);

  /** Weight of a day and all after it, by the days since the first. */
  const weightFrom = [0];
  for (let offset = daysAhead; offset >= -daysBack; offset -= 1) {
    weightFrom.unshift(weightOf(offset) + (weightFrom[0] ?? 0));
  }

  return {
    perDoctor(offset, missing) {
      const weight = weightOf(offset);
      if (weight === 0) return 0;
      const thatDay = (missing * weight) / (weightFrom[offset + daysBack] ?? weight);
      return thatDay / (atWork[today.add({ days: offset }).dayOfWeek] ?? 1);
    },
  };
}
