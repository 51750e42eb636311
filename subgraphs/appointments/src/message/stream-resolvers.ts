import { forbidden } from '@consulta/platform/graphql/errors';
import { toUuid } from '@consulta/platform/identifiers/global-id';
import { selectedColumns } from '@consulta/platform/projection/columns';
import type { StreamField } from '@consulta/platform/stream/open-stream';
import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import { mustBeSignedIn } from '../appointment/policy.ts';
import type { Context } from '../context.ts';
import type {
  MessageEventType,
  Resolvers,
  SubscriptionInboxUpdatedArgs,
  SubscriptionMessageReceivedArgs,
} from '../generated/resolvers.ts';
import { cursorOf, follow } from '../stream/position.ts';
import { topics } from '../stream/topics.ts';
import { inboxColumns } from './inbox-columns.ts';
import type { Inbox } from './inbox-queries.ts';
import { inboxOf, mustBeParty } from './policy.ts';
import { messageColumnsOf } from './projection.ts';
import { type InboxUpdateSource, type MessageUpdateSource, messageEventType } from './update.ts';

const messageReceived: StreamField<SubscriptionMessageReceivedArgs, Context, MessageUpdateSource> = {
  async subscribe(_, { appointment: id, ...from }, { viewer, loaders, cursors }) {
    mustBeSignedIn(viewer);
    const appointment = toUuid('Appointment', id, ['appointment']);
    const stream = follow([topics.messages(appointment)], from, cursors);
    mustBeParty(viewer);
    if ((await loaders.appointment.byId.load(appointment, ['id'])) === null) throw forbidden();
    return stream;
  },
  async resolve(_, { appointment: id }, { viewer, loaders, event }, info) {
    mustBeParty(viewer);
    if (event === undefined || messageEventType(event) === undefined) return null;
    const columns = messageColumnsOf(info, ['message']);
    const message = await loaders.message.byId.load(event.aggregateId, [...columns, 'appointment_id']);
    // Messages are never removed: it is the viewer who may no longer see them.
    if (message === null) throw forbidden();
    return message.appointment_id === toUuid('Appointment', id, ['appointment']) ? { event, message } : null;
  },
};

const inboxUpdated: StreamField<SubscriptionInboxUpdatedArgs, Context, InboxUpdateSource> = {
  subscribe(_, from, { viewer, cursors }) {
    mustBeSignedIn(viewer);
    const stream = follow(topicsOf(inboxOf(viewer)), from, cursors);
    mustBeParty(viewer);
    return stream;
  },
  async resolve(_, _arguments, { viewer, loaders, event }, info) {
    mustBeParty(viewer);
    if (event === undefined || messageEventType(event) === undefined) return null;
    const columns = selectedColumns(info, 'InboxEntry', inboxColumns, ['appointment_id'], ['entry']);
    const entry = await loaders.message.conversationOf.load(event.aggregateId, columns);
    return entry && { event, entry };
  },
};

const parties = { patient_id: 'patient', doctor_id: 'doctor', clinic_id: 'clinic' } as const;

function topicsOf(inbox: Inbox | null): string[] {
  return inbox?.ids.map((id) => topics.inboxOf(parties[inbox.column], id)) ?? [];
}

const update = {
  cursor: ({ event }: { readonly event: StreamEvent }, _: unknown, { cursors }: Context) => cursorOf(cursors, event),
  // Updates of other events are not made.
  type: ({ event }: { readonly event: StreamEvent }) => messageEventType(event) as MessageEventType,
  occurredAt: ({ event }: { readonly event: StreamEvent }) => event.occurredAt,
};

export const messageStreamResolvers: Pick<Resolvers, 'MessageUpdate' | 'InboxUpdate'> & {
  readonly Subscription: Readonly<Record<string, unknown>>;
} = {
  Subscription: { messageReceived, inboxUpdated },
  MessageUpdate: { ...update, message: ({ message }) => message },
  InboxUpdate: { ...update, entry: ({ entry }) => entry },
};
