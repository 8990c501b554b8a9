import { expect, test } from 'vitest';
import { isNarrowed, readFilter, requestQueryOf } from './request-filter.ts';

test('the list begins with open requests', () => {
  expect(readFilter({})).toEqual({ status: 'open' });
});

test('a filter is read from the address, and what makes no sense in it is left out', () => {
  expect(
    readFilter({ status: 'closed', portal: 3, type: '12', owner: 'me', q: ' printer ', sort: '-updated' }),
  ).toEqual({ status: 'closed', portal: '3', type: '12', owner: 'me', q: 'printer', sort: '-updated' });
  expect(
    readFilter({ status: 'lost', portal: '../1', type: 'x', owner: 'you', q: { a: 1 }, sort: 'summary' }),
  ).toEqual({ status: 'open' });
  expect(readFilter({ q: 'x'.repeat(300) }).q).toHaveLength(200);
});

test('an organization is one only where requests of organizations are asked for, and the usual order is not said', () => {
  expect(readFilter({ owner: 'organization', organization: '4' })).toEqual({
    status: 'open',
    owner: 'organization',
    organization: '4',
  });
  expect(readFilter({ owner: 'me', organization: '4', sort: '-created' })).toEqual({
    status: 'open',
    owner: 'me',
  });
});

test('the filter is asked in the words of the API', () => {
  expect(requestQueryOf({ status: 'all', portal: '3', type: '7', q: 'printer', sort: 'status' })).toEqual({
    requestStatus: 'ALL_REQUESTS',
    requestOwnership: ['OWNED_REQUESTS', 'PARTICIPATED_REQUESTS', 'ALL_ORGANIZATIONS', 'APPROVER'],
    serviceDeskId: '3',
    requestTypeId: '7',
    searchTerm: 'printer',
    orderBy: 'status',
  });
  const narrowed = (owner: 'me' | 'participant' | 'approvals' | 'answered' | 'organization') =>
    requestQueryOf({ status: 'open', owner });
  expect(narrowed('me').requestOwnership).toEqual(['OWNED_REQUESTS']);
  expect(narrowed('participant').requestOwnership).toEqual(['PARTICIPATED_REQUESTS']);
  expect(narrowed('organization').requestOwnership).toEqual(['ALL_ORGANIZATIONS']);
  expect(narrowed('approvals')).toMatchObject({
    requestOwnership: ['APPROVER'],
    approvalStatus: 'MY_PENDING_APPROVAL',
  });
  expect(narrowed('answered')).toMatchObject({ approvalStatus: 'MY_HISTORY_APPROVAL' });
  expect(requestQueryOf({ status: 'open', owner: 'organization', organization: '4' })).toMatchObject({
    requestOwnership: ['ORGANIZATION'],
    organizationId: '4',
  });
});

test('a list is narrowed by whatever leaves out requests, be they open or closed', () => {
  expect(isNarrowed({ status: 'closed', sort: 'created' })).toBe(false);
  expect(isNarrowed({ status: 'open', type: '1' })).toBe(true);
});
