import { expect, test } from 'vitest';
import { createPath, portalIdOf, requestPath } from './paths.ts';

test('addresses are those of JSM', () => {
  expect(createPath('1', '7', '10')).toBe('/servicedesk/customer/portal/1/group/7/create/10');
  expect(createPath('1', undefined, '10')).toBe('/servicedesk/customer/portal/1/group/-1/create/10');
  expect(requestPath('1', 'SUP-3')).toBe('/servicedesk/customer/portal/1/SUP-3');
});

test('an address tells its portal', () => {
  for (const path of [
    '/servicedesk/customer/portal/12',
    '/servicedesk/customer/portal/12/SUP-3',
    '/servicedesk/customer/portal/12?x=1',
  ]) {
    expect(portalIdOf(path)).toBe('12');
  }
  for (const path of [
    null,
    '/servicedesk/customer/portals',
    '/servicedesk/customer/portal/x/SUP-3',
    '/browse/SUP-3',
  ]) {
    expect(portalIdOf(path)).toBeNull();
  }
});
