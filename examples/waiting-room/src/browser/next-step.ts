import type { Client, TypedDocumentNode } from '@urql/core';
import { answerOf } from './answer.ts';
import type { Column, Visit } from './board.ts';
import {
  CheckInDocument,
  FulfilDocument,
  MarkArrivedDocument,
  type MarkArrivedMutation,
} from './generated/documents.ts';

type Outcome = MarkArrivedMutation;
type Variables = { readonly appointment: string; readonly version: number };

interface Step {
  readonly label: string;
  readonly document: TypedDocumentNode<Outcome, Variables>;
}

/** What is done next with a visit of a column. */
export const nextSteps: Readonly<Partial<Record<Column, Step>>> = {
  BOOKED: { label: 'Mark arrived', document: MarkArrivedDocument },
  ARRIVED: { label: 'Check in', document: CheckInDocument },
  CHECKED_IN: { label: 'Complete', document: FulfilDocument },
};

/**
 * Takes a step, unless somebody else changed the visit meanwhile.
 *
 * @throws {Error} why it was refused
 */
export async function take(graph: Client, { document }: Step, { id, version }: Visit): Promise<Visit> {
  const { outcome } = await answerOf(graph.mutation(document, { appointment: id, version }));
  const [refusal] = outcome.userErrors;
  if (refusal !== undefined) throw new Error(refusal.message);
  if (outcome.appointment == null) throw new Error('The server answered nothing.');
  return outcome.appointment;
}
