import { createGroupLoader, type GroupLoader } from '@consulta/platform/batch/group-loader';
import { createRowLoader, type RowLoader } from '@consulta/platform/batch/row-loader';
import { type Connection, readConnection } from '@consulta/platform/connection/connection';
import {
  type ConnectionLoader,
  type ConnectionRequest,
  createConnectionLoader,
} from '@consulta/platform/connection/connection-loader';
import type { CursorCodec } from '@consulta/platform/connection/cursor';
import type { Viewer } from '@consulta/platform/viewer/viewer';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../generated/database.ts';
import type { MessageColumn, MessageRow } from './columns.ts';
import type { ConversationColumn, ConversationRow } from './inbox-columns.ts';
import { conversationsOf, countInbox, countUnread, inboxPage } from './inbox-queries.ts';
import { inboxOf, mayReadMessages, otherSide, visibleConversations } from './policy.ts';
import { countMessages, messagePages, messagesByIds } from './queries.ts';

export interface MessageLoaders {
  readonly byId: RowLoader<MessageRow, MessageColumn>;
  /** The newest messages of conversations: whoever sees a conversation sees what it says. */
  readonly newest: RowLoader<MessageRow, MessageColumn>;
  /** The messages of many appointments, which the viewer sees. */
  readonly of: ConnectionLoader<MessageRow, MessageColumn, null>;
  inbox(request: ConnectionRequest<ConversationColumn, null>): Promise<Connection<ConversationRow>>;
  /** Conversations by the ids of messages in them. */
  readonly conversationOf: RowLoader<ConversationRow & { readonly id: string }, ConversationColumn>;
  /** How many messages of the other side nobody on the viewer's has read, by appointment. */
  readonly unread: GroupLoader<null, number>;
}

const nothing = new Map<string, never>();

export function createMessageLoaders(db: Kysely<Database>, viewer: Viewer, cursors: CursorCodec): MessageLoaders {
  const visible = visibleConversations(viewer);
  const mayRead = mayReadMessages(viewer);
  return {
    byId: createRowLoader('Message', (ids, columns) => messagesByIds(db, ids, visible, columns)),
    newest: createRowLoader('InboxEntry.lastMessage', (ids, columns) =>
      messagesByIds(db, ids, sql<boolean>`true`, columns),
    ),
    of: createConnectionLoader<MessageRow, MessageColumn, null>({
      label: 'Appointment.messages',
      cursors,
      fetch: async (ids, { page, columns }) =>
        mayRead ? Map.groupBy(await messagePages(db, ids, page, columns), (row) => row.appointment_id) : nothing,
      count: async (ids) => (mayRead ? countMessages(db, ids) : nothing),
    }),
    inbox({ page, columns }) {
      const inbox = inboxOf(viewer);
      return readConnection(
        { page, columns },
        cursors,
        async (selected) => (inbox === null ? [] : inboxPage(db, inbox, page, selected)),
        async () => (inbox === null ? 0 : countInbox(db, inbox)),
      );
    },
    conversationOf: createRowLoader('InboxUpdate.entry', (ids, columns) => conversationsOf(db, ids, visible, columns)),
    unread: createGroupLoader({
      label: 'InboxEntry.unreadCount',
      fetch: (appointments) => countUnread(db, appointments, otherSide(viewer.role)),
      absent: () => 0,
    }),
  };
}
