import { longestHorizonDays } from './plan.ts';
import { day, type ZoneClock, zoneClocks } from './zone-clock.ts';

/** A month beyond what anybody plans; nothing that is over is offered. */
const reachDays = { back: 7, ahead: longestHorizonDays + 30 };

/**
 * Clocks for all the time that can be booked, made anew each day and shared by all requests of it: looking up when a zone
 * changes its clocks costs more than telling a time.
 */
export function createClocks(now: () => Date): (timeZone: string) => ZoneClock {
  let today = Number.NaN;
  let clockOf: (timeZone: string) => ZoneClock;
  return (timeZone) => {
    const date = Math.floor(now().getTime() / day);
    if (date !== today) {
      clockOf = zoneClocks({ start: (date - reachDays.back) * day, end: (date + reachDays.ahead) * day });
      today = date;
    }
    return clockOf(timeZone);
  };
}
