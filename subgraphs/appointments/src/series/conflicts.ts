/** A visit of a series that cannot be. Kept with the outcome of a request: codes and times only, nothing of a person. */
export type SeriesConflict = {
  readonly number: number;
  /** ISO 8601. */
  readonly start: string;
  readonly code: string;
  readonly message: string;
};

/** What became of a request for many visits at once; `series` is null where nothing was done because of the conflicts. */
export type SeriesOutcome = {
  readonly series: string | null;
  readonly conflicts: readonly SeriesConflict[];
};

export function conflictAt(
  { number, start }: { readonly number: number; readonly start: Date },
  { code, message }: { readonly code: string; readonly message: string },
): SeriesConflict {
  return { number, start: start.toISOString(), code, message };
}

/** @param series uuid, or null where the conflicts stopped it */
export function outcomeOf(series: string | null, conflicts: readonly SeriesConflict[]): SeriesOutcome {
  return { series, conflicts: conflicts.toSorted((a, b) => a.number - b.number) };
}
