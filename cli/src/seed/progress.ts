import type { Scale } from './scale.ts';

export type Phase = 'directory' | 'patients' | 'appointments' | 'indexes' | 'read models' | 'statistics';

export interface SeedProgress {
  readonly phase: Phase;
  /** Work done, of how much, in a unit that takes about as long wherever it is spent. */
  readonly done: number;
  readonly total: number;
}

export interface Progress {
  /** @param fraction of the phase that is done, 0 to 1 */
  at(phase: Phase, fraction: number): void;
}

/** What a phase takes for each patient or appointment, in microseconds; roughly, for the estimate. */
const costs: Record<Phase, (scale: Scale) => number> = {
  directory: () => 0,
  patients: ({ patients }) => 90 * patients,
  appointments: ({ appointments }) => 60 * appointments,
  indexes: ({ appointments }) => 7 * appointments,
  'read models': ({ appointments }) => 4 * appointments,
  statistics: ({ appointments }) => 8 * appointments,
};

export function createProgress(scale: Scale, onProgress: (progress: SeedProgress) => void): Progress {
  const before = new Map<Phase, number>();
  let total = 0;
  for (const [phase, cost] of Object.entries(costs) as [Phase, (scale: Scale) => number][]) {
    before.set(phase, total);
    total += cost(scale);
  }
  return {
    at(phase, fraction) {
      const done = (before.get(phase) ?? 0) + Math.min(fraction, 1) * costs[phase](scale);
      onProgress({ phase, done: Math.round(done), total });
    },
  };
}
