import pg from 'pg';

const { builtins } = pg.types;

/**
 * How PostgreSQL values arrive in TypeScript: `int8` and `numeric` counts as numbers, calendar dates and
 * wall-clock times as the text PostgreSQL prints (a `Date` would drag the process's own zone into them),
 * instants as `Date`. Columns are `timestamptz(3)`, so a `Date` loses nothing.
 */
export const parsers: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    switch (oid as number) {
      case builtins.INT8:
        return Number;
      case builtins.DATE:
      case builtins.TIME:
        return (text: string) => text;
      default:
        return pg.types.getTypeParser(oid, format);
    }
  },
};
