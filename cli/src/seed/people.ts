import type { Place } from './places.ts';
import type { Random } from './random.ts';

export interface Person {
  readonly givenName: string;
  readonly familyName: string;
  readonly gender: 'male' | 'female';
}

export function aPerson(place: Place, random: Random): Person {
  const gender = random.pick(['male', 'female'] as const);
  if (place.commonNames) {
    const { [gender]: given, family } = place.commonNames;
    return { givenName: random.pick(given), familyName: random.pick(family), gender };
  }
  const { person } = place.faker;
  return { givenName: person.firstName(gender), familyName: person.lastName(gender), gender };
}

export function familyNameOf(place: Place, random: Random): string {
  return aPerson(place, random).familyName;
}

export function fullName({ givenName, familyName }: Person): string {
  return `${givenName} ${familyName}`;
}

/** In a domain that RFC 2606 keeps from ever receiving mail. The number keeps namesakes apart. */
export function emailOf(person: Person, number: number, domain: 'patients' | 'doctors' | 'reception'): string {
  return `${plain(person.givenName)}.${plain(person.familyName)}${number}@${domain}.example.com`;
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
}
