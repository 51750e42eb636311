import type { Consumer } from '@consulta/platform/outbox/consumer';
import type { Database } from '../generated/database.ts';
import { applyEvents, entryEvents } from './apply.ts';

/** Keeps the directory as providers tells it. */
export const directoryConsumer: Consumer = {
  name: 'appointments.directory',
  source: 'providers',
  eventTypes: entryEvents,
  deliver: (events, delivery) => applyEvents(delivery.transaction<Database>('appointments'), events),
};
