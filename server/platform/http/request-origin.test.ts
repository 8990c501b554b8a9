import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from './app-types.ts';
import { createHttpApp } from './testing.ts';

let app: App;
beforeAll(async () => {
  ({ app } = await createHttpApp({ config: { url: new URL('https://desk.example') } }, (made) => {
    made.route({
      method: ['GET', 'POST', 'PUT', 'DELETE'],
      url: '/thing',
      handler: async () => ({ done: true }),
    });
    made.post('/acs', { config: { allowsCrossSite: true } }, async (request) => ({ got: request.body }));
  }));
});
afterAll(() => app.close());

const cookie = { cookie: '__Host-portico_session=x' };

test.each([
  ['same-origin fetch', { 'sec-fetch-site': 'same-origin' }, 200],
  ['typed by the user', { 'sec-fetch-site': 'none' }, 200],
  ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a sibling domain', { 'sec-fetch-site': 'same-site' }, 403],
  [
    'another site, though Origin claims ours',
    { 'sec-fetch-site': 'cross-site', origin: 'https://desk.example' },
    403,
  ],
  ['our origin, from a browser without Sec-Fetch-Site', { origin: 'https://desk.example' }, 200],
  ['our host over http', { origin: 'http://desk.example' }, 403],
  ['our host on another port', { origin: 'https://desk.example:8443' }, 403],
  ['another origin', { origin: 'https://evil.example' }, 403],
  ['a sandboxed frame', { origin: 'null' }, 403],
  ['no word where from', {}, 403],
] as const)('an unsafe request with a session cookie from %s', async (_name, headers, status) => {
  for (const method of ['POST', 'PUT', 'DELETE'] as const) {
    const response = await app.inject({ method, url: '/thing', headers: { ...cookie, ...headers } });
    expect(response.statusCode).toBe(status);
  }
});

test('signing in from another site is refused too, though there is no cookie yet', async () => {
  const headers = { 'sec-fetch-site': 'cross-site' };
  expect((await app.inject({ method: 'POST', url: '/thing', headers })).statusCode).toBe(403);
  const origin = { origin: 'https://evil.example' };
  expect((await app.inject({ method: 'POST', url: '/thing', headers: origin })).statusCode).toBe(403);
});

test('a program without cookies need not say where it is', async () => {
  expect((await app.inject({ method: 'POST', url: '/thing' })).statusCode).toBe(200);
});

test('reading is possible from everywhere: it changes nothing, and no other site can see the answer', async () => {
  const headers = { ...cookie, 'sec-fetch-site': 'cross-site' };
  const response = await app.inject({ url: '/thing', headers });
  expect(response.statusCode).toBe(200);
  expect(response.headers['access-control-allow-origin']).toBeUndefined();
  expect(response.headers['cross-origin-resource-policy']).toBe('same-origin');
});

test('a route for what identity providers send takes a form from another site', async () => {
  const response = await app.inject({
    method: 'POST',
    url: '/acs',
    headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'SAMLResponse=abc&RelayState=1',
  });
  expect(response.json()).toEqual({ got: { SAMLResponse: 'abc', RelayState: '1' } });
});

test('no other route takes forms, which other sites could send', async () => {
  const response = await app.inject({
    method: 'POST',
    url: '/thing',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    payload: 'a=1',
  });
  expect(response.statusCode).toBe(415);
  expect(response.json().errorMessages).toEqual([
    'Forms are not understood here. Send the body as application/json.',
  ]);
});

test('the refusal names the address that should be used', async () => {
  const headers = { ...cookie, origin: 'http://192.0.2.7:8080' };
  const response = await app.inject({ method: 'POST', url: '/thing', headers });
  expect(response.json().errorMessages[0]).toContain('Portico is at https://desk.example');
});
