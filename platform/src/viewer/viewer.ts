import { z } from 'zod';

export const roles = ['ANONYMOUS', 'PATIENT', 'DOCTOR', 'STAFF', 'ADMIN', 'PARTNER', 'SYSTEM'] as const;

/** Who a request acts for. The gateway establishes it; subgraphs believe only a signed one. Ids are uuids. */
export const viewerSchema = z.object({
  role: z.enum(roles),
  /** Null for ANONYMOUS and SYSTEM. */
  account: z.uuid().nullable(),
  /** The patient a PATIENT is. */
  patient: z.uuid().nullable(),
  /** The doctor a DOCTOR is. */
  doctor: z.uuid().nullable(),
  /** The clinics a STAFF member works at. */
  clinics: z.array(z.uuid()),
});

export type Viewer = z.infer<typeof viewerSchema>;
export type Role = Viewer['role'];

export const anonymous: Viewer = { role: 'ANONYMOUS', account: null, patient: null, doctor: null, clinics: [] };

/** Workers, and a subgraph that asks another for what its read model does not know yet. */
export const system: Viewer = { role: 'SYSTEM', account: null, patient: null, doctor: null, clinics: [] };
