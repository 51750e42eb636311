import { violates } from '@consulta/platform/postgres/errors';
import type { UserError } from '@consulta/platform/user-error';

/**
 * Lets the database judge what only it can (another transaction may be changing the same rows), and says its verdict
 * in the input's terms.
 *
 * @param refusals by the name of the violated constraint
 */
export async function withRefusals<Result>(
  work: Promise<Result>,
  refusals: Readonly<Record<string, UserError>>,
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    for (const [constraint, refusal] of Object.entries(refusals)) {
      if (violates(error, constraint)) throw refusal;
    }
    throw error;
  }
}
