import type { Peers } from '@consulta/platform/hop/peers';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Logger } from '@consulta/platform/logger';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { z } from 'zod';

/** Which of these patients a doctor or a clinic has appointments with right now, by the book that has them. */
export type CareQuestion = (patients: readonly string[]) => Promise<ReadonlySet<string>>;

const question = 'query Treats($pairs: [CarePairInput!]!) { treats(pairs: $pairs) }';

/**
 * Asks the appointments subgraph what the read model may not know yet. Nobody is let in on no answer, and nobody who
 * could do without it is held up by an error: it means no, and a line in the log.
 */
export function createCareQuestion(
  peers: Peers,
  logger: Logger,
  { doctor, clinics }: Viewer,
  requestId: string,
): CareQuestion {
  const asker =
    doctor === null
      ? { clinics: clinics.map((id) => toGlobalId('Clinic', id)) }
      : { doctor: toGlobalId('Doctor', doctor) };
  return async (patients) => {
    const pairs = patients.map((patient) => ({ patient: toGlobalId('Patient', patient), ...asker }));
    const answer = z.object({ treats: z.array(z.boolean()).length(pairs.length) });
    try {
      const { treats } = answer.parse(await peers.ask('appointments', question, { pairs }));
      return new Set(patients.filter((_, index) => treats[index]));
    } catch (error) {
      logger.warn(
        { requestId, err: error },
        'appointments did not say who is in care: patients just booked stay unseen',
      );
      return new Set();
    }
  };
}
