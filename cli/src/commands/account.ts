import { stdin } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { createAccount, EmailTakenError, setAccountStatus } from '@consulta/gateway/auth/accounts';
import type { Database } from '@consulta/gateway/generated/database';
import { poolConfig } from '@consulta/platform/config/pool-config';
import { type NodeType, parseGlobalId } from '@consulta/platform/identifiers/global-id';
import { emailAddress } from '@consulta/platform/input/fields';
import { createLogger } from '@consulta/platform/logger';
import { createMetrics } from '@consulta/platform/metrics';
import { sendPoke } from '@consulta/platform/outbox/poke';
import { createKysely } from '@consulta/platform/postgres/kysely';
import { createPool } from '@consulta/platform/postgres/pool';
import { createUnitOfWork, type UnitOfWork } from '@consulta/platform/unit-of-work';
import { type Command, orFault } from '../command.ts';
import { type Config, readConfig } from '../config.ts';
import { joinDatabase } from '../database/open.ts';
import { Fault } from '../fault.ts';

const roles = { patient: 'PATIENT', doctor: 'DOCTOR', staff: 'STAFF', admin: 'ADMIN' } as const;
const shortestPassword = 12;

type Action = (identity: UnitOfWork<Database>, email: string, options: Options) => Promise<void>;
const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['create', create],
  ['disable', (identity, email) => setStatus(identity, email, 'disabled')],
  ['enable', (identity, email) => setStatus(identity, email, 'active')],
]);

export const account: Command = {
  summary: 'Create, disable and enable the accounts that people sign in with.',
  help: `Usage: consulta account create EMAIL --role admin|staff|doctor|patient --name NAME
                               [--clinic ID …] [--doctor ID] [--patient ID]
       consulta account disable EMAIL
       consulta account enable EMAIL

create asks for the password, or reads it from standard input. --clinic says where staff works (as often as needed),
--doctor and --patient who a doctor or a patient is, each by its id in the graph.
A disabled account is shut out within seconds, mostly at once, live tokens included.`,

  async run(args, env) {
    const { positionals, values } = orFault(() =>
      parseArgs({
        args,
        allowPositionals: true,
        options: {
          role: { type: 'string' },
          name: { type: 'string' },
          clinic: { type: 'string', multiple: true },
          doctor: { type: 'string' },
          patient: { type: 'string' },
        },
      }),
    );
    const [action, email, ...rest] = positionals;
    const act = actions.get(action ?? '');
    if (act === undefined) throw new Fault('say create, disable or enable: see consulta account --help');
    if (email === undefined || rest.length > 0 || !emailAddress.safeParse(email).success) {
      throw new Fault('name one e-mail address: see consulta account --help');
    }
    return withIdentity(readConfig(env), (identity) => act(identity, email, values));
  },
};

interface Options {
  readonly role?: string | undefined;
  readonly name?: string | undefined;
  readonly clinic?: readonly string[] | undefined;
  readonly doctor?: string | undefined;
  readonly patient?: string | undefined;
}

async function create(identity: UnitOfWork<Database>, email: string, options: Options): Promise<void> {
  const role = Object.entries(roles).find(([name]) => name === options.role)?.[1];
  if (role === undefined) throw new Fault(`--role must be one of ${Object.keys(roles).join(', ')}`);
  if (options.name === undefined || options.name.trim() === '') throw new Fault('--name must say what to call them');
  const person = {
    patient: role === 'PATIENT' ? uuidOf('Patient', options.patient, '--patient') : null,
    doctor: role === 'DOCTOR' ? uuidOf('Doctor', options.doctor, '--doctor') : null,
    clinics: (options.clinic ?? []).map((clinic) => uuidOf('Clinic', clinic, '--clinic')),
  };
  const password = await readPassword();
  if (password.length < shortestPassword) throw new Fault(`a password has at least ${shortestPassword} characters`);
  try {
    await createAccount(identity, { email, password, displayName: options.name.trim(), role, ...person });
  } catch (error) {
    if (error instanceof EmailTakenError) throw new Fault(`${email} has an account already`, { cause: error });
    throw error;
  }
  console.log(`${email} may sign in as ${role}.`);
}

async function setStatus(identity: UnitOfWork<Database>, email: string, status: 'active' | 'disabled'): Promise<void> {
  if (!(await setAccountStatus(identity, email, status))) throw new Fault(`${email} has no account`);
  console.log(status === 'active' ? `${email} may sign in again.` : `${email} is shut out.`);
}

function uuidOf(type: NodeType, id: string | undefined, option: string): string {
  const parsed = parseGlobalId(id ?? '');
  if (parsed?.type !== type) throw new Fault(`${option} must be the id of a ${type}`);
  return parsed.uuid;
}

/** The first line of standard input; typed unseen where that is a terminal. */
async function readPassword(): Promise<string> {
  if (stdin.isTTY) process.stderr.write('Password: ');
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: unseen, terminal: stdin.isTTY });
  try {
    return (await lines[Symbol.asyncIterator]().next()).value ?? '';
  } finally {
    lines.close();
    if (stdin.isTTY) process.stderr.write('\n');
  }
}

async function withIdentity(config: Config, work: (identity: UnitOfWork<Database>) => Promise<void>): Promise<void> {
  const database = await joinDatabase(config, 'account', console.error);
  const settings = { ...config, DATABASE_URL: database.connectionString, POOL_MIN: 0 };
  const logger = createLogger({ level: config.LOG_LEVEL });
  const pool = createPool(poolConfig(settings, 'consulta account'), { logger, metrics: createMetrics() });
  const db = createKysely<Database>(pool, 'identity');
  let poked = Promise.resolve();
  const poke = (types: readonly string[]): void => {
    poked = sendPoke(db, { schema: 'identity', types, logger });
  };
  try {
    await work(createUnitOfWork({ db, schema: 'identity', poke }));
  } finally {
    await poked;
    await pool.end();
    await database.close();
  }
}
