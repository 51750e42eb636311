import { forbidden, unauthenticated } from '@consulta/platform/graphql/errors';
import { anyOf } from '@consulta/platform/postgres/expressions';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../generated/database.ts';

/** What of a schedule a viewer works with. */
export type Scope =
  | { readonly to: 'everything' | 'nothing' }
  | { readonly to: 'doctor'; readonly doctor: string }
  | { readonly to: 'clinics'; readonly clinics: readonly string[] };

/** Schedules are working papers: for the doctor, STAFF of the doctor's clinics, and ADMIN. */
export function scopeOf({ role, doctor, clinics }: Viewer): Scope {
  if (role === 'ADMIN' || role === 'SYSTEM') return { to: 'everything' };
  if (role === 'DOCTOR' && doctor !== null) return { to: 'doctor', doctor };
  return role === 'STAFF' ? { to: 'clinics', clinics } : { to: 'nothing' };
}

/** The schedules that a viewer may see, as a condition on `schedule`. */
export function visibleSchedules(viewer: Viewer): Expression<SqlBool> {
  const eb = expressionBuilder<Database, 'schedule'>();
  const scope = scopeOf(viewer);
  switch (scope.to) {
    case 'everything':
      return sql<SqlBool>`true`;
    case 'nothing':
      return sql<SqlBool>`false`;
    case 'doctor':
      return eb('schedule.doctor_id', '=', scope.doctor);
    case 'clinics':
      return eb.exists(
        eb
          .selectFrom('doctor_directory')
          .select('doctor_directory.doctor_id')
          .whereRef('doctor_directory.doctor_id', '=', 'schedule.doctor_id')
          .where(sql<SqlBool>`doctor_directory.clinic_ids && ${scope.clinics}::uuid[]`),
      );
  }
}

/**
 * What belongs to a visible schedule and concerns the viewer, as a condition on `child`: STAFF see what is about one of
 * their clinics or about all clinics of a doctor who works at one.
 */
export function visibleParts(
  viewer: Viewer,
  child: 'availability_rule' | 'availability_exception',
): Expression<SqlBool> {
  const eb = expressionBuilder<Database, 'availability_rule' | 'availability_exception'>();
  const ofVisible = eb.exists(
    eb
      .selectFrom('schedule')
      .select('schedule.id')
      .whereRef('schedule.id', '=', `${child}.schedule_id`)
      .where(visibleSchedules(viewer)),
  );
  const scope = scopeOf(viewer);
  if (scope.to === 'everything') return sql<SqlBool>`true`;
  if (scope.to !== 'clinics') return ofVisible;
  const clinic = `${child}.clinic_id` as const;
  return eb.or([eb(clinic, '=', anyOf(scope.clinics)), eb.and([eb(clinic, 'is', null), ofVisible])]);
}

/**
 * Lets those pass who plan at all; which schedules they do is said by what they see.
 *
 * @throws UNAUTHENTICATED or FORBIDDEN
 */
export function mayPlan(viewer: Viewer): void {
  if (viewer.role === 'ANONYMOUS') throw unauthenticated();
  if (scopeOf(viewer).to === 'nothing') throw forbidden();
}

/**
 * STAFF plan for the clinics they work at, and not for all clinics of a doctor at once.
 *
 * @param clinic null for all clinics
 * @throws FORBIDDEN
 */
export function mayPlanAt(viewer: Viewer, clinic: string | null): void {
  if (viewer.role === 'STAFF' && (clinic === null || !viewer.clinics.includes(clinic))) throw forbidden();
}

/**
 * @param clinics where the doctor works
 * @throws FORBIDDEN
 */
export function mayPlanFor(viewer: Viewer, doctor: string, clinics: readonly string[]): void {
  const scope = scopeOf(viewer);
  const allowed =
    scope.to === 'everything' ||
    (scope.to === 'doctor' && scope.doctor === doctor) ||
    (scope.to === 'clinics' && scope.clinics.some((clinic) => clinics.includes(clinic)));
  if (!allowed) throw forbidden();
}
