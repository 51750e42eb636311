import { demoAccounts } from '../demo-accounts.ts';
import type { Accounts } from './accounts.ts';
import { day } from './calendar.ts';
import type { Clinic, Patient } from './model.ts';
import { aPerson, emailOf, fullName } from './people.ts';
import { phoneOf } from './places.ts';
import type { Random } from './random.ts';
import type { Sowing } from './sowing.ts';

export interface Sown {
  readonly patient: Patient;
  /** Where the patient is registered. */
  readonly clinic: Clinic;
}

export interface PatientSower {
  /** Number 0 is the demo patient. */
  sow(number: number): Sown;
}

const relationships = ['partner', 'mother', 'father', 'daughter', 'son', 'friend'] as const;

export function createPatientSower(sowing: Sowing, accounts: Accounts, clinics: readonly Clinic[]): PatientSower {
  const { writer, random, openedAt, now } = sowing;
  const patient = writer.table('patients.patient', [
    'id',
    'given_name',
    'family_name',
    'birth_date',
    'gender',
    'email',
    'phone',
    'language',
    'time_zone',
    'address_line',
    'city',
    'postal_code',
    'country',
    'medical_history',
    'created_at',
    'updated_at',
  ]);
  const contact = writer.table('patients.patient_contact', [
    'id',
    'patient_id',
    'name',
    'relationship',
    'phone',
    'created_at',
  ]);
  const preferences = writer.table('patients.notification_preferences', [
    'patient_id',
    'email',
    'sms',
    'quiet_from',
    'quiet_to',
  ]);
  const registration = writer.table('patients.clinic_registration', ['clinic_id', 'patient_id', 'registered_at']);

  return {
    sow(number) {
      const clinic = clinics[number % clinics.length];
      if (clinic === undefined) throw new Error('there are no clinics');
      const { place } = clinic;
      const person = aPerson(place, random);
      const createdAt = new Date(openedAt.getTime() + random.integer(0, 20) * day);
      const id = random.uuid(createdAt.getTime());
      const age = random.integer(1, 90);
      const bornAt = new Date(now.getTime() - (age * 365.25 + random.integer(1, 364)) * day);
      const account = random.uuid(createdAt.getTime());
      const email = number === 0 ? demoAccounts.PATIENT : emailOf(person, number, 'patients');

      patient({
        id,
        given_name: person.givenName,
        family_name: person.familyName,
        birth_date: bornAt.toISOString().slice(0, 10),
        gender: person.gender,
        email,
        phone: phoneOf(place, random),
        language: place.language,
        time_zone: place.timeZone,
        address_line: place.faker.location.streetAddress(),
        city: place.city,
        postal_code: place.faker.location.zipCode(),
        country: place.country,
        medical_history: random.chance(0.5) ? medicalHistory(random) : null,
        created_at: createdAt,
        updated_at: createdAt,
      });
      accounts.add({ id: account, email, role: 'PATIENT', name: fullName(person), patient: id, createdAt });
      const quiet = random.chance(0.3);
      preferences({
        patient_id: id,
        email: true,
        sms: random.chance(0.7),
        quiet_from: quiet ? '22:00' : null,
        quiet_to: quiet ? '07:00' : null,
      });
      registration({ clinic_id: clinic.id, patient_id: id, registered_at: createdAt });
      if (random.chance(0.6)) {
        contact({
          id: random.uuid(createdAt.getTime()),
          patient_id: id,
          name: fullName(aPerson(place, random)),
          relationship: random.pick(relationships),
          phone: phoneOf(place, random),
          created_at: createdAt,
        });
      }
      return { patient: { id, account, age, gender: person.gender }, clinic };
    },
  };
}

const conditions = ['Hypertension', 'Asthma', 'Type 2 diabetes', 'Hypothyroidism', 'Migraine'] as const;
const allergies = ['Penicillin', 'Pollen', 'Nuts', 'Latex', 'Ibuprofen'] as const;
const medications = ['Ramipril 5 mg', 'Salbutamol spray', 'Metformin 1,000 mg', 'Levothyroxine 75 µg'] as const;

function medicalHistory(random: Random): string {
  const oneOrNone = (choices: readonly string[]) => (random.chance(0.5) ? [random.pick(choices)] : []);
  return JSON.stringify({
    allergies: oneOrNone(allergies),
    conditions: oneOrNone(conditions),
    medications: oneOrNone(medications),
  });
}
