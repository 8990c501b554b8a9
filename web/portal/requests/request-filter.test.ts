import { expect, test } from 'vitest';
import { readFilter, requestQueryOf } from './request-filter.ts';

test('the list begins with open requests', () => {
  expect(readFilter({})).toEqual({ status: 'open' });
});

test('a filter is read from the address, and what makes no sense in it is left out', () => {
  expect(readFilter({ status: 'closed', portal: 3, owner: 'me', q: ' printer ' })).toEqual({
    status: 'closed',
    portal: '3',
    owner: 'me',
    q: 'printer',
  });
  expect(readFilter({ status: 'lost', portal: '../1', owner: 'you', q: { a: 1 } })).toEqual({
    status: 'open',
  });
  expect(readFilter({ q: 'x'.repeat(300) }).q).toHaveLength(200);
});

test('the filter is asked in the words of the API', () => {
  expect(requestQueryOf({ status: 'all', portal: '3', q: 'printer' })).toEqual({
    requestStatus: 'ALL_REQUESTS',
    requestOwnership: ['OWNED_REQUESTS', 'ALL_ORGANIZATIONS'],
    serviceDeskId: '3',
    searchTerm: 'printer',
  });
  expect(requestQueryOf({ status: 'open', owner: 'me' }).requestOwnership).toEqual(['OWNED_REQUESTS']);
});
