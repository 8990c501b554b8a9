import { expect, test } from 'vitest';
import { readAuthorization } from './credentials.ts';
import { looksLikeToken, newToken } from './token-text.ts';

test('a token is told by its prefix and checksum, of one length, and never the same twice', () => {
  const tokens = Array.from({ length: 200 }, newToken);
  for (const token of tokens) {
    expect(token).toMatch(/^ptco_[0-9A-Za-z]{49}$/);
    expect(looksLikeToken(token)).toBe(true);
  }
  expect(new Set(tokens).size).toBe(200);
});

test('what was mistyped, cut or made up is no token', () => {
  const token = newToken();
  const last = token.at(-1) === 'x' ? 'y' : 'x';
  for (const text of [
    '',
    'ptco_',
    token.slice(0, -1),
    `${token}x`,
    token.slice(0, -1) + last,
    token.replace('ptco_', 'ghp__'),
    ` ${token}`,
    token.replace(/^ptco_./, 'ptco_-'),
  ]) {
    expect(looksLikeToken(text), text).toBe(false);
  }
});

test('Bearer and Basic are read in any case of their names, other schemes and garbage are not', () => {
  const pair = Buffer.from('Alice@Acme.example:secret:with:colons').toString('base64');
  expect(readAuthorization('Bearer abc')).toEqual({ token: 'abc', userName: null });
  expect(readAuthorization('bearer  abc')).toEqual({ token: 'abc', userName: null });
  expect(readAuthorization(`BASIC ${pair}`)).toEqual({
    token: 'secret:with:colons',
    userName: 'Alice@Acme.example',
  });
  for (const header of [
    '',
    'Bearer',
    'Bearer a b',
    'Negotiate abc',
    'Basic',
    'Basic !!!',
    `Basic ${Buffer.from('no colon').toString('base64')}`,
    `Basic ${Buffer.from(':no name').toString('base64')}`,
  ]) {
    expect(readAuthorization(header), header).toBeNull();
  }
});
