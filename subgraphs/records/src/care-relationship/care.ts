import type { Peers } from '@consulta/platform/hop/peers';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { Logger } from '@consulta/platform/logger';
import type { RequestContext } from '@consulta/platform/subgraph/context';
import DataLoader from 'dataloader';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../generated/database.ts';
import { treatedPatients, treatsAtClinic } from './queries.ts';

/** Whom the viewer treats: the read model, and behind it the appointments themselves. */
export interface Care {
  /**
   * Of these patients, those whom the read model does not know the viewer to treat although they do: their
   * appointment was booked a moment ago. Empty for anyone but a doctor.
   */
  vouchedFor(patients: readonly string[]): Promise<readonly string[]>;
  /** Whether a doctor treats a patient at a clinic. */
  treatsAt(doctor: string, patient: string, clinic: string): Promise<boolean>;
}

interface Pair {
  readonly doctor: string;
  readonly patient: string;
  readonly clinics?: readonly string[];
}

const question = /* GraphQL */ `
  query Treats($pairs: [CarePairInput!]!) {
    treats(pairs: $pairs)
  }`;

/** Lives as long as one request: what the appointments say is asked once. */
export function createCare(
  { db, peers, logger }: { db: Kysely<Database>; peers: Peers; logger: Logger },
  { viewer, requestId }: RequestContext,
): Care {
  /** The owner's answers, in order. Where it does not answer nobody is let in: the read model will know soon. */
  const ask = async (pairs: readonly Pair[]): Promise<readonly boolean[]> => {
    const variables = {
      pairs: pairs.map(({ doctor, patient, clinics }) => ({
        patient: toGlobalId('Patient', patient),
        doctor: toGlobalId('Doctor', doctor),
        ...(clinics && { clinics: clinics.map((clinic) => toGlobalId('Clinic', clinic)) }),
      })),
    };
    try {
      const answer = z.object({ treats: z.array(z.boolean()).length(pairs.length) });
      return answer.parse(await peers.ask('appointments', question, variables)).treats;
    } catch (error) {
      logger.warn({ err: error, requestId }, 'appointments did not say who treats whom');
      return pairs.map(() => false);
    }
  };

  const vouchers = new DataLoader<string, boolean>(async (patients) => {
    const { doctor } = viewer;
    if (viewer.role !== 'DOCTOR' || doctor === null) return patients.map(() => false);
    const known = await treatedPatients(db, doctor, patients);
    const unknown = patients.filter((patient) => !known.has(patient));
    const answers = unknown.length === 0 ? [] : await ask(unknown.map((patient) => ({ doctor, patient })));
    const vouched = new Set(unknown.filter((_, index) => answers[index]));
    return patients.map((patient) => vouched.has(patient));
  });

  return {
    async vouchedFor(patients) {
      const vouched = await Promise.all(patients.map((patient) => vouchers.load(patient)));
      return patients.filter((_, index) => vouched[index]);
    },
    async treatsAt(doctor, patient, clinic) {
      if (await treatsAtClinic(db, doctor, patient, clinic)) return true;
      const [treats = false] = await ask([{ doctor, patient, clinics: [clinic] }]);
      return treats;
    },
  };
}
