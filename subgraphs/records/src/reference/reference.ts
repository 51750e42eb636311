/** An entity of another subgraph, known here by its uuid alone. */
export interface Reference {
  readonly uuid: string;
}
