import { Type } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from './app-types.ts';
import { createHttpApp } from './testing.ts';

let app: App;
beforeAll(async () => {
  ({ app } = await createHttpApp({ config: { metricsToken: 'scraper-token' } }, (made) => {
    made.get('/thing/:id', { schema: { params: Type.Object({ id: Type.String() }) } }, async () => ({}));
  }));
});
afterAll(() => app.close());

test('durations are counted by route pattern, not by address', async () => {
  await app.inject('/thing/1');
  await app.inject('/thing/2');
  await app.inject('/thing/secret-address/more');
  const { body, headers } = await app.inject('/metrics');
  expect(headers['content-type']).toContain('text/plain');
  expect(body).toContain(
    'portico_http_request_duration_seconds_count{method="GET",route="/thing/:id",status="200"} 2',
  );
  expect(body).not.toContain('secret-address');
  expect(body).toMatch(/^portico_event_streams 0$/m);
  expect(body).toMatch(/^portico_database_connections \d+$/m);
  expect(body).toContain('process_resident_memory_bytes');
});

test.each([
  ['loopback', '127.0.0.1', {}, 200],
  ['IPv6 loopback', '::1', {}, 200],
  ['IPv4 loopback in IPv6', '::ffff:127.0.0.1', {}, 200],
  ['loopback, through a proxy', '127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }, 404],
  ['loopback, through a proxy that says Forwarded', '127.0.0.1', { forwarded: 'for=203.0.113.9' }, 404],
  ['elsewhere', '203.0.113.9', {}, 404],
  ['elsewhere with the token', '203.0.113.9', { authorization: 'Bearer scraper-token' }, 200],
  ['a proxy with the token', '127.0.0.1', { via: '1.1 x', authorization: 'Bearer scraper-token' }, 200],
  ['elsewhere with a wrong token', '203.0.113.9', { authorization: 'Bearer scraper-tokem' }, 404],
  ['elsewhere with half a token', '203.0.113.9', { authorization: 'Bearer scraper' }, 404],
])('asked from %s', async (_name, remoteAddress, headers, status) => {
  expect((await app.inject({ url: '/metrics', remoteAddress, headers })).statusCode).toBe(status);
});

test('without a configured token, no token opens the metrics', async () => {
  const other = await createHttpApp();
  for (const authorization of ['Bearer undefined', 'Bearer ', 'Bearer']) {
    const response = await other.app.inject({
      url: '/metrics',
      remoteAddress: '203.0.113.9',
      headers: { authorization },
    });
    expect(response.statusCode).toBe(404);
  }
  await other.app.close();
});
