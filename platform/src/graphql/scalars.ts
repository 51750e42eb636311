import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

function invalid(type: string, expected: string, node: ValueNode | null): GraphQLError {
  return new GraphQLError(`${type} must be ${expected}.`, { nodes: node, extensions: { code: 'BAD_USER_INPUT' } });
}

function textScalar<Internal>(
  name: string,
  expected: string,
  parse: (text: string) => Internal | undefined,
  serialize: (value: unknown) => string = String,
): GraphQLScalarType<Internal, string> {
  const read = (value: unknown, node: ValueNode | null): Internal => {
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    if (parsed === undefined) throw invalid(name, expected, node);
    return parsed;
  };
  return new GraphQLScalarType<Internal, string>({
    name,
    serialize,
    parseValue: (value) => read(value, null),
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined, node),
  });
}

/** Undefined instead of a throw: for inputs that may simply be wrong. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const dateShape = /^\d{4}-\d{2}-\d{2}$/;
const localShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const timeShape = /^\d{2}:\d{2}$/;

/** RFC 3339 instants between the years 1900 and 2199, kept to the millisecond; `Date` inside. */
export const DateTime = textScalar<Date>(
  'DateTime',
  'an RFC 3339 instant with an offset, such as 2026-03-29T09:30:00Z',
  (text) => {
    if (!instantShape.test(text)) return undefined;
    // Temporal refuses what Date quietly shifts: 30 February, 24:30, a leap second beyond range.
    const instant = attempt(() => Temporal.Instant.from(text));
    return instant !== undefined && withinYears(text) ? new Date(instant.epochMilliseconds) : undefined;
  },
  (value) => (value instanceof Date ? value.toISOString() : String(value)),
);

/** Calendar dates; `YYYY-MM-DD` text inside, as PostgreSQL reads and prints them. */
export const DateScalar = textScalar<string>('Date', 'a calendar date that exists, as YYYY-MM-DD', (text) =>
  dateShape.test(text) && withinYears(text) && attempt(() => Temporal.PlainDate.from(text, { overflow: 'reject' }))
    ? text
    : undefined,
);

/** Wall-clock times; `HH:MM` text inside. */
export const LocalTime = textScalar<string>(
  'LocalTime',
  'a wall-clock time from 00:00 to 23:59, as HH:MM',
  (text) =>
    timeShape.test(text) && attempt(() => Temporal.PlainTime.from(text, { overflow: 'reject' })) ? text : undefined,
  (value) => String(value).slice(0, 5),
);

/** What clocks show; `YYYY-MM-DDTHH:MM` text inside. */
export const LocalDateTime = textScalar<string>(
  'LocalDateTime',
  'what clocks show, as YYYY-MM-DDTHH:MM',
  (text) =>
    localShape.test(text) && attempt(() => Temporal.PlainDateTime.from(text, { overflow: 'reject' }))
      ? text
      : undefined,
  (value) => String(value).slice(0, 16),
);

/** IANA zone names that this process's time zone data knows. Offsets such as +01:00 are not zones. */
export const TimeZone = textScalar<string>('TimeZone', 'an IANA time zone name, such as Europe/Madrid', (text) =>
  /^[A-Za-z]/.test(text) && attempt(() => new Intl.DateTimeFormat('en', { timeZone: text })) ? text : undefined,
);

function withinYears(text: string): boolean {
  return text >= '1900' && text < '2200';
}

/** Resolver map entries for the scalars of common.graphql. */
export const scalars = { DateTime, Date: DateScalar, LocalTime, LocalDateTime, TimeZone };
