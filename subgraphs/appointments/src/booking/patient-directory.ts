import type { Peers } from '@consulta/platform/hop/peers';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { z } from 'zod';

const query = /* GraphQL */ `
  query PatientExists($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Patient { id }
    }
  }`;
const answer = z.object({ _entities: z.array(z.object({ id: z.string() }).nullable()).length(1) });

/** Whether there is such a patient, as their owner says: nothing is kept of patients here. */
export async function patientExists(peers: Peers, patient: string): Promise<boolean> {
  const representations = [{ __typename: 'Patient', id: toGlobalId('Patient', patient) }];
  return answer.parse(await peers.ask('patients', query, { representations }))._entities[0] !== null;
}
