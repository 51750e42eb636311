import { openPage } from '@consulta/platform/connection/ordering';
import { pageRequest } from '@consulta/platform/connection/page';
import { enumValue } from '@consulta/platform/graphql/enum';
import { toGlobalId } from '@consulta/platform/identifiers/global-id';
import { payload } from '@consulta/platform/mutation/payload';
import { type ProjectionInfo, selectedColumns } from '@consulta/platform/projection/columns';
import { appointmentColumnsOf } from '../appointment/projection.ts';
import type { Context } from '../context.ts';
import type { Resolvers, UserErrorCode } from '../generated/resolvers.ts';
import { type MessageRow, messageOrdering } from './columns.ts';
import { inboxColumns, inboxOrdering } from './inbox-columns.ts';
import { markMessagesRead } from './mark-messages-read.ts';
import { messageColumnsOf } from './projection.ts';
import { sendMessage } from './send-message.ts';

/** Answers with the message that a use case sent or named. */
const answering =
  (useCase: (context: Context, input: unknown) => Promise<string>) =>
  (_: unknown, { input }: { readonly input: unknown }, context: Context, info: ProjectionInfo) =>
    payload<'message', MessageRow | null, UserErrorCode>('message', async () => {
      const id = await useCase(context, input);
      return context.loaders.message.byId.load(id, messageColumnsOf(info, ['message']));
    });

export const messageResolvers: Resolvers = {
  Query: {
    // Patients answers it too: each subgraph has fields of the viewer.
    viewer: (_, _arguments, { viewer }) => (viewer.role === 'ANONYMOUS' ? null : viewer),
  },
  Mutation: {
    sendMessage: answering(sendMessage),
    markMessagesRead: answering(markMessagesRead),
  },
  Appointment: {
    messages: ({ id }, args, { loaders, cursors }, info) =>
      loaders.message.of.load(id, {
        filter: null,
        page: openPage(pageRequest(args), messageOrdering, cursors),
        columns: messageColumnsOf(info, ['edges', 'node']),
      }),
  },
  Message: {
    id: ({ id }) => toGlobalId('Message', id),
    appointment: ({ appointment_id }, _, { loaders }, info) =>
      loaders.appointment.byId.load(appointment_id, appointmentColumnsOf(info)),
    authorRole: ({ author_role }) => enumValue(author_role),
    isMine: ({ author_account }, _, { viewer }) => author_account === viewer.account,
    body: ({ body }) => body,
    sentAt: ({ sent_at }) => sent_at,
    readAt: ({ read_at }) => read_at,
    readBy: ({ reader_role }) => (reader_role === null ? null : enumValue(reader_role)),
  },
  Viewer: {
    inbox: (_, args, { loaders, cursors }, info) =>
      loaders.message.inbox({
        filter: null,
        page: openPage(pageRequest(args), inboxOrdering, cursors),
        columns: selectedColumns(info, 'InboxEntry', inboxColumns, ['appointment_id'], ['edges', 'node']),
      }),
  },
  InboxEntry: {
    appointment: ({ appointment_id }, _, { loaders }, info) =>
      loaders.appointment.byId.load(appointment_id, appointmentColumnsOf(info)),
    async lastMessage({ last_message_id }, _, { loaders }, info) {
      const message = await loaders.message.newest.load(last_message_id, messageColumnsOf(info));
      if (message === null) throw new Error('a conversation is without its newest message');
      return message;
    },
    unreadCount: ({ appointment_id }, _, { loaders }) => loaders.message.unread.load(appointment_id, null),
  },
  MessageConnection: { totalCount: (connection) => connection.totalCount() },
  InboxEntryConnection: { totalCount: (connection) => connection.totalCount() },
};
