import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TooManyTries } from '../../platform/http/errors.ts';
import { QuerySlots } from './query-slots.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const limits = { total: 3, perPerson: 2, waitMs: 5_000, mostWaiting: 3, things: 'searches' };

/** What has become of it so far. */
function watched(slot: Promise<() => void>) {
  const state: { outcome: string; release: () => void } = { outcome: 'waits', release: () => {} };
  slot.then(
    (release) => Object.assign(state, { outcome: 'runs', release }),
    (error: unknown) =>
      Object.assign(state, { outcome: error instanceof TooManyTries ? error.message : 'failed' }),
  );
  return state;
}
const settled = () => vi.advanceTimersByTimeAsync(0);

test('one person does two at once, and all together three', async () => {
  const slots = new QuerySlots(limits);
  const all = ['anna', 'anna', 'anna', 'otto', 'ada'].map((who) => watched(slots.take(who)));
  await settled();
  expect(all.map(({ outcome }) => outcome)).toEqual(['runs', 'runs', 'waits', 'runs', 'waits']);

  // Otto's is over: Ada goes before Anna, who has two.
  all[3]?.release();
  all[3]?.release();
  await settled();
  expect(all.map(({ outcome }) => outcome)).toEqual(['runs', 'runs', 'waits', 'runs', 'runs']);

  all[0]?.release();
  await settled();
  expect(all[2]?.outcome).toBe('runs');
});

test('who waits too long is told whose searches are in the way', async () => {
  const slots = new QuerySlots(limits);
  const all = ['anna', 'anna', 'otto', 'anna', 'ada'].map((who) => watched(slots.take(who)));
  await vi.advanceTimersByTimeAsync(4_999);
  expect(all[3]?.outcome).toBe('waits');
  await vi.advanceTimersByTimeAsync(1);
  expect(all[3]?.outcome).toMatch(/^You have 2 searches running/);
  expect(all[4]?.outcome).toMatch(/^Too many searches are running/);

  // Nobody waits any more: what is given back is there for who comes next.
  for (const { release } of all) release();
  const next = ['ada', 'ada', 'otto'].map((who) => watched(slots.take(who)));
  await settled();
  expect(next.map(({ outcome }) => outcome)).toEqual(['runs', 'runs', 'runs']);
});

test('not everybody waits', async () => {
  const slots = new QuerySlots(limits);
  const all = Array.from({ length: 7 }, (_, at) => watched(slots.take(`person ${at}`)));
  await settled();
  expect(all.map(({ outcome }) => outcome.slice(0, 8))).toEqual([
    ...['runs', 'runs', 'runs'],
    ...['waits', 'waits', 'waits'],
    'Too many',
  ]);
});
