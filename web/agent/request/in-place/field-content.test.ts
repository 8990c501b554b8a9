import { expect, test } from 'vitest';
import { isSameContent } from './field-content.ts';

test.each([
  ['the same text', 'a', 'a', true],
  ['another text', 'a', 'b', false],
  ['nothing in two ways', null, undefined, true],
  ['an option whose name changed', { id: '1', value: 'Old' }, { id: '1', value: 'New' }, true],
  [
    'another option under the same one',
    { id: '1', child: { id: '2' } },
    { id: '1', child: { id: '3' } },
    false,
  ],
  ['one option more', [{ id: '1' }], [{ id: '1' }, { id: '2' }], false],
  [
    'a person who was renamed',
    { accountId: 'a', displayName: 'A' },
    { accountId: 'a', displayName: 'B' },
    true,
  ],
  ['another amount', { amount: 1, currency: 'EUR' }, { amount: 2, currency: 'EUR' }, false],
])('%s', (_, one, other, isSame) => {
  expect(isSameContent(one, other)).toBe(isSame);
});
