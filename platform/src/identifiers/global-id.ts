import { TypeID } from 'typeid-js';
import { badUserInput } from '../graphql/errors.ts';

/** Prefixes of the ids that clients hold (TypeID, https://github.com/jetify-com/typeid). */
export const prefixes = {
  Account: 'account',
  Patient: 'patient',
  PatientContact: 'contact',
  Doctor: 'doctor',
  Clinic: 'clinic',
  Specialization: 'specialization',
  HealthcareService: 'service',
  Schedule: 'schedule',
  AvailabilityRule: 'rule',
  AvailabilityException: 'exception',
  Appointment: 'appointment',
  AppointmentSeries: 'series',
  SlotHold: 'hold',
  WaitlistEntry: 'waitlist',
  VideoSession: 'video',
  Message: 'message',
  MedicalRecord: 'record',
  Attachment: 'attachment',
} as const;

export type NodeType = keyof typeof prefixes;

const typeByPrefix = new Map<string, NodeType>(
  Object.entries(prefixes).map(([type, prefix]) => [prefix, type as NodeType]),
);

/** `doctor_01h455vb4pex5vsknk084sn02q` from the type and the row's uuid. */
export function toGlobalId(type: NodeType, uuid: string): string {
  return TypeID.fromUUID(prefixes[type], uuid).toString();
}

/** The type and the row's uuid of a global id, or undefined for any text that is none. */
export function parseGlobalId(id: string): { readonly type: NodeType; readonly uuid: string } | undefined {
  try {
    const typeid = TypeID.fromString(id);
    const type = typeByPrefix.get(typeid.getType());
    return type === undefined ? undefined : { type, uuid: typeid.toUUID() };
  } catch {
    return undefined;
  }
}

/**
 * The uuid inside a global id that must be of the given type.
 *
 * @throws BAD_USER_INPUT naming `argument` where the id is malformed or of another type
 */
export function toUuid(type: NodeType, id: string, argument: readonly (string | number)[]): string {
  const parsed = parseGlobalId(id);
  if (parsed?.type !== type) throw badUserInput(`This is not the id of a ${type}.`, argument);
  return parsed.uuid;
}

/** The uuid of an entity representation that the gateway sends, by either of its keys; undefined if it is none. */
export function referenceUuid(
  type: NodeType,
  reference: { readonly id?: string | null; readonly nodeId?: string | null },
): string | undefined {
  const parsed = parseGlobalId(reference.id ?? reference.nodeId ?? '');
  return parsed?.type === type ? parsed.uuid : undefined;
}
