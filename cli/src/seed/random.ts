/** Repeatable chance: the same seed gives the same clinics, people and visits on every machine. */
export interface Random {
  /** At least 0, below 1. */
  fraction(): number;
  /** Both ends included. */
  integer(from: number, to: number): number;
  chance(probability: number): boolean;
  /** @throws {RangeError} where there is no choice */
  pick<T>(choices: readonly T[]): T;
  /** A version 7 uuid that says it was made at that instant. */
  uuid(atMillis: number): string;
}

export function createRandom(seed: number): Random {
  const next = sfc32(seed);
  const fraction = () => next() / 2 ** 32;
  return {
    fraction,
    integer: (from, to) => from + Math.floor(fraction() * (to - from + 1)),
    chance: (probability) => fraction() < probability,
    pick(choices) {
      const picked = choices[Math.floor(fraction() * choices.length)];
      if (picked === undefined) throw new RangeError('there is nothing to pick from');
      return picked;
    },
    uuid(atMillis) {
      const time = hex(atMillis, 12);
      const variant = 0x8000 | (next() & 0x3fff);
      const low = next();
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(low & 0xfff, 3)}-${hex(variant, 4)}-${hex(next(), 8)}${hex(low >>> 16, 4)}`;
    },
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** Small Fast Counter by Chris Doty-Humphrey, which passes PractRand; far more even than a linear generator. */
function sfc32(seed: number): () => number {
  let [a, b, c, counter] = [0, seed | 0, 0x9e3779b9 | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}
