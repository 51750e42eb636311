import { parseGlobalId, toGlobalId } from '@consulta/platform/identifiers/global-id';
import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { type Appointments, ahead, doctorOf, newPatient, type Practice, staffOf } from './fixture.ts';
import { plan } from './planning.ts';

/** An appointment with all who may write about it. */
export interface Visit {
  readonly practice: Practice;
  /** Global id. */
  readonly appointment: string;
  readonly patient: Viewer;
  readonly doctor: Viewer;
  readonly staff: Viewer;
}

export async function newVisit(appointments: Appointments, start = ahead(10, '09:00')): Promise<Visit> {
  const practice = await appointments.newPractice();
  const patient = newPatient();
  const appointment = await appointments.book(patient, practice, { start });
  return { practice, appointment, patient, doctor: doctorOf(practice), staff: staffOf(practice.clinic) };
}

const outcomeOf = ({ payload, refusal, error }: Awaited<ReturnType<typeof plan>>): string => {
  const message = payload?.['message'] as { readonly id: string } | null | undefined;
  return message?.id ?? refusal ?? error ?? '';
};

/** The message's id, or the refusal or error with what is at fault. */
export async function say(
  appointments: Appointments,
  viewer: Viewer,
  appointment: string,
  body: string,
  idempotencyKey: string | null = null,
): Promise<string> {
  const input = { appointment, body, idempotencyKey };
  return outcomeOf(await plan(appointments, viewer, 'sendMessage', input, 'message { id }'));
}

/** The id of the message up to which was read, or the refusal or error with what is at fault. */
export async function read(
  appointments: Appointments,
  viewer: Viewer,
  appointment: string,
  upTo: string,
): Promise<string> {
  return outcomeOf(await plan(appointments, viewer, 'markMessagesRead', { appointment, upTo }, 'message { id }'));
}

export interface Shown {
  readonly id: string;
  readonly body: string;
  readonly authorRole: string;
  readonly isMine: boolean;
  readonly sentAt: string;
  readonly readAt: string | null;
  readonly readBy: string | null;
}

interface Page<Node> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const pageOf = (node: string) => `totalCount edges { cursor node { ${node} } } pageInfo { hasNextPage endCursor }`;

/** A page of an appointment's messages; null where the viewer does not see the appointment. */
export async function messagesOf(
  { execute }: Appointments,
  viewer: Viewer,
  appointment: string,
  args = '',
): Promise<Page<Shown> | null> {
  const { data, errors } = await execute<{ appointment: { messages: Page<Shown> } | null }>(
    viewer,
    `query ($id: ID!) { appointment(id: $id) { messages${args} {
      ${pageOf('id body authorRole isMine sentAt readAt readBy')}
    } } }`,
    { id: appointment },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.appointment?.messages ?? null;
}

export interface Entry {
  readonly appointment: { readonly id: string } | null;
  readonly lastMessage: { readonly body: string; readonly isMine: boolean };
  readonly unreadCount: number;
}

export async function inboxOf(
  { execute }: Appointments,
  viewer: Viewer,
  args = '',
): Promise<Page<Entry> & { readonly statements: number }> {
  const { data, errors, statements } = await execute<{ viewer: { inbox: Page<Entry> } }>(
    viewer,
    `{ viewer { inbox${args} { ${pageOf('appointment { id } lastMessage { body isMine } unreadCount')} } } }`,
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return { ...data.viewer.inbox, statements: statements.reduce((sum, { count }) => sum + count, 0) };
}

/** What the outbox tells of the messages of an appointment, in order. */
export async function toldOf({ db }: Appointments, appointment: string) {
  const events = await db
    .selectFrom('outbox')
    .select(['aggregate_id', 'type', 'payload', 'version'])
    .where('aggregate_type', '=', 'message')
    .orderBy('id')
    .execute();
  const uuid = parseGlobalId(appointment)?.uuid;
  return events
    .filter(({ payload }) => (payload as { appointment?: string }).appointment === uuid)
    .map(({ aggregate_id, ...rest }) => ({ message: toGlobalId('Message', aggregate_id), ...rest }));
}

/** An event of the outbox as a subscription is answered for it. */
export function eventOf(
  { message, type, version }: Awaited<ReturnType<typeof toldOf>>[number],
  topic: string,
  position = 7,
): StreamEvent {
  const aggregateId = parseGlobalId(message)?.uuid ?? '';
  const occurredAt = '2026-11-24T10:00:00.000Z';
  return { topic, position, previous: 0, aggregateType: 'message', aggregateId, version, type, occurredAt };
}
