import { z } from 'zod';

/** Settings of this subgraph, beside those that every one has. */
export const appointmentsSettings = {
  /** How long a hold runs, in minutes. */
  HOLD_MINUTES: z.coerce.number().int().min(1).max(60).default(10),
};

/** What the relay must know to offer freed time to those who wait. */
export const waitlistSettings = {
  /** How long an offered time is held, in minutes. */
  WAITLIST_OFFER_MINUTES: z.coerce.number().int().min(1).max(1_440).default(30),
};

export type AppointmentsConfig = z.output<z.ZodObject<typeof appointmentsSettings>>;

export const defaultConfig: AppointmentsConfig = z.object(appointmentsSettings).parse({});
