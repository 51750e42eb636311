import { toGlobalId } from '@consulta/platform/identifiers/global-id';

/** Types of nodes whose fields another subgraph answers. */
export const foreignTypes = [
  'Doctor',
  'Clinic',
  'Specialization',
  'HealthcareService',
  'Schedule',
  'AvailabilityRule',
  'AvailabilityException',
  'Appointment',
  'AppointmentSeries',
  'MedicalRecord',
] as const;

export type ForeignType = (typeof foreignTypes)[number];

/** Tells the gateway whom to ask; whether there is such an object, and for this viewer, its owner decides. */
export interface NodeReference {
  readonly __typename: ForeignType;
  readonly nodeId: string;
}

export function referenceTo(type: ForeignType, uuid: string): NodeReference {
  return { __typename: type, nodeId: toGlobalId(type, uuid) };
}
