import type { RequestContext } from '@consulta/platform/subgraph/context';
import { mayReadContent } from '../medical-record/policy.ts';
import type { AccessLog } from './access-log.ts';
import type { AccessEntry } from './queries.ts';

/** What the access log asks for of a record. */
interface Subject {
  readonly id: string;
  readonly patient_id: string;
}

/** Takes down what one request reads of medical records, each record once. */
export interface AccessTrail {
  /** The viewer asks for clinical text of a record that they were shown: whether they may have it. */
  opens(record: Subject): boolean;
  /** The viewer asked for a record that was not shown. */
  refused(record: Subject): void;
}

// The nil UUID (RFC 9562) for who has no account: the system and visitors.
const noAccount = '00000000-0000-0000-0000-000000000000';

export function createAccessTrail(log: AccessLog, { viewer, operation, requestId }: RequestContext): AccessTrail {
  const mayRead = mayReadContent(viewer);
  const taken = new Set<string>();
  const takeDown = (record: Subject, outcome: AccessEntry['outcome']): void => {
    if (taken.has(record.id)) return;
    taken.add(record.id);
    log.add({
      at: new Date(),
      account: viewer.account ?? noAccount,
      role: viewer.role,
      patient: record.patient_id,
      record: record.id,
      operation: nameOf(operation),
      requestId: requestId.slice(0, 100),
      outcome,
    });
  };
  return {
    opens(record) {
      takeDown(record, mayRead ? 'granted' : 'denied');
      return mayRead;
    },
    refused: (record) => takeDown(record, 'denied'),
  };
}

/** The client's name of the operation: the gateway's plan adds the subgraph and the step. */
function nameOf(operation: string): string {
  return operation.replace(/__records__\d+$/, '').slice(0, 200);
}

/** The account behind an entry, or null where there was none. */
export function accountOf(account: string): string | null {
  return account === noAccount ? null : account;
}
