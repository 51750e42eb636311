import { demoAccounts } from '../demo-accounts.ts';
import type { Accounts } from './accounts.ts';
import { day } from './calendar.ts';
import type { Clinic, Doctor, Rule, Specialization } from './model.ts';
import { aPerson, emailOf, fullName, type Person } from './people.ts';
import { type Place, phoneOf } from './places.ts';
import { createScheduleWriter } from './schedules.ts';
import { createServiceCatalogue } from './services.ts';
import { workingWeeks } from './shifts.ts';
import type { Sowing } from './sowing.ts';

/** Doctors with their specializations, clinics, services and schedules. The first one is the demo doctor. */
export function sowDoctors(
  sowing: Sowing,
  accounts: Accounts,
  {
    clinics,
    specializations,
    count,
  }: { clinics: readonly Clinic[]; specializations: readonly Specialization[]; count: number },
): Doctor[] {
  const { writer, random, openedAt } = sowing;
  const doctor = writer.table('providers.doctor', [
    'id',
    'title',
    'given_name',
    'family_name',
    'languages',
    'biography',
    'email',
    'phone',
    'created_at',
    'updated_at',
  ]);
  const doctorSpecialization = writer.table('providers.doctor_specialization', ['doctor_id', 'specialization_id']);
  const doctorClinic = writer.table('providers.doctor_clinic', ['doctor_id', 'clinic_id']);
  const catalogue = createServiceCatalogue(sowing);
  const schedules = createScheduleWriter(sowing);

  return Array.from({ length: count }, (_, index): Doctor => {
    const home = clinicAt(clinics, index);
    const workplaces = [home, ...secondWorkplace(clinics, home, index)];
    const practised = practisedBy(specializations, index);
    const { place } = home;
    const person = aPerson(place, random);
    const id = random.uuid(openedAt.getTime());
    const account = random.uuid(openedAt.getTime());

    doctor({
      id,
      title: titleOf(person, place),
      given_name: person.givenName,
      family_name: person.familyName,
      languages: languagesOf(place, index),
      biography: biographyOf(practised, 4 + (index % 25)),
      email: emailOf(person, index, 'doctors'),
      phone: phoneOf(place, random),
      created_at: openedAt,
      updated_at: openedAt,
    });
    for (const { id: specialization } of practised) {
      doctorSpecialization({ doctor_id: id, specialization_id: specialization });
    }
    for (const { id: clinic } of workplaces) doctorClinic({ doctor_id: id, clinic_id: clinic });
    accounts.add({
      id: account,
      email: index === 0 ? demoAccounts.DOCTOR : emailOf(person, index, 'doctors'),
      role: 'DOCTOR',
      name: fullName(person),
      doctor: id,
      createdAt: openedAt,
    });

    const week = workingWeeks[index % workingWeeks.length] ?? [];
    const rules = week.map((shift): Rule => {
      const clinic = clinicAt(workplaces, shift.dayOfWeek);
      return { shift, clinic, services: practised.flatMap((field) => catalogue.offeredAt(clinic, field)) };
    });
    const absences = index === 0 ? [] : absencesOf(sowing);
    return {
      id,
      account,
      place,
      practises: practised,
      rules,
      absences,
      schedule: schedules.write({ id, place, rules, absences }),
    };
  });
}

function clinicAt(clinics: readonly Clinic[], index: number): Clinic {
  const clinic = clinics[index % clinics.length];
  if (clinic === undefined) throw new RangeError('there are no clinics');
  return clinic;
}

/** Some also work at another clinic of the same city, where there is one. */
function secondWorkplace(clinics: readonly Clinic[], home: Clinic, index: number): Clinic[] {
  const isFirstOfClinic = index < clinics.length;
  if (!isFirstOfClinic) return [];
  const next = clinics.slice(clinics.indexOf(home) + 1).find(({ place }) => place.city === home.place.city);
  return next === undefined ? [] : [next];
}

function practisedBy(specializations: readonly Specialization[], index: number): Specialization[] {
  const main = index % specializations.length;
  const alsoGeneral = index % 6 === 5;
  return specializations.filter((_field, field) => field === main || (alsoGeneral && field === 0));
}

function titleOf({ gender }: Person, { language }: Place): string {
  if (language === 'de') return 'Dr. med.';
  if (language === 'it') return gender === 'female' ? 'Dott.ssa' : 'Dott.';
  if (language === 'es' || language === 'pt') return gender === 'female' ? 'Dra.' : 'Dr.';
  return 'Dr';
}

function languagesOf({ language }: Place, index: number): string[] {
  const spoken = [language, 'en', ...(index % 5 === 0 ? ['fr'] : []), ...(index % 7 === 0 ? ['ar'] : [])];
  return [...new Set(spoken)];
}

function biographyOf(practised: readonly Specialization[], years: number): string {
  const fields = practised.map(({ template }) => template.name.toLowerCase()).join(' and ');
  return `${years} years in ${fields}.`;
}

/** A week or so away, some time ago or some time ahead. */
function absencesOf({ random, now }: Sowing): { from: number; to: number }[] {
  if (random.chance(0.4)) return [];
  const today = Math.floor(now.getTime() / day) * day;
  const from = today + random.integer(-60, 45) * day;
  return [{ from, to: from + random.integer(2, 9) * day }];
}
