import { serviceUnavailable } from '@consulta/platform/graphql/errors';
import { referenceUuid, toGlobalId } from '@consulta/platform/identifiers/global-id';
import { z } from 'zod';
import type { Context } from '../context.ts';

/** Whose an appointment is said to be. */
interface Parties {
  readonly doctor: string;
  readonly patient: string;
  readonly clinic: string;
}

const reference = z.object({ id: z.string() });
const answerSchema = z.object({
  _entities: z.tuple([z.object({ doctor: reference, patient: reference, clinic: reference }).nullable()]),
});
const question = /* GraphQL */ `
  query AppointmentParties($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Appointment { doctor { id } patient { id } clinic { id } }
    }
  }`;

/**
 * Whether an appointment is this doctor's with this patient at this clinic. Its owner is asked: a record is written
 * rarely, so a copy of every appointment here would cost more than it saves, and could be behind.
 *
 * @throws SERVICE_UNAVAILABLE where the owner does not answer: a "no" would be kept with the idempotency key
 */
export async function isAppointmentOf(
  { peers, logger, requestId }: Context,
  appointment: string,
  { doctor, patient, clinic }: Parties,
): Promise<boolean> {
  const representations = [{ __typename: 'Appointment', id: toGlobalId('Appointment', appointment) }];
  const answer = await peers
    .ask('appointments', question, { representations })
    .then((data) => answerSchema.parse(data))
    .catch((error: unknown) => {
      logger.warn({ err: error, requestId }, 'appointments did not say whose an appointment is');
      throw serviceUnavailable('The appointment cannot be checked at the moment.');
    });
  const [owned] = answer._entities;
  return (
    owned !== null &&
    referenceUuid('Doctor', owned.doctor) === doctor &&
    referenceUuid('Patient', owned.patient) === patient &&
    referenceUuid('Clinic', owned.clinic) === clinic
  );
}
