import { createEventBus } from '@consulta/platform/event-bus/create-event-bus';
import { toGlobalId, toUuid } from '@consulta/platform/identifiers/global-id';
import { createLogger } from '@consulta/platform/logger';
import { eventually, openOutbox } from '@consulta/platform/outbox/fixture';
import { registerConsumers } from '@consulta/platform/outbox/register';
import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import { system, type Viewer } from '@consulta/platform/viewer/viewer';
import type { SubgraphAnswer } from '../../../../test/kit/subgraph.ts';
import { createStreamConsumer } from '../../src/stream/consumer.ts';
import type { Appointments } from '../fixture.ts';

/** The log of a subgraph under test, written by a relay, and its subscriptions as the gateway asks for them. */
export interface Streams extends AsyncDisposable {
  /** What a subscription follows, or the code of what denies it. */
  open(viewer: Viewer, field: string): Promise<readonly string[] | string>;
  /** The answer for one event. */
  tell(viewer: Viewer, field: string, event: StreamEvent): Promise<Told>;
  /** The newest event of an appointment. */
  lastEventOf(id: string): Promise<StreamEvent>;
  /** The events of a topic after a position, once everything that was committed is in the log. */
  events(topic: string, after?: number): Promise<StreamEvent[]>;
}

export interface Told extends SubgraphAnswer<Record<string, unknown>> {
  /** What the subscription's field holds, or the code of what ended it. */
  readonly told: unknown;
}

const idOf = (viewer: Viewer) => toGlobalId('Patient', viewer.patient ?? '');
export const ofAppointment = (id: string) => `appointmentUpdated(id: "${id}")`;
export const ofPatient = (viewer: Viewer) => `patientAppointmentsUpdated(patient: "${idOf(viewer)}")`;
export const ofDoctor = (doctor: string, rest = '') =>
  `doctorScheduleUpdated(doctor: "${toGlobalId('Doctor', doctor)}" ${rest})`;
export const ofBoard = (clinic: string, date: string) =>
  `clinicBoardUpdated(clinic: "${toGlobalId('Clinic', clinic)}", date: "${date}")`;
export const ofFreeTimes = (doctor: string, from: string, to: string) =>
  `availabilityChanged(doctor: "${toGlobalId('Doctor', doctor)}", from: "${from}", to: "${to}")`;

export const uuidOf = (id: string) => toUuid('Appointment', id, []);

const select: Readonly<Record<string, string>> = {
  availabilityChanged: '{ cursor occurredAt doctor { id } }',
  videoSessionUpdated: '{ type videoSession { id status opensAt closesAt } }',
};
const update = '{ cursor type version occurredAt appointmentId appointment { id status start } }';

const subscriptionOf = (field: string) =>
  `subscription { told: ${field} ${select[field.slice(0, field.indexOf('('))] ?? update} }`;

export async function openStreams(appointments: Appointments): Promise<Streams> {
  const { connectionString } = appointments.database;
  const logger = createLogger({ level: 'silent' });
  const outbox = openOutbox(connectionString);
  const bus = createEventBus({ connectionString, logger });
  const consumer = createStreamConsumer(bus);
  await registerConsumers(outbox.db, [consumer]);
  await outbox.startRelay([consumer], { pollMillis: 20 });
  const waiting = () => appointments.db.selectFrom('outbox_delivery').select('outbox_id').execute();

  const events = async (topic: string, after = 0): Promise<StreamEvent[]> => {
    await eventually(waiting, ({ length }) => length === 0);
    const { data } = await appointments.execute<{ streamEvents: StreamEvent[] }>(
      system,
      `query ($streams: [StreamPosition!]!) {
        streamEvents(streams: $streams, first: 100) {
          topic position previous aggregateType aggregateId version type occurredAt
        }
      }`,
      { streams: [{ topic, after }] },
    );
    return data.streamEvents;
  };

  return {
    events,
    async lastEventOf(id) {
      const last = (await events(`appointment:${uuidOf(id)}`)).at(-1);
      if (last === undefined) throw new Error('the log has nothing of it');
      return last;
    },
    async open(viewer, field) {
      const { stream, errors } = await appointments.execute(viewer, subscriptionOf(field), {}, 'open');
      return stream?.topics ?? String(errors[0]?.extensions['code']);
    },
    async tell(viewer, field, event) {
      const answer = await appointments.execute(viewer, subscriptionOf(field), {}, event);
      const [error] = answer.errors;
      return { ...answer, told: error === undefined ? answer.data['told'] : error.extensions['code'] };
    },
    async [Symbol.asyncDispose]() {
      await outbox[Symbol.asyncDispose]();
      await bus.close();
    },
  };
}
