import { UserError } from '@consulta/platform/user-error';

export function seriesConflict(): UserError {
  return new UserError('SERIES_CONFLICT', 'Not all appointments of the series can be where they would have to.');
}

export function notInSeries(): UserError {
  return new UserError('NOT_IN_SERIES', 'The appointment belongs to no series.', ['appointment']);
}

export function seriesVersionConflict(): UserError {
  return new UserError('VERSION_CONFLICT', 'The series changed since you read it.', ['expectedVersion']);
}

/** One of its appointments is with others than a moment before, when it was looked up who these are. */
export function changedMeanwhile(): UserError {
  return new UserError('VERSION_CONFLICT', 'An appointment of the series changed in this moment.', ['appointment']);
}
