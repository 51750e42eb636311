import { forbidden, unauthenticated } from '@consulta/platform/graphql/errors';
import { anyOf } from '@consulta/platform/postgres/expressions';
import type { Role, Viewer } from '@consulta/platform/viewer/viewer';
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { Inbox } from './inbox-queries.ts';

/** Those who write to each other: a patient on one side, the doctor and the clinic's staff on the other. */
const parties: readonly Role[] = ['PATIENT', 'DOCTOR', 'STAFF'];

/** Refused by role before the appointment is looked for; whose it may be is decided by what they see. */
export function mustBeParty({ role }: Viewer): void {
  if (role === 'ANONYMOUS') throw unauthenticated();
  if (!parties.includes(role)) throw forbidden();
}

/** Messages are health data: for the parties, whose appointments alone they see. */
export function mayReadMessages({ role }: Viewer): boolean {
  return role === 'SYSTEM' || parties.includes(role);
}

/**
 * The conversations whose messages a viewer may read, as a condition on `conversation`: those about the appointments
 * that they see, and for ADMIN none.
 */
export function visibleConversations(viewer: Viewer): Expression<SqlBool> {
  if (viewer.role === 'SYSTEM') return sql<SqlBool>`true`;
  const inbox = inboxOf(viewer);
  if (inbox === null) return sql<SqlBool>`false`;
  return expressionBuilder<Database, 'conversation'>()(`conversation.${inbox.column}`, '=', anyOf(inbox.ids));
}

/** Whose conversations are in the viewer's inbox; null for those who have none. */
export function inboxOf({ role, patient, doctor, clinics }: Viewer): Inbox | null {
  switch (role) {
    case 'PATIENT':
      return { column: 'patient_id', ids: patient === null ? [] : [patient] };
    case 'DOCTOR':
      return { column: 'doctor_id', ids: doctor === null ? [] : [doctor] };
    case 'STAFF':
      return { column: 'clinic_id', ids: clinics };
    default:
      return null;
  }
}

/** Author roles whose messages somebody of this role reads: those of the other side. */
export function otherSide(role: Role): readonly string[] {
  return parties.filter((party) => (party === 'PATIENT') !== (role === 'PATIENT'));
}
