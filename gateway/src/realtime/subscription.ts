import type { DocumentNode } from 'graphql';

/** A subscription that parsed and validated. */
export interface SubscriptionOperation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A subscription as a connection hands it over: it is within all limits. */
export interface Admitted {
  readonly operation: SubscriptionOperation;
  /** Stands for the document's text. */
  readonly textHash: string;
}
