import { expect, test } from 'vitest';
import { withNames } from './names.ts';

const names = {
  account: { 'a-1': 'Alice' },
  organization: { '5': 'Acme' },
  serviceDesk: { '1': 'Support', '2': 'Billing' },
  identityProvider: { '3': 'Acme Entra' },
};

test('ids are told by name, also in lists and in objects', () => {
  expect(
    withNames({ portalIds: ['2', '1'], defaultProviderId: '3', owner: { accountId: 'a-1' }, days: 3 }, names),
  ).toEqual({
    portals: ['Billing', 'Support'],
    defaultProvider: 'Acme Entra',
    owner: { account: 'Alice' },
    days: 3,
  });
});

test('an id beside its name is left out', () => {
  expect(withNames({ name: 'Acme', organizationId: '5' }, names)).toEqual({ name: 'Acme' });
});

test('what is gone, or was none, stays as it is', () => {
  expect(withNames({ portalIds: ['9'], defaultProviderId: null }, names)).toEqual({
    portals: ['9'],
    defaultProvider: null,
  });
  expect(withNames(null, names)).toBeNull();
});
