/** A calendar month in UTC, such as `2026-11`. Partitions are cut at its first instant, whatever the clinics' zones. */
export type Month = `${number}-${number}`;

/** @throws {RangeError} where `text` is no month */
export function parseMonth(text: string): Month {
  const month = /^\d{4}-\d{2}$/.test(text) ? Temporal.PlainYearMonth.from(text) : undefined;
  if (month === undefined) throw new RangeError(`not a month: ${JSON.stringify(text)} (such as 2026-11)`);
  return month.toString() as Month;
}

export function currentMonth(): Month {
  return Temporal.Now.plainDateISO('UTC').toPlainYearMonth().toString() as Month;
}

export function addMonths(month: Month, months: number): Month {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString() as Month;
}

/** Every month from `first` to `last`, both included. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The instant at which a month begins, as PostgreSQL and Temporal both read it. */
export function firstInstant(month: Month): string {
  return `${month}-01T00:00:00Z`;
}
