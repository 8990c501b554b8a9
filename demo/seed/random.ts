/** Random choices that are the same for the same seed, on every machine. */
export interface Random {
  /** at least 0, less than 1 */
  next(): number;
  /** a whole number from `from` to `to`, both included */
  integer(from: number, to: number): number;
  /** @throws when there is nothing to choose from */
  pick<T>(from: readonly T[]): T;
  /** true in `share` of all cases, 0 to 1 */
  chance(share: number): boolean;
  /** Chooses one by weight; weights need not add up to anything. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
}

/**
 * Makes a source of random choices: mulberry32 over a hash (FNV-1a) of the seed. Fast and even enough for sample data;
 * never for secrets.
 */
export function createRandom(seed: string): Random {
  let state = hash(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[integer(0, from.length - 1)];
    if (chosen === undefined) throw new Error('There is nothing to choose from');
    return chosen;
  };
  return {
    next,
    integer,
    pick,
    chance: (share) => next() < share,
    weighted(from) {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      const chosen = from.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (chosen ?? pick(from))[0];
    },
  };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
