import { z } from 'zod';

/** Settings of this subgraph, beside those that every one has. */
export const appointmentsSettings = {
  /** How long a hold runs, in minutes. */
  HOLD_MINUTES: z.coerce.number().int().min(1).max(60).default(10),
};

export type AppointmentsConfig = z.output<z.ZodObject<typeof appointmentsSettings>>;

export const defaultConfig: AppointmentsConfig = z.object(appointmentsSettings).parse({});
