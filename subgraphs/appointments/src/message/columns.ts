import type { Ordering } from '@consulta/platform/connection/ordering';
import type { ColumnMap } from '@consulta/platform/projection/columns';
import type { Selectable } from 'kysely';
import type { Database } from '../generated/database.ts';

type Receipt = Selectable<Database['message_receipt']>;

/** A message with its receipt, where it was read. */
export type MessageRow = Selectable<Database['message']> & {
  readonly [Column in 'read_at' | 'reader_role']: Receipt[Column] | null;
};
export type MessageColumn = keyof MessageRow;

/** The columns behind each field of `Message`. */
export const messageColumns: ColumnMap<MessageColumn> = {
  appointment: ['appointment_id'],
  authorRole: ['author_role'],
  isMine: ['author_account'],
  body: ['body'],
  sentAt: ['sent_at'],
  readAt: ['read_at'],
  readBy: ['reader_role'],
};

export const messageOrdering = {
  name: 'appointment.messages',
  direction: 'asc',
  keys: [
    { column: 'sent_at', type: 'timestamptz' },
    { column: 'id', type: 'uuid' },
  ],
} as const satisfies Ordering<MessageColumn>;
