import type { StreamEvent } from '@consulta/platform/stream/stream-event';
import type { MessageRow } from './columns.ts';
import type { ConversationRow } from './inbox-columns.ts';

/** An event with what the viewer may see of it. */
export interface MessageUpdateSource {
  readonly event: StreamEvent;
  readonly message: MessageRow;
}

export interface InboxUpdateSource {
  readonly event: StreamEvent;
  readonly entry: ConversationRow;
}

/** What can happen to a message, as clients read it. */
type MessageHappening = 'SENT' | 'READ';

const types: Readonly<Record<string, MessageHappening>> = { 'message.sent': 'SENT', 'message.read': 'READ' };

/** What happened to a message; undefined for all other events. */
export function messageEventType({ type }: StreamEvent): MessageHappening | undefined {
  return types[type];
}
