import { RESERVED_CHARACTERS_REGEX, RESERVED_WORDS } from '@atlaskit/jql-ast';

/** What was meant by a word that is none of those known: the one that a slip or two make of it. Undefined: nothing is near. */
export function closestTo(word: string, known: readonly string[]): string | undefined {
  const wanted = word.toLowerCase().slice(0, 100);
  const most = wanted.length <= 3 ? 1 : wanted.length <= 7 ? 2 : 3;
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const distance = slips(wanted, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** How many letters were left out, added, changed or swapped with their neighbour. */
function slips(a: string, b: string): number {
  let last: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (last[j - 2] ?? 0) + 1);
      }
      next.push(least);
    }
    last = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** A word as it is written in a query: in quotes where it must be. */
export function quoted(word: string): string {
  const isPlain =
    word !== '' && !RESERVED_CHARACTERS_REGEX.test(word) && !RESERVED_WORDS.has(word.toLowerCase());
  return isPlain && !word.includes('\\') ? word : `"${word.replaceAll(/["\\]/g, '\\$&')}"`;
}
