import { directoryConsumer } from '@consulta/appointments/directory/consumer';
import { careRelationshipConsumer as patientsCareConsumer } from '@consulta/patients/care-relationship/consumer';
import type { CacheFeed } from '@consulta/platform/cache/feed';
import type { EventBus } from '@consulta/platform/event-bus/event-bus';
import type { Consumer } from '@consulta/platform/outbox/consumer';
import { careRelationshipConsumer as recordsCareConsumer } from '@consulta/records/care-relationship/consumer';
import { cacheSchemas, createCacheConsumer } from './cache-consumer.ts';
import { createEventBusConsumer } from './event-bus-consumer.ts';

const schemas = ['identity', 'patients', 'providers', 'appointments', 'records'] as const;

/** Everyone who learns of every change. A new consumer is a line here; its name is kept for ever. */
export function createConsumers(
  bus: Pick<EventBus, 'publish'>,
  feed: Pick<CacheFeed, 'voidTags'>,
): readonly Consumer[] {
  return [
    ...schemas.map((schema) => createEventBusConsumer(schema, bus)),
    ...cacheSchemas.map((schema) => createCacheConsumer(schema, feed)),
    directoryConsumer,
    patientsCareConsumer,
    recordsCareConsumer,
  ];
}
