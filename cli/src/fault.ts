/** A failure the operator can act on: shown as its one line, without a stack trace. */
export class Fault extends Error {
  override readonly name = 'Fault';
}

/** The errno code of a failed system call, or undefined. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The message of whatever was thrown, as one line. */
export function oneLine(error: unknown): string {
  const text = error instanceof AggregateError && error.errors.length > 0 ? String(error.errors[0]) : String(error);
  return text
    .replace(/^(\w*Error|error|Fault): /, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
}
