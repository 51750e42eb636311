/** Rows of many parents, told apart; each parent's keep their order. */
export function rowsByParent<Row extends { readonly parent_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => row.parent_id);
}

/** Counts of many parents. */
export function countsByParent(
  rows: readonly { readonly parent_id: string; readonly count: number }[],
): Map<string, number> {
  return new Map(rows.map((row) => [row.parent_id, row.count]));
}
