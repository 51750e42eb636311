import type { Ordering } from '@consulta/platform/connection/ordering';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Selectable } from 'kysely';
import type { Database } from '../generated/database.ts';

export type ConversationRow = Selectable<Database['conversation']>;
export type ConversationColumn = keyof ConversationRow;

/** The columns behind each field of `InboxEntry`. */
export const inboxColumns: ColumnMap<ConversationColumn> = {
  lastMessage: ['last_message_id'],
};

export const inboxOrdering = {
  name: 'viewer.inbox',
  direction: 'desc',
  keys: [
    { column: 'last_sent_at', type: 'timestamptz' },
    { column: 'appointment_id', type: 'uuid' },
  ],
} as const satisfies Ordering<ConversationColumn>;
