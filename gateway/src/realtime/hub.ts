import { setTimeout as sleep } from 'node:timers/promises';
import { serviceUnavailable } from '@consulta/platform/graphql/errors';
import type { Logger } from '@consulta/platform/logger';
import type { OpenedStream } from '@consulta/platform/stream/stream-event';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { presentError, presentFailure } from '../http/present-errors.ts';
import { type Group, type GroupDependencies, type Member, openGroup } from './group.ts';
import { cursorVariableOf, sharedKeyOf } from './operation-key.ts';
import { assertKept, replay } from './replay.ts';
import type { StreamLog } from './stream-log.ts';
import type { Admitted, SubscriptionOperation } from './subscription.ts';
import type { SubscriptionExecutor } from './subscription-executor.ts';

const attempts = 5;
const againAfterMillis = 300;

/** Brings together what happens and who wants to know. */
export interface Hub {
  /**
   * @param context who asks; rights are read again for each event
   * @returns ends the subscription without a word to the member; or why there is none
   */
  subscribe(
    admitted: Admitted,
    context: GatewayContext,
    member: Member,
  ): Promise<(() => void) | { readonly errors: readonly GraphQLFormattedError[] }>;
}

export interface HubDependencies extends GroupDependencies {
  readonly executor: SubscriptionExecutor;
  readonly log: StreamLog;
  readonly logger: Logger;
}

export function createHub(dependencies: HubDependencies): Hub {
  const { executor, log, logger, metrics } = dependencies;
  const groups = new Map<string, Promise<Group>>();
  const opening = new Map<string, Promise<OpenedStream | { readonly errors: readonly GraphQLError[] }>>();

  /** A thousand clients that come back at the same time with the same cursor ask the graph once. */
  const open = (key: string, operation: SubscriptionOperation, context: GatewayContext) => {
    const known = opening.get(key);
    if (known !== undefined) return known;
    const own = executor.open(operation, context).finally(() => opening.delete(key));
    opening.set(key, own);
    return own;
  };

  const join = async (
    key: string,
    operation: SubscriptionOperation,
    account: string | null,
    topics: readonly string[],
    member: Member,
  ): Promise<Group> => {
    for (;;) {
      const known = groups.get(key);
      const opened = known ?? openGroup(dependencies, operation, account, topics, () => forget(key, opened));
      if (known === undefined) {
        groups.set(key, opened);
        metrics.groups.inc();
        opened.catch(() => forget(key, opened));
      }
      const group = await opened;
      // Its last member left meanwhile.
      if (group.isOver) continue;
      group.add(member);
      return group;
    }
  };
  const forget = (key: string, opened: Promise<Group>): void => {
    if (groups.get(key) === opened) groups.delete(key);
    metrics.groups.dec();
  };

  const replayOrEnd = async (group: Group, member: Member): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await replay(log, group, member, metrics);
        return;
      } catch (err) {
        logger.warn({ err }, 'what a client missed cannot be read');
        if (attempt === attempts) break;
        await sleep(againAfterMillis * attempt, undefined, { ref: false });
      }
    }
    if (group.remove(member)) member.end([serviceUnavailable('The log of events does not answer.').toJSON()]);
  };

  return {
    async subscribe({ operation, textHash }, context, member) {
      const cursorVariable = cursorVariableOf(operation);
      const sharedKey = sharedKeyOf(operation, textHash, context.viewer, cursorVariable);
      const cursor = cursorVariable === undefined ? null : (operation.variables[cursorVariable] ?? null);
      try {
        const stream = await open(`${JSON.stringify(cursor)}\n${sharedKey}`, operation, context);
        if ('errors' in stream) {
          const { requestId } = context;
          return { errors: stream.errors.map((error) => presentError(error, operation.document, requestId, logger)) };
        }
        const { topics, after } = stream;
        if (after !== null) await assertKept(log, after);
        const key = `${topics.join('\n')}\n${sharedKey}`;
        const group = await join(key, operation, context.viewer.account, topics, member);
        if (after === null) {
          member.seen = group.delivered;
          member.isLive = true;
        } else {
          member.seen = after;
          void replayOrEnd(group, member);
        }
        return () => void group.remove(member);
      } catch (error) {
        return { errors: [presentFailure(error, context.requestId, logger)] };
      }
    },
  };
}
