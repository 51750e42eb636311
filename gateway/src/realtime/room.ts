import { setTimeout as sleep } from 'node:timers/promises';

const lookAgainMillis = 20;

/** Undefined where there is room; else resolves once there is. */
export function roomIn(hasRoom: () => boolean): Promise<void> | undefined {
  return hasRoom() ? undefined : untilRoomIn(hasRoom);
}

async function untilRoomIn(hasRoom: () => boolean): Promise<void> {
  while (!hasRoom()) await sleep(lookAgainMillis, undefined, { ref: false });
}
