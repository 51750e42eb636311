/** A row as JSON, which knows no instants: they are marked, so that no list of columns has to name them. */
export type KeptRow = Readonly<Record<string, unknown>>;

interface Instant {
  readonly instant: string;
}

export function toKeptRow(row: object): KeptRow {
  return mapValues(row, (value) => (value instanceof Date ? { instant: value.toISOString() } : value));
}

/** The row as the database gave it. */
export function fromKeptRow<Row>(kept: KeptRow): Row {
  return mapValues(kept, (value) => (isInstant(value) ? new Date(value.instant) : value)) as Row;
}

function mapValues(row: object, map: (value: unknown) => unknown): KeptRow {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, map(value)]));
}

function isInstant(value: unknown): value is Instant {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'instant' in value;
}
