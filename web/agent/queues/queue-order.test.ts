import { expect, test } from 'vitest';
import { nextOrder, orderInQuery } from './queue-order.ts';

test('a header puts the queue in order, then the other way round, then as it was', () => {
  const up = nextOrder(null, 'priority');
  const down = nextOrder(up, 'priority');
  expect([up, down]).toEqual([
    { columnId: 'priority', direction: 'asc' },
    { columnId: 'priority', direction: 'desc' },
  ]);
  expect(nextOrder(down, 'priority')).toBeNull();
  expect(nextOrder(down, 'created')).toEqual({ columnId: 'created', direction: 'asc' });
});

test.each([
  ['issuekey', 'key ASC'],
  ['requesttype', '"request type" ASC'],
  ['customfield_10001', 'cf[10001] ASC'],
  ['created', 'created ASC'],
])('%s is %s in a query', (columnId, words) => {
  expect(orderInQuery({ columnId, direction: 'asc' })).toBe(words);
});
