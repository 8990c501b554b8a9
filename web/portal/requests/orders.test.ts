import { expect, test } from 'vitest';
import { directionOf, nextOrder } from './orders.ts';

test('the head of a column sorts by it, newest or open ones first, and then the other way round', () => {
  expect(nextOrder('updated', '-created')).toBe('-updated');
  expect(nextOrder('updated', '-updated')).toBe('updated');
  expect(nextOrder('updated', 'updated')).toBe('-updated');
  expect(nextOrder('status', 'created')).toBe('status');
  expect(nextOrder('status', 'status')).toBe('-status');
  expect(nextOrder('summary', 'status')).toBeNull();
});

test('the column that is sorted by says which way', () => {
  expect(directionOf('created', 'created')).toBe('ascending');
  expect(directionOf('created', '-created')).toBe('descending');
  expect(directionOf('status', '-created')).toBeUndefined();
});
