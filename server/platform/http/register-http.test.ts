import { connect } from 'node:net';
import { pino } from 'pino';
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import type { App } from './app-types.ts';
import { createHttpApp, type HttpTestOptions } from './testing.ts';

async function withApp(
  options: HttpTestOptions,
  work: (app: App) => Promise<void>,
  addRoutes: (app: App) => void = () => {},
): Promise<void> {
  const { app } = await createHttpApp(options, addRoutes);
  try {
    await work(app);
  } finally {
    await app.close();
  }
}

test('every response, errors and pages included, carries the security headers', async () => {
  await withApp({}, async (app) => {
    for (const url of [
      '/healthz',
      '/rest/nowhere',
      '/%zz',
      '/openapi.json',
      '/servicedesk/customer/portals',
    ]) {
      const { headers } = await app.inject({ url, headers: { accept: 'text/html' } });
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});

test('only a Portico that is reached over https tells browsers to stay with https', async () => {
  await withApp({ config: { url: new URL('https://desk.example') } }, async (app) => {
    expect((await app.inject('/healthz')).headers['strict-transport-security']).toBe('max-age=31536000');
  });
});

test('answers of the API are not stored by anyone', async () => {
  await withApp({}, async (app) => {
    expect((await app.inject('/healthz')).headers['cache-control']).toBe('no-store');
  });
});

test('a request id is taken over from a trusted proxy and from nobody else', async () => {
  const config = { trustedProxies: ['10.0.0.0/8'] };
  await withApp({ config }, async (app) => {
    const ask = async (remoteAddress: string, id: string) =>
      (await app.inject({ url: '/healthz', remoteAddress, headers: { 'x-request-id': id } })).headers[
        'x-request-id'
      ];
    expect(await ask('10.1.2.3', 'from-the-proxy')).toBe('from-the-proxy');
    expect(await ask('192.0.2.1', 'from-outside')).not.toBe('from-outside');
    expect(await ask('10.1.2.3', 'new\tline')).not.toBe('new\tline');
    expect(await ask('10.1.2.3', 'x'.repeat(101))).toHaveLength(36);
  });
});

test('the address of a client is believed from a trusted proxy and from nobody else', async () => {
  const config = { trustedProxies: ['10.0.0.1'] };
  const addRoutes = (app: App) =>
    app.get('/address', async (request) => ({ ip: request.ip, host: request.host }));
  await withApp(
    { config },
    async (app) => {
      const ask = async (remoteAddress: string) =>
        (
          await app.inject({ url: '/address', remoteAddress, headers: { 'x-forwarded-for': '203.0.113.9' } })
        ).json().ip;
      expect(await ask('10.0.0.1')).toBe('203.0.113.9');
      expect(await ask('192.0.2.1')).toBe('192.0.2.1');
    },
    addRoutes,
  );
});

test('an address that asks too often gets 429 with Retry-After; health, other addresses and assets do not', async () => {
  await withApp({ config: { rateLimitPerMinute: 3 } }, async (app) => {
    const ask = (url: string, remoteAddress = '192.0.2.1') => app.inject({ url, remoteAddress });
    for (let count = 0; count < 2; count += 1) expect((await ask('/openapi.json')).statusCode).toBe(200);
    // What is not there counts too.
    expect((await ask('/rest/nowhere')).statusCode).toBe(404);
    for (const url of ['/openapi.json', '/rest/nowhere']) {
      const refused = await ask(url);
      expect(refused.statusCode).toBe(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50);
      expect(refused.json().errors).toEqual({});
      expect(refused.json().errorMessages[0]).toMatch(/^More than 3 requests within a minute/);
      expect(refused.headers['x-content-type-options']).toBe('nosniff');
    }
    expect((await ask('/healthz')).statusCode).toBe(200);
    expect((await ask('/metrics', '127.0.0.1')).statusCode).toBe(200);
    expect((await ask('/openapi.json', '192.0.2.2')).statusCode).toBe(200);
    expect((await ask('/assets/missing.js')).statusCode).not.toBe(429);
  });
});

test('a large answer is compressed for whoever asks for that, a small one never', async () => {
  const addRoutes = (app: App) => {
    app.get('/large', async () => ({ text: 'lorem ipsum '.repeat(2_000) }));
  };
  await withApp(
    {},
    async (app) => {
      const headers = { 'accept-encoding': 'gzip, br' };
      const large = await app.inject({ url: '/large', headers });
      expect(large.headers['content-encoding']).toBe('br');
      expect(large.headers['vary']).toContain('accept-encoding');
      expect((await app.inject('/large')).headers['content-encoding']).toBeUndefined();
      expect((await app.inject({ url: '/healthz', headers })).headers['content-encoding']).toBeUndefined();
    },
    addRoutes,
  );
});

test('a packed request body is not unpacked', async () => {
  const addRoutes = (app: App) => app.post('/thing', async (request) => ({ got: request.body }));
  await withApp(
    {},
    async (app) => {
      const response = await app.inject({
        method: 'POST',
        url: '/thing',
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        payload: Buffer.from('1f8b08', 'hex'),
      });
      expect(response.statusCode).toBe(400);
    },
    addRoutes,
  );
});

test('logs tell of changes and refusals, and never hold what must stay secret', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) });
  const addRoutes = (app: App) => {
    app.post('/rest/sign-in', async (request) => {
      request.log.info({ body: request.body, headers: request.headers }, 'careless line');
      return {};
    });
    app.get(
      '/sso/saml/:id/complete',
      { schema: { params: Type.Object({ id: Type.String() }) } },
      async () => ({}),
    );
  };
  await withApp(
    { log },
    async (app) => {
      await app.inject({
        method: 'POST',
        url: '/rest/sign-in',
        headers: {
          cookie: 'portico_session=hush1',
          authorization: 'Bearer hush2',
          origin: 'http://localhost:8080',
        },
        payload: { email: 'a@example.com', password: 'hush3', nested: { SAMLResponse: 'hush4' } },
      });
      await app.inject('/sso/saml/7/complete?state=hush5&code=hush6');
      await app.inject('/setup/hush7');
      await app.inject('/rest/portico/1/setup/hush8');
    },
    addRoutes,
  );
  const text = lines.join('');
  expect(text).not.toContain('hush');
  expect(text).toContain('a@example.com');
  expect(text).toContain('/sso/saml/7/complete');
  const completed = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request completed');
  expect(completed.find(({ req }) => req.method === 'POST')).toMatchObject({ level: 30, statusCode: 200 });
  expect(completed.find(({ req }) => req.url.startsWith('/sso'))).toMatchObject({ level: 20 });
});

test('what is no HTTP at all is answered in the error shape, and the connection is closed', async () => {
  await withApp({}, async (app) => {
    const address = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
    const socket = connect(Number(address.port), address.hostname);
    socket.write('HELLO\r\n\r\n');
    let text = '';
    for await (const chunk of socket) text += chunk;
    expect(text).toMatch(/^HTTP\/1.1 400 Bad Request/);
    expect(text).toContain('"errorMessages":["This is not a valid HTTP request."]');
  });
});
