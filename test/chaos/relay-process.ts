import { setTimeout as sleep } from 'node:timers/promises';
import { createEventBus } from '@consulta/platform/event-bus/create-event-bus';
import { createLogger } from '@consulta/platform/logger';
import { newConsumer, openOutbox, schema } from '@consulta/platform/outbox/fixture';
import { createEventBusConsumer } from '@consulta/workers/relay/event-bus-consumer';

// A relay of its own process, to be killed: `node relay-process.ts <database> [<redis>]`. Says 'ready' over IPC.
const [connectionString = '', redisUrl] = process.argv.slice(2);
const outbox = openOutbox(connectionString);
const bus = createEventBus({ redisUrl, connectionString, logger: createLogger({ level: 'silent' }) });
// A moment between each effect and its commit, so that a kill falls into it.
const table = newConsumer('table', () => sleep(1));
await outbox.startRelay([table, createEventBusConsumer(schema, bus)], { pollMillis: 200 });
process.send?.('ready');
process.on('disconnect', () => process.exit(0));
