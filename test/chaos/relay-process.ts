import { setTimeout as sleep } from 'node:timers/promises';
import { createStreamConsumer } from '@consulta/appointments/stream/consumer';
import { createEventBus } from '@consulta/platform/event-bus/create-event-bus';
import { createLogger } from '@consulta/platform/logger';
import type { Consumer } from '@consulta/platform/outbox/consumer';
import { newConsumer, openOutbox } from '@consulta/platform/outbox/fixture';

// A relay of its own process, to be killed: `node relay-process.ts <database> [<redis>]`. Says 'ready' over IPC.
const [connectionString = '', redisUrl] = process.argv.slice(2);
const outbox = openOutbox(connectionString);
const bus = createEventBus({ redisUrl, connectionString, logger: createLogger({ level: 'silent' }) });
// A moment between each effect and its commit, so that a kill falls into it.
const table = newConsumer('table', () => sleep(1));
const stream = createStreamConsumer(bus);
const log: Consumer = {
  ...stream,
  async deliver(events, delivery) {
    await stream.deliver(events, delivery);
    await sleep(2);
  },
};
await outbox.startRelay([table, log], { pollMillis: 100 });
process.send?.('ready');
process.on('disconnect', () => process.exit(0));
