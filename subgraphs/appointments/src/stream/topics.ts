import type { OutboxEvent } from '@consulta/platform/outbox/event';
import { doctorsOf } from '../availability/tags.ts';

/** Of an appointment, in the payload of its events. */
type Party = 'patient' | 'doctor' | 'clinic';

/** What can be followed. Ids are uuids. */
export const topics = {
  appointment: (id: string) => `appointment:${id}`,
  /** The appointments of a patient, a doctor or a clinic. */
  appointmentsOf: (party: Party, id: string) => `appointment:${party}:${id}`,
  /** The free times of a doctor. */
  availability: (doctor: string) => `availability:${doctor}`,
  /** The session of a video visit. */
  videoSession: (appointment: string) => `video:${appointment}`,
  /** What is written about an appointment. */
  messages: (appointment: string) => `message:${appointment}`,
  /** What is written to or by a patient, a doctor or a clinic. */
  inboxOf: (party: Party, id: string) => `inbox:${party}:${id}`,
};

type Payload = OutboxEvent['payload'];

/** By the kind of thing that changed; of others nobody wants to know. */
const topicsByAggregate: Readonly<Record<string, (event: OutboxEvent) => readonly string[]>> = {
  appointment: ({ aggregateId, payload }) => [
    topics.appointment(aggregateId),
    ...appointmentsOf(payload),
    // Those it left are told too.
    ...appointmentsOf(payload['previous'] as Payload | undefined),
    ...availabilityOf(payload),
  ],
  schedule: ({ payload }) => availabilityOf(payload),
  message: ({ payload }) => [
    ...textsOf(payload['appointment']).map(topics.messages),
    ...ofParties(payload, topics.inboxOf),
  ],
  video_session: ({ payload }) => textsOf(payload['appointment']).map(topics.videoSession),
};

/** The topics of an event, each once: it is kept and told under each of them. */
export function topicsOf(event: OutboxEvent): string[] {
  return [...new Set(topicsByAggregate[event.aggregateType]?.(event) ?? [])];
}

function appointmentsOf(payload: Payload | undefined): string[] {
  return ofParties(payload, topics.appointmentsOf);
}

function ofParties(payload: Payload | undefined, topicOf: (party: Party, id: string) => string): string[] {
  const parties = ['patient', 'doctor', 'clinic'] as const;
  return parties.flatMap((party) => textsOf(payload?.[party]).map((id) => topicOf(party, id)));
}

/** Whatever makes computed free times void changes them. */
function availabilityOf({ voids }: Payload): string[] {
  return doctorsOf(textsOf(voids)).map(topics.availability);
}

function textsOf(value: unknown): string[] {
  return [value].flat().filter((one) => typeof one === 'string');
}
