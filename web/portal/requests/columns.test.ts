import { expect, test } from 'vitest';
import { offeredColumns, usualColumns, withColumn, withMoved } from './columns.ts';

test('who has chosen nothing sees what differs from row to row', () => {
  expect(usualColumns({ hasPortals: false, seesOthers: false })).toEqual([
    'key',
    'summary',
    'status',
    'created',
  ]);
  expect(usualColumns({ hasPortals: true, seesOthers: true })).toEqual([
    'key',
    'summary',
    'status',
    'portal',
    'reporter',
    'created',
  ]);
});

test('columns come and go, and move by one place within the list', () => {
  expect(offeredColumns(['summary', 'key']).slice(0, 3)).toEqual(['summary', 'key', 'status']);
  expect(offeredColumns(['summary'])).toHaveLength(9);
  expect(withColumn(['key', 'summary'], 'status', true)).toEqual(['key', 'summary', 'status']);
  expect(withColumn(['key', 'summary'], 'key', false)).toEqual(['summary']);
  expect(withMoved(['key', 'summary'], 'key', 1)).toEqual(['summary', 'key']);
  expect(withMoved(['key', 'summary'], 'key', -1)).toEqual(['key', 'summary']);
  expect(withMoved(['key', 'summary'], 'portal', 1)).toEqual(['key', 'summary']);
});
