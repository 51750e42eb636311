import type { Client } from 'pg';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly default: 'none' | 'default' | 'always';
}

/** How platform's parsers hand over each PostgreSQL type. */
const typeScript: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  text: 'string',
  time: 'string',
  timestamptz: 'Date',
  tstzrange: 'string',
  uuid: 'string',
  xid8: 'string',
};

const columnsOfSchema = `
  select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
    case when a.attidentity = 'a' or a.attgenerated <> '' then 'always' when a.atthasdef or a.attidentity = 'd' then 'default' else 'none' end
      as default
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
  where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and c.relname not in ('migration', 'migration_lock') and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`;

/** Kysely's view of one PostgreSQL schema: every table by its unqualified name, columns as the database spells them. */
export async function databaseTypes(client: Client, schema: string): Promise<string> {
  const { rows } = await client.query<Column>(columnsOfSchema, [schema]);
  const tables = [...Map.groupBy(rows, (row) => row.table)];
  const body = tables.map(([table, columns]) => {
    const lines = columns.map((column) => `  ${column.column}: ${columnType(column)};`);
    return `export interface ${interfaceName(table)} {\n${lines.join('\n')}\n}`;
  });
  const database = tables.map(([table]) => `  ${table}: ${interfaceName(table)};`);
  const text = [...body, `export interface Database {\n${database.join('\n')}\n}`, ...jsonValue(body)].join('\n\n');
  const used = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((name) => text.includes(`${name}<`));
  const imports = used.length > 0 ? `import type { ${used.join(', ')} } from 'kysely';\n\n` : '';
  return `// Generated from the migrations of schema ${schema}.\n${imports}${text}\n`;
}

function columnType({ table, column, type, nullable, default: supplied }: Column): string {
  const orNull = nullable ? ' | null' : '';
  // Text in, so that an array is not taken for a PostgreSQL array.
  if (type === 'jsonb') {
    return `ColumnType<JsonValue${orNull}, string${orNull}${supplied === 'none' ? '' : ' | undefined'}, string${orNull}>`;
  }
  const element = typeScript[type.replace(/^_/, '')];
  if (element === undefined) throw new Error(`${table}.${column}: no TypeScript type is known for ${type}`);
  const value = `${element}${type.startsWith('_') ? '[]' : ''}${orNull}`;
  if (supplied === 'none') return value;
  return supplied === 'always' ? `GeneratedAlways<${value}>` : `Generated<${value}>`;
}

function interfaceName(table: string): string {
  return `${table.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Table`;
}

function jsonValue(body: readonly string[]): string[] {
  const isUsed = body.some((text) => text.includes('JsonValue'));
  return isUsed
    ? ['export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };']
    : [];
}
