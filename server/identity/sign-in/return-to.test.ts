import { describe, expect, it } from 'vitest';
import { safeReturnTo } from './return-to.ts';

describe('safeReturnTo', () => {
  it.each([
    ['/servicedesk/customer/portal/1/HELP-3', '/servicedesk/customer/portal/1/HELP-3'],
    ['/browse/HELP-3?focused=1#comment-2', '/browse/HELP-3?focused=1#comment-2'],
    ['/projects?next=https://elsewhere.example/', '/projects?next=https://elsewhere.example/'],
    ['/projects/../browse/HELP-3', '/browse/HELP-3'],
    ['/', '/'],
  ])('goes to %s, a path of this site', (destination, expected) => {
    expect(safeReturnTo(destination)).toBe(expected);
  });

  it.each([
    undefined,
    null,
    '',
    'browse/HELP-3',
    'https://evil.example/',
    'http:evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/\u0000/evil.example',
    '/..//evil.example',
    '/./\u002f/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/sso/saml/1/login',
    '/rest/portico/1/sign-out',
    '/servicedesk/customer/user/login?destination=/x',
    `/${'a'.repeat(2001)}`,
  ])('ignores %j', (destination) => {
    expect(safeReturnTo(destination)).toBeNull();
  });
});
