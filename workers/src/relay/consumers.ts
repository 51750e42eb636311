import { directoryConsumer } from '@consulta/appointments/directory/consumer';
import { createWaitlistConsumer } from '@consulta/appointments/waitlist/consumer';
import { careRelationshipConsumer as patientsCareConsumer } from '@consulta/patients/care-relationship/consumer';
import type { EventBus } from '@consulta/platform/event-bus/event-bus';
import type { Consumer } from '@consulta/platform/outbox/consumer';
import { careRelationshipConsumer as recordsCareConsumer } from '@consulta/records/care-relationship/consumer';
import { createEventBusConsumer } from './event-bus-consumer.ts';

const schemas = ['identity', 'patients', 'providers', 'appointments', 'records'] as const;

/**
 * Everyone who learns of every change. A new consumer is a line here; its name is kept for ever.
 *
 * @param offerMinutes how long the waitlist holds what it offers; default as the consumer's
 */
export function createConsumers(bus: Pick<EventBus, 'publish'>, offerMinutes?: number): readonly Consumer[] {
  return [
    ...schemas.map((schema) => createEventBusConsumer(schema, bus)),
    directoryConsumer,
    createWaitlistConsumer(offerMinutes === undefined ? {} : { offerMinutes }),
    patientsCareConsumer,
    recordsCareConsumer,
  ];
}
