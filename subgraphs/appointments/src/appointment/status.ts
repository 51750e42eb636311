/** How far an appointment has come. */
export const statuses = [
  'pending',
  'booked',
  'arrived',
  'checked_in',
  'fulfilled',
  'cancelled',
  'no_show',
  'entered_in_error',
] as const;

export type Status = (typeof statuses)[number];

/** An appointment of this status makes the patient one whom the doctor and the clinic treat. */
export const linkingStatuses = [
  'booked',
  'arrived',
  'checked_in',
  'fulfilled',
  'no_show',
] as const satisfies readonly Status[];
