import type { Peers } from '@consulta/platform/hop/peers';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { z } from 'zod';

const query = /* GraphQL */ `
  query PatientSeen($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Patient { id }
    }
  }`;
const answer = z.object({ _entities: z.array(z.object({ id: z.string() }).nullable()).length(1) });

/**
 * Whether somebody sees a patient, as the patients' owner says. An appointment makes a patient one whom doctor and clinic
 * treat: who could book for a patient they do not see would let themselves in to all that is known of them.
 */
export async function seesPatient(peers: Peers, viewer: Viewer, patient: string): Promise<boolean> {
  const representations = [{ __typename: 'Patient', id: toGlobalId('Patient', patient) }];
  return answer.parse(await peers.ask('patients', query, { representations }, viewer))._entities[0] !== null;
}
