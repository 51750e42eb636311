import { directoryConsumer } from '@consulta/appointments/directory/consumer';
import { createStreamConsumer } from '@consulta/appointments/stream/consumer';
import { createWaitlistConsumer } from '@consulta/appointments/waitlist/consumer';
import { careRelationshipConsumer as patientsCareConsumer } from '@consulta/patients/care-relationship/consumer';
import type { CacheFeed } from '@consulta/platform/cache/feed';
import type { EventBus } from '@consulta/platform/event-bus/event-bus';
import type { Consumer } from '@consulta/platform/outbox/consumer';
import { careRelationshipConsumer as recordsCareConsumer } from '@consulta/records/care-relationship/consumer';
import { cacheSchemas, createCacheConsumer } from './cache-consumer.ts';

/** Whose outboxes the relay keeps small; not each has a consumer. */
export const schemas = ['identity', 'patients', 'providers', 'appointments', 'records'] as const;

/** What consumers reach. */
export interface ConsumerTargets {
  readonly bus: Pick<EventBus, 'publish'>;
  readonly feed: Pick<CacheFeed, 'voidTags'>;
  /** How long the waitlist holds what it offers; default as the consumer's. */
  readonly offerMinutes?: number | undefined;
}

/** Everyone who learns of every change. A new consumer is a line here; its name is kept for ever. */
export function createConsumers({ bus, feed, offerMinutes }: ConsumerTargets): readonly Consumer[] {
  return [
    createStreamConsumer(bus),
    ...cacheSchemas.map((schema) => createCacheConsumer(schema, feed)),
    directoryConsumer,
    createWaitlistConsumer(offerMinutes === undefined ? {} : { offerMinutes }),
    patientsCareConsumer,
    recordsCareConsumer,
  ];
}
