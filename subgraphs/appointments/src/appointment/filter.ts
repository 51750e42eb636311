import { codeOf, idOf, optional } from '@consulta/platform/input/fields';
import { z } from 'zod';
import { statuses } from './status.ts';

const dateRange = z
  .object({ from: optional(z.date()), to: optional(z.date()) })
  .refine(({ from, to }) => from === null || to === null || from < to, {
    message: 'This range ends before it begins.',
    path: ['to'],
  });

/** `AppointmentFilter` as the queries take it. */
export const filterSchema = z
  .object({
    dateRange: optional(dateRange),
    status: optional(z.array(codeOf(statuses)).max(statuses.length, 'These are more than there are.')),
    doctor: optional(idOf('Doctor')),
    patient: optional(idOf('Patient')),
    clinic: optional(idOf('Clinic')),
    service: optional(idOf('HealthcareService')),
    modality: optional(codeOf(['in_person', 'video'])),
  })
  .transform(({ dateRange, status, ...same }) => ({
    ...same,
    statuses: status,
    from: dateRange?.from ?? null,
    to: dateRange?.to ?? null,
  }));
