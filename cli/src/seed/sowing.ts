import type { CopyWriter } from './copy.ts';
import type { Random } from './random.ts';

/** What every part of the seed needs. */
export interface Sowing {
  readonly writer: CopyWriter;
  readonly random: Random;
  /** The instant that divides past from future visits. */
  readonly now: Date;
  /** When clinics, doctors and their rules came to be: before the first visit. */
  readonly openedAt: Date;
}
