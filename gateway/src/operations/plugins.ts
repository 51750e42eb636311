import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from '@consulta/platform/logger';
import type { GatewayContext } from '../context.ts';
import { presentationPlugin } from '../http/present-errors.ts';
import { subscriptionPlugin } from '../realtime/admission.ts';
import { knownOperationPlugin } from './known-operation.ts';
import { objectLimitPlugin } from './object-limit.ts';
import { safeTextPlugin } from './safe-text.ts';

/** What every operation goes through, whichever way it comes. */
export function operationPlugins(logger: Logger, development: boolean): ApolloServerPlugin<GatewayContext>[] {
  return [
    knownOperationPlugin,
    safeTextPlugin,
    objectLimitPlugin,
    subscriptionPlugin,
    presentationPlugin(logger, development),
  ];
}
