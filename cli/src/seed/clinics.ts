import { demoAccounts } from '../demo-accounts.ts';
import type { Accounts } from './accounts.ts';
import type { Clinic } from './model.ts';
import { aPerson, emailOf, familyNameOf, fullName } from './people.ts';
import { firstClinics, type Place, phoneOf, places } from './places.ts';
import type { Sowing } from './sowing.ts';

/** Clinics with their reception: two accounts each, the first of which also minds the first clinic's neighbour. */
export function sowClinics(sowing: Sowing, accounts: Accounts, count: number): Clinic[] {
  const clinic = sowing.writer.table('providers.clinic', [
    'id',
    'name',
    'address_line',
    'city',
    'region',
    'postal_code',
    'country',
    'time_zone',
    'phone',
    'email',
    'created_at',
    'updated_at',
  ]);
  const { random, openedAt } = sowing;

  const clinics = Array.from({ length: count }, (_, index): Clinic => {
    const { name, place } = firstClinics[index] ?? named(places[index % places.length] ?? places[0], sowing);
    const id = random.uuid(openedAt.getTime());
    clinic({
      id,
      name,
      address_line: place.faker.location.streetAddress(),
      city: place.city,
      region: place.region,
      postal_code: place.faker.location.zipCode(),
      country: place.country,
      time_zone: place.timeZone,
      phone: phoneOf(place, random),
      email: `reception${index + 1}@clinics.example.com`,
      created_at: openedAt,
      updated_at: openedAt,
    });
    return { id, name, place, staff: [random.uuid(openedAt.getTime()), random.uuid(openedAt.getTime())] };
  });

  for (const [index, clinic] of clinics.entries()) sowStaff(sowing, accounts, clinics, clinic, index);
  return clinics;
}

function named(place: Place, { random }: Sowing): { name: string; place: Place } {
  return { name: random.pick(place.clinicNames).replace('{name}', familyNameOf(place, random)), place };
}

function sowStaff({ random, openedAt }: Sowing, accounts: Accounts, clinics: Clinic[], clinic: Clinic, index: number) {
  clinic.staff.forEach((account, position) => {
    const person = aPerson(clinic.place, random);
    const isDemo = index === 0 && position === 0;
    accounts.add({
      id: account,
      email: isDemo ? demoAccounts.STAFF : emailOf(person, index * 10 + position, 'reception'),
      role: 'STAFF',
      name: fullName(person),
      clinics: isDemo ? clinics.slice(0, 2).map(({ id }) => id) : [clinic.id],
      createdAt: openedAt,
    });
  });
}
