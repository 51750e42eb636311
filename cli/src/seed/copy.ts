import { finished } from 'node:stream/promises';
import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Cell = string | number | boolean | Date | readonly string[] | null;

/** Streams rows into many tables over one connection, so that all of them can share its transaction. */
export interface CopyWriter {
  /** Parents before children: rows are sent in the order in which the tables were named. */
  table<Column extends string>(name: string, columns: readonly Column[]): (row: Record<Column, Cell>) => void;
  /** Sends what has gathered if it is worth a statement. Call it often: it is where backpressure is felt. */
  breathe(): Promise<void>;
  /** Sends everything and waits until PostgreSQL has it. */
  flush(): Promise<void>;
}

interface Gathering {
  readonly statement: string;
  text: string;
}

const charactersWorthSending = 4_000_000;
const charactersBetweenTurns = 100_000;

export function createCopyWriter(client: Client): CopyWriter {
  const tables: Gathering[] = [];
  let gathered = 0;
  let nextTurn = charactersBetweenTurns;
  let sending: Promise<void> = Promise.resolve();

  async function startSending(): Promise<void> {
    await sending;
    const batches = tables.map(({ statement, text }) => ({ statement, text })).filter(({ text }) => text !== '');
    for (const table of tables) table.text = '';
    gathered = 0;
    nextTurn = charactersBetweenTurns;
    sending = send(client, batches);
    // Until somebody awaits it: rows are made while the previous ones travel.
    sending.catch(() => undefined);
  }

  return {
    table(name, columns) {
      const gathering: Gathering = { statement: `copy ${name} (${columns.join(', ')}) from stdin`, text: '' };
      tables.push(gathering);
      return (row) => {
        const line = `${columns.map((column) => encode(row[column])).join('\t')}\n`;
        gathering.text += line;
        gathered += line.length;
      };
    },
    async breathe() {
      if (gathered < nextTurn) return;
      nextTurn += charactersBetweenTurns;
      if (gathered >= charactersWorthSending) await startSending();
      // What is being sent moves only while nothing else runs.
      await eventLoopTurn();
    },
    async flush() {
      await startSending();
      await sending;
    },
  };
}

async function send(client: Client, batches: readonly Gathering[]): Promise<void> {
  for (const { statement, text } of batches) {
    const stream = client.query(copyFrom(statement));
    stream.end(text);
    await finished(stream);
  }
}

/** COPY's text format. Source: PostgreSQL's manual, COPY, "Text Format". */
function encode(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string') return escaped(cell);
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === 'object') return escaped(`{${cell.map((item) => JSON.stringify(item)).join(',')}}`);
  return String(cell);
}

const special = /[\\\t\n\r]/g;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(text: string): string {
  return text.replace(special, (character) => escapes[character] ?? character);
}
