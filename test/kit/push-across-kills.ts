import { setTimeout as sleep } from 'node:timers/promises';
import { type AppointmentChanges, type MadeChange, nameOf, type Watchable } from './appointment-changes.ts';
import { type AppointmentFollower, followAppointments, watchesOf } from './appointment-follower.ts';

/** A process that serves the graph. */
export interface Victim {
  readonly url: string;
  /** With -9. Resolves when it is gone. */
  kill(): Promise<void>;
}

export interface KillOptions {
  readonly changes: AppointmentChanges;
  readonly start: () => Promise<Victim>;
  readonly signIn: (url: string) => Promise<string>;
  readonly followers: number;
  /** How many changes are made while processes die. */
  readonly changeCount: number;
  /** What is watched and changed. */
  readonly appointments: readonly Watchable[];
}

/** What came to all followers together, held against what happened. */
export interface KillReport {
  readonly followers: number;
  readonly changes: number;
  readonly updates: number;
  /** Beyond the first of each follower. */
  readonly reconnections: number;
  readonly missing: number;
  readonly twice: number;
  readonly outOfOrder: number;
  /** What ended somebody's subscription. */
  readonly refusals: readonly unknown[];
}

const changesAtOnce = 4;
const patienceMillis = 60_000;

/**
 * Two processes serve followers while appointments change; one is killed, the followers go to the other, the first is
 * started again, and the other is killed. At the end everybody should have all, once and in order.
 */
export async function pushAcrossKills(options: KillOptions): Promise<KillReport> {
  const { changes, start, appointments, changeCount } = options;
  const made: MadeChange[] = [];
  let there = [await start(), await start()];
  const token = await options.signIn(there[0]?.url ?? '');
  let turn = 0;
  const balance = () => there[turn++ % there.length]?.url ?? '';
  const followers = watchesOf(appointments, options.followers).map((watch) =>
    followAppointments(balance, token, watch),
  );
  /** Changes each of some appointments once, a few at the same time. */
  const changeEach = async (ones: Iterator<Watchable>): Promise<void> => {
    const work = async () => {
      for (let one = ones.next(); !one.done; one = ones.next()) made.push(await changes.change(one.value));
    };
    await Promise.all(Array.from({ length: changesAtOnce }, work));
  };
  const each = () => changeEach(appointments.values());
  const untilAll = async (isDone: (follower: AppointmentFollower) => boolean): Promise<boolean> => {
    for (const until = Date.now() + patienceMillis; !followers.every(isDone); await sleep(20)) {
      if (Date.now() > until) return false;
    }
    return true;
  };

  try {
    // Who has heard of nothing has no cursor to come back with.
    for (let round = 0; followers.some(({ updates }) => updates.length === 0) && round < 100; round += 1) {
      await each();
      await sleep(200);
    }
    for (const _ of [1, 2]) {
      const before = made.length;
      const changing = changeEach(cycle(appointments, changeCount / 2));
      while (made.length - before < changeCount / 5) await sleep(5);
      const [victim, ...others] = there;
      there = others;
      await victim?.kill();
      there = [...others, await start()];
      await changing;
    }
    // Nothing comes after the last update of each that was due before it.
    await each();
    const last = new Map(made.map((change) => [change.appointment, change.version]));
    await untilAll(({ updates, watch }) =>
      appointments.filter(watch.concerns).every(({ appointment }) => {
        const version = last.get(appointment);
        return updates.some((update) => update.appointment === appointment && update.version === version);
      }),
    );
    const positions = await changes.positions(appointments);
    const faults = followers.map((follower) => faultsOf(follower, appointments, made, positions));
    const sum = (count: (fault: Faults) => number) => faults.reduce((total, fault) => total + count(fault), 0);
    return {
      followers: followers.length,
      changes: made.length,
      updates: followers.reduce((total, { updates }) => total + updates.length, 0),
      reconnections: followers.reduce((total, { connections }) => total + connections - 1, 0),
      missing: sum(({ missing }) => missing),
      twice: sum(({ twice }) => twice),
      outOfOrder: sum(({ outOfOrder }) => outOfOrder),
      refusals: followers.map(({ refusal }) => refusal).filter((refusal) => refusal !== undefined),
    };
  } finally {
    for (const follower of followers) follower.stop();
    await Promise.all(there.map((victim) => victim.kill()));
  }
}

type Faults = Pick<KillReport, 'missing' | 'twice' | 'outOfOrder'>;

/** @param positions of all changes in the log; one that the log lacks is missing for everybody */
function faultsOf(
  { updates, watch }: AppointmentFollower,
  appointments: readonly Watchable[],
  made: readonly MadeChange[],
  positions: ReadonlyMap<string, number>,
): Faults {
  const seen = new Set<string>();
  let [twice, outOfOrder, last] = [0, 0, 0];
  for (const update of updates) {
    const name = nameOf(update);
    const position = positions.get(name) ?? 0;
    if (seen.has(name)) twice += 1;
    else if (position <= last) outOfOrder += 1;
    seen.add(name);
    last = Math.max(last, position);
  }
  const [first] = updates;
  // What happened before it was there is not its own.
  const start = first === undefined ? 0 : (positions.get(nameOf(first)) ?? 0);
  const watched = new Set(appointments.filter(watch.concerns).map(({ appointment }) => appointment));
  const due = made.filter(
    (change) => watched.has(change.appointment) && (positions.get(nameOf(change)) ?? start) >= start,
  );
  return { missing: due.filter((change) => !seen.has(nameOf(change))).length, twice, outOfOrder };
}

function* cycle<Item>(items: readonly Item[], count: number): Generator<Item> {
  for (let left = count; left > 0 && items.length > 0; left -= items.length) yield* items.slice(0, left);
}
