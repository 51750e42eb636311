import { payload } from '@consulta/platform/mutation/payload';
import type { ProjectionInfo } from '@consulta/platform/projection/columns';
import type { Context } from '../context.ts';
import type { UserErrorCode } from '../generated/resolvers.ts';
import type { SeriesRow } from './columns.ts';
import type { SeriesOutcome } from './conflicts.ts';
import { readBack } from './projection.ts';
import { seriesConflict } from './refusals.ts';

/** Answers with the series and the conflicts of a use case; where these stopped it, with SERIES_CONFLICT. */
export const withConflicts =
  (useCase: (context: Context, input: unknown) => Promise<SeriesOutcome>) =>
  async (_: unknown, { input }: { readonly input: unknown }, context: Context, info: ProjectionInfo) => {
    let met: SeriesOutcome['conflicts'] = [];
    const answer = await payload<'appointmentSeries', SeriesRow | null, UserErrorCode>(
      'appointmentSeries',
      async () => {
        const { series, conflicts } = await useCase(context, input);
        met = conflicts;
        if (series === null) throw seriesConflict();
        return readBack(context, info, series);
      },
    );
    const conflicts = met.map(({ start, code, ...same }) => ({
      ...same,
      start: new Date(start),
      code: code as UserErrorCode,
    }));
    return { ...answer, conflicts };
  };
