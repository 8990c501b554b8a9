import type { Random } from './random.ts';
import type { PlannedStep } from './steps.ts';

const praise = [
  'Quick and friendly, thank you!',
  'Solved within the hour. Perfect.',
  'The technician explained what had gone wrong. I liked that.',
  'Great service, as always.',
];
const mixed = ['It works again, but I had to ask twice.', 'Good work. It could have been faster.'];
const complaint = [
  'Took far too long, and nobody told us why.',
  'We are still not sure that it will not happen again.',
];
const work = [
  'Phone call with the customer and remote check',
  'Looked through the logs, tried it on our own machine',
  'Ordered the part and updated the service file',
  'Checked the account and wrote the answer',
];

/**
 * Draws what stands beside a request that was resolved: work that its agents logged, and what the customer thought of it.
 *
 * @param steps what happens to the request until now, in order
 * @returns the same with what was drawn, in order
 */
export function drawBeside(
  random: Random,
  steps: readonly PlannedStep[],
  { reporter, now }: { reporter: string; now: Date },
): PlannedStep[] {
  const last = steps.findLast(({ kind }) => ['start', 'wait', 'resolve', 'reopen'].includes(kind));
  if (last?.kind !== 'resolve' || last.actor === reporter) return [...steps];
  const drawn: PlannedStep[] = [];
  if (random.chance(0.35)) {
    drawn.push({
      at: new Date(last.at.getTime() + 60_000),
      actor: last.actor,
      kind: 'log',
      minutes: 5 * random.integer(2, 30),
      body: random.pick(work),
    });
  }
  if (random.chance(0.4)) {
    const rating = random.weighted([
      [5, 52],
      [4, 28],
      [3, 11],
      [2, 6],
      [1, 3],
    ]);
    const words = rating >= 4 ? praise : rating === 3 ? mixed : complaint;
    drawn.push({
      at: new Date(last.at.getTime() + random.integer(10, 2_000) * 60_000),
      actor: reporter,
      kind: 'rate',
      rating,
      words: random.chance(0.6) ? random.pick(words) : '',
    });
  }
  return [...steps, ...drawn.filter(({ at }) => at <= now)].sort((a, b) => a.at.getTime() - b.at.getTime());
}
