import { expect, test } from 'vitest';
import { safeDestination, signInUrl } from './session.ts';

test('the way back after signing in is a path of this site', () => {
  expect(safeDestination('/servicedesk/customer/portal/1/SUP-3?a=b#c')).toBe(
    '/servicedesk/customer/portal/1/SUP-3?a=b#c',
  );
  expect(safeDestination('/browse/SUP-3')).toBe('/browse/SUP-3');
});

test.each([
  undefined,
  null,
  '',
  'servicedesk',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/\t/evil.example/',
  'javascript:alert(1)',
  '/rest/portico/1/sign-out',
  '/sso/saml/1/login',
  '/events?topic=request:1',
  '/servicedesk/customer/user/login?destination=%2F',
])('%j leads nowhere', (wanted) => {
  expect(safeDestination(wanted)).toBeNull();
});

test('where one was is kept whole in the address of the sign-in', () => {
  const url = new URL(signInUrl('/servicedesk/customer/user/requests?status=all&q=a b'), 'http://site');
  expect(url.searchParams.get('destination')).toBe('/servicedesk/customer/user/requests?status=all&q=a b');
});
