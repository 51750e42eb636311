import type { Peers } from '@consulta/platform/hop/peers';
import { type NodeType, parseGlobalId, toGlobalId } from '@consulta/platform/identifiers/global-id';
import { codeOf } from '@consulta/platform/input/fields';
import { z } from 'zod';
import type { ClinicEntry, DoctorEntry, ServiceEntry } from './entries.ts';

const uuidOf = z.object({ id: z.string() }).transform(({ id }, context) => {
  const parsed = parseGlobalId(id);
  if (parsed !== undefined) return parsed.uuid;
  context.addIssue({ code: 'custom', message: 'not a global id' });
  return z.NEVER;
});
const nodesOf = z
  .object({ edges: z.array(z.object({ node: uuidOf })) })
  .transform(({ edges }) => edges.map(({ node }) => node));
const status = codeOf(['active', 'inactive']);

const clinicAnswer = z.object({ id: z.string(), timeZone: z.string(), city: z.string(), status, version: z.int() });
const clinicQuery = /* GraphQL */ `
  query ClinicEntries($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Clinic { id timeZone city status version }
    }
  }`;

export async function askForClinics(peers: Peers, ids: readonly string[]): Promise<ClinicEntry[]> {
  const clinics = await askFor(peers, 'Clinic', ids, clinicQuery, clinicAnswer);
  return clinics.map(({ uuid, timeZone, city, status, version }) => ({
    id: uuid,
    time_zone: timeZone,
    city,
    status,
    version,
  }));
}

const doctorAnswer = z.object({
  id: z.string(),
  languages: z.array(z.string()),
  status,
  version: z.int(),
  specializations: nodesOf,
  active: nodesOf,
  inactive: nodesOf,
});
const doctorQuery = /* GraphQL */ `
  query DoctorEntries($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Doctor {
        id languages status version
        specializations(first: 100) { edges { node { id } } }
        active: clinics(first: 100, filter: { status: ACTIVE }) { edges { node { id } } }
        inactive: clinics(first: 100, filter: { status: INACTIVE }) { edges { node { id } } }
      }
    }
  }`;

export async function askForDoctors(peers: Peers, ids: readonly string[]): Promise<DoctorEntry[]> {
  const doctors = await askFor(peers, 'Doctor', ids, doctorQuery, doctorAnswer);
  return doctors.map(({ uuid, specializations, active, inactive, languages, status, version }) => ({
    id: uuid,
    specialization_ids: specializations,
    clinic_ids: [...active, ...inactive],
    languages,
    status,
    version,
  }));
}

const serviceAnswer = z.object({
  id: z.string(),
  clinic: uuidOf,
  specialization: uuidOf,
  durationMinutes: z.int(),
  bufferBeforeMinutes: z.int(),
  bufferAfterMinutes: z.int(),
  modalities: z.array(codeOf(['in_person', 'video'])),
  status,
  version: z.int(),
});
const serviceQuery = /* GraphQL */ `
  query ServiceEntries($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on HealthcareService {
        id clinic { id } specialization { id }
        durationMinutes bufferBeforeMinutes bufferAfterMinutes modalities status version
      }
    }
  }`;

export async function askForServices(peers: Peers, ids: readonly string[]): Promise<ServiceEntry[]> {
  const services = await askFor(peers, 'HealthcareService', ids, serviceQuery, serviceAnswer);
  return services.map((service) => ({
    id: service.uuid,
    clinic_id: service.clinic,
    specialization_id: service.specialization,
    duration_minutes: service.durationMinutes,
    buffer_before_minutes: service.bufferBeforeMinutes,
    buffer_after_minutes: service.bufferAfterMinutes,
    modalities: service.modalities,
    status: service.status,
    version: service.version,
  }));
}

/** Entities of providers by uuid; those it does not have are left out. */
async function askFor<Answer extends { readonly id: string }>(
  peers: Peers,
  type: NodeType,
  ids: readonly string[],
  query: string,
  answer: z.ZodType<Answer>,
): Promise<(Answer & { readonly uuid: string })[]> {
  const representations = ids.map((id) => ({ __typename: type, id: toGlobalId(type, id) }));
  const data = z
    .object({ _entities: z.array(answer.nullable()) })
    .parse(await peers.ask('providers', query, { representations }));
  // Answers come in the order of the questions.
  return data._entities.flatMap((entity, index) => {
    const uuid = ids[index];
    return entity === null || uuid === undefined ? [] : [{ ...entity, uuid }];
  });
}
