import type { Client } from 'pg';
import { demoAccounts } from '../demo-accounts.ts';
import { createAccounts } from './accounts.ts';
import { sowClinics } from './clinics.ts';
import { deferIndexes } from './deferred-indexes.ts';
import { sowDoctors } from './doctors.ts';
import { sowMessages } from './messages.ts';
import type { Doctor } from './model.ts';
import { createPanels, type Panels } from './panels.ts';
import { createPatientSower } from './patients.ts';
import type { Progress } from './progress.ts';
import { fillReadModels } from './read-models.ts';
import type { Scale } from './scale.ts';
import { sowSpecializations } from './services.ts';
import type { Sowing } from './sowing.ts';
import { sowVisits } from './visits.ts';

/** Fewer appointments than this fit into memory with their indexes. */
const worthDeferring = 1_000_000;

/** Makes everything, owners before what belongs to them. The caller holds the transaction. */
export async function sow(
  client: Client,
  sowing: Sowing,
  { scale, demoPasswords, progress }: { scale: Scale; demoPasswords: boolean; progress: Progress },
): Promise<void> {
  const { writer, random, openedAt } = sowing;
  progress.at('directory', 0);
  const indexes = scale.appointments >= worthDeferring ? await deferIndexes(client) : undefined;
  const accounts = await createAccounts(writer, { demo: demoPasswords });
  accounts.add({
    id: random.uuid(openedAt.getTime()),
    email: demoAccounts.ADMIN,
    role: 'ADMIN',
    name: 'Administrator',
    createdAt: openedAt,
  });
  const clinics = sowClinics(sowing, accounts, scale.clinics);
  const specializations = sowSpecializations(sowing);
  const doctors = sowDoctors(sowing, accounts, { clinics, specializations, count: scale.doctors });

  const panels = panelsByCity(doctors);
  const patients = createPatientSower(sowing, accounts, clinics);
  for (let number = 0; number < scale.patients; number += 1) {
    const { patient, clinic } = patients.sow(number);
    panels.get(clinic.place.city)?.enrol(patient);
    await writer.breathe();
    if (number % 100 === 0) progress.at('patients', number / scale.patients);
  }

  const panelsOf = (doctor: Doctor) => panels.get(doctor.place.city) ?? createPanels([]);
  await sowVisits(sowing, { scale, doctors, panelsOf }, (made) => {
    progress.at('appointments', made / scale.appointments);
  });
  await writer.flush();
  await indexes?.rebuild((fraction) => progress.at('indexes', fraction));

  progress.at('read models', 0);
  await fillReadModels(client);
  await sowMessages(client, sowing.now);
}

/** Nobody has to travel: a patient's doctors are those of the patient's city. */
function panelsByCity(doctors: readonly Doctor[]): Map<string, Panels> {
  const byCity = Map.groupBy(doctors, ({ place }) => place.city);
  const [demoDoctor] = doctors;
  return new Map(
    [...byCity].map(([city, local]) => [
      city,
      createPanels(
        local,
        local.find((doctor) => doctor === demoDoctor),
      ),
    ]),
  );
}
