import {
  type Faker,
  fakerDE,
  fakerEN_AU,
  fakerEN_CA,
  fakerEN_GB,
  fakerEN_IN,
  fakerEN_US,
  fakerEN_ZA,
  fakerES,
  fakerES_MX,
  fakerFR,
  fakerIT,
  fakerPT_BR,
} from '@faker-js/faker';
import { englishNames } from './english-names.ts';
import type { Random } from './random.ts';

interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** What most people here speak, as BCP 47. */
  readonly language: string;
  /** Addresses and, where there are no `commonNames`, names as they are usual here. */
  readonly faker: Faker;
  readonly commonNames?: typeof englishNames;
  /** How a clinic that carries a family's name is called here. */
  readonly clinicNames: readonly [string, ...string[]];
}

/** Where a clinic stands and its people come from. */
export interface Place extends Country {
  readonly city: string;
  readonly region: string;
  readonly timeZone: string;
  /** E.164 with `#` for any digit, in a block that no network gives out: nobody must be called by accident. */
  readonly phones: string;
}

const inSpanish = {
  language: 'es',
  clinicNames: ['Clínica {name}', 'Centro Médico {name}', 'Policlínica {name}'],
} as const;
const inEnglish = {
  language: 'en',
  clinicNames: ['{name} Medical Centre', '{name} Health', '{name} Clinic'],
} as const;

const spain: Country = { country: 'ES', faker: fakerES, ...inSpanish };
const chile: Country = { country: 'CL', faker: fakerES, ...inSpanish };
const mexico: Country = { country: 'MX', faker: fakerES_MX, ...inSpanish };
const britain: Country = { country: 'GB', faker: fakerEN_GB, ...inEnglish, commonNames: englishNames };
const unitedStates: Country = { country: 'US', faker: fakerEN_US, ...inEnglish, commonNames: englishNames };
const canada: Country = { country: 'CA', faker: fakerEN_CA, ...inEnglish, commonNames: englishNames };
const australia: Country = { country: 'AU', faker: fakerEN_AU, ...inEnglish, commonNames: englishNames };
const newZealand: Country = { country: 'NZ', faker: fakerEN_AU, ...inEnglish, commonNames: englishNames };
const india: Country = { country: 'IN', faker: fakerEN_IN, ...inEnglish };
const southAfrica: Country = { country: 'ZA', faker: fakerEN_ZA, ...inEnglish };
const germany: Country = {
  country: 'DE',
  faker: fakerDE,
  language: 'de',
  clinicNames: ['Praxis {name}', 'Gesundheitszentrum {name}', 'MVZ {name}'],
};
const brazil: Country = {
  country: 'BR',
  faker: fakerPT_BR,
  language: 'pt',
  clinicNames: ['Clínica {name}', 'Centro Médico {name}'],
};
const france: Country = {
  country: 'FR',
  faker: fakerFR,
  language: 'fr',
  clinicNames: ['Cabinet {name}', 'Centre de santé {name}'],
};
const italy: Country = {
  country: 'IT',
  faker: fakerIT,
  language: 'it',
  clinicNames: ['Studio medico {name}', 'Poliambulatorio {name}'],
};

function place(country: Country, city: string, region: string, timeZone: string, phones: string): Place {
  return { ...country, city, region, timeZone, phones };
}

const madrid = place(spain, 'Madrid', 'Comunidad de Madrid', 'Europe/Madrid', '+34555######');
const berlin = place(germany, 'Berlin', 'Berlin', 'Europe/Berlin', '+493023125###');
const london = place(britain, 'London', 'England', 'Europe/London', '+447700900###');
const newYork = place(unitedStates, 'New York', 'NY', 'America/New_York', '+121255501##');
const santiago = place(chile, 'Santiago', 'Región Metropolitana', 'America/Santiago', '+56555######');
const sydney = place(australia, 'Sydney', 'NSW', 'Australia/Sydney', '+61270101###');
const mumbai = place(india, 'Mumbai', 'Maharashtra', 'Asia/Kolkata', '+91555#######');

/** Zones of both hemispheres, with DST and without, and some that lie half an hour off. */
export const places: readonly [Place, ...Place[]] = [
  madrid,
  berlin,
  london,
  newYork,
  santiago,
  sydney,
  mumbai,
  place(spain, 'Barcelona', 'Cataluña', 'Europe/Madrid', '+34555######'),
  place(germany, 'Hamburg', 'Hamburg', 'Europe/Berlin', '+494066969###'),
  place(britain, 'Manchester', 'England', 'Europe/London', '+441614960###'),
  place(unitedStates, 'Chicago', 'IL', 'America/Chicago', '+131255501##'),
  place(unitedStates, 'Denver', 'CO', 'America/Denver', '+130355501##'),
  place(unitedStates, 'Phoenix', 'AZ', 'America/Phoenix', '+160255501##'),
  place(unitedStates, 'Los Angeles', 'CA', 'America/Los_Angeles', '+121355501##'),
  place(canada, 'Toronto', 'ON', 'America/Toronto', '+141655501##'),
  place(canada, "St. John's", 'NL', 'America/St_Johns', '+170955501##'),
  place(mexico, 'Ciudad de México', 'CDMX', 'America/Mexico_City', '+52000########'),
  place(brazil, 'São Paulo', 'SP', 'America/Sao_Paulo', '+55000########'),
  place(france, 'Paris', 'Île-de-France', 'Europe/Paris', '+3319900####'),
  place(italy, 'Roma', 'Lazio', 'Europe/Rome', '+39000#######'),
  place(australia, 'Adelaide', 'SA', 'Australia/Adelaide', '+61870101###'),
  place(australia, 'Perth', 'WA', 'Australia/Perth', '+61870102###'),
  place(newZealand, 'Auckland', 'Auckland', 'Pacific/Auckland', '+64000#######'),
  place(southAfrica, 'Johannesburg', 'Gauteng', 'Africa/Johannesburg', '+27000######'),
];

/** The clinics that every scale begins with; further ones are spread over {@link places}. */
export const firstClinics: readonly { readonly name: string; readonly place: Place }[] = [
  { name: 'Clínica San Isidro', place: madrid },
  { name: 'Centro Médico Retiro', place: madrid },
  { name: 'Praxis am Stadtpark', place: berlin },
  { name: 'Marylebone Medical Centre', place: london },
  { name: 'Hudson Square Health', place: newYork },
  { name: 'Centro Médico Providencia', place: santiago },
  { name: 'Harbour Street Clinic', place: sydney },
  { name: 'Bandra Wellness Clinic', place: mumbai },
];

export function phoneOf({ phones }: Place, random: Random): string {
  return phones.replaceAll('#', () => String(random.integer(0, 9)));
}
