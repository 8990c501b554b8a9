import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from './app-types.ts';
import { plainHost } from './asked-host.ts';
import { createHttpApp } from './testing.ts';

let app: App;
let behindProxy: App;

async function build(trustedProxies: string[]): Promise<App> {
  const made = await createHttpApp(
    { config: { url: new URL('https://desk.example:8443'), trustedProxies } },
    (built) => {
      built.setPortalHosts(async (host) =>
        host === 'help.acme.example' ? { host, portalId: '7', signInAt: 'site' } : null,
      );
      built.route({
        method: ['GET', 'POST'],
        url: '/thing',
        handler: async ({ site, siteAddress, portalHost }) => ({
          site: site.href,
          siteAddress,
          portal: portalHost?.portalId ?? null,
        }),
      });
      built.get('/probe', { config: { answersAnyHost: true } }, async () => ({ done: true }));
    },
  );
  return made.app;
}

beforeAll(async () => {
  app = await build([]);
  behindProxy = await build(['127.0.0.1']);
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => Promise.all([app.close(), behindProxy.close()]));

const ask = (host: string, headers: Record<string, string> = {}, of = app) =>
  of.inject({ url: '/thing', headers: { host, ...headers } });

describe('the host that is asked', () => {
  test.each(['desk.example:8443', 'desk.example', 'DESK.Example', 'desk.example.', 'desk.example.:8443'])(
    'is the site’s own as %s',
    async (host) => {
      expect((await ask(host)).json()).toEqual({
        site: 'https://desk.example:8443/',
        siteAddress: 'https://desk.example:8443',
        portal: null,
      });
    },
  );

  test.each(['localhost', 'localhost:4000', '127.0.0.1:80', '[::1]:80', '[0:0:0:0:0:0:0:1]'])(
    'is this machine as %s, which stands for the site',
    async (host) => {
      expect((await ask(host)).json()).toMatchObject({ site: 'https://desk.example:8443/', portal: null });
    },
  );

  test.each(['help.acme.example', 'HELP.acme.EXAMPLE:8443', 'help.acme.example.', 'help.acme.example:80'])(
    'is a portal’s as %s, and our addresses there have the site’s protocol and port',
    async (host) => {
      expect((await ask(host)).json()).toEqual({
        site: 'https://help.acme.example:8443/',
        siteAddress: 'https://help.acme.example:8443',
        portal: '7',
      });
    },
  );

  test.each([
    'evil.example',
    'acme.example',
    'desk.example.evil.example',
    'xhelp.acme.example',
    '127.0.0.2',
    '[::2]',
    'help.localhost',
  ])('is refused as %s, which is nobody’s', async (host) => {
    const response = await ask(host);
    expect(response.statusCode).toBe(421);
    expect(response.json().errorMessages[0]).toContain('PORTICO_URL');
    expect(response.body).not.toContain(host);
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  test('is refused with a page to people, which repeats nothing of what was asked', async () => {
    const response = await ask('evil.example', { accept: 'text/html' });
    expect(response.statusCode).toBe(421);
    expect(response.headers['content-type']).toContain('text/html');
    expect(response.headers.location).toBeUndefined();
    expect(response.body).toContain('There is no help center at this address');
    expect(response.body).not.toContain('evil');
    const gone = await app.inject({ url: '/nowhere', headers: { host: 'evil.example' } });
    expect(gone.statusCode).toBe(421);
  });

  test('does not matter to probes', async () => {
    const probe = { url: '/probe', headers: { host: '10.1.2.3:8080' } };
    expect((await app.inject(probe)).statusCode).toBe(200);
    expect((await app.inject({ ...probe, url: '/healthz' })).statusCode).toBe(200);
    expect((await app.inject({ ...probe, url: '/readyz' })).statusCode).toBe(503);
    expect((await app.inject({ ...probe, url: '/metrics' })).statusCode).toBe(200);
  });

  test.each([
    'a b',
    'desk.example/path',
    'user@desk.example',
    'desk.example:port',
    '[::1',
    'désk.example',
    'a..b',
  ])('cannot be “%s”', async (host) => {
    expect((await ask(host)).statusCode).toBe(400);
  });
});

test('an unsafe request must come from the host that it asks, not from another one of ours', async () => {
  const post = (host: string, origin: string) =>
    app.inject({ method: 'POST', url: '/thing', headers: { host, origin, cookie: 'a=b' } });
  expect((await post('help.acme.example', 'https://help.acme.example:8443')).statusCode).toBe(200);
  expect((await post('help.acme.example', 'https://desk.example:8443')).statusCode).toBe(403);
  expect((await post('desk.example', 'https://help.acme.example:8443')).statusCode).toBe(403);
});

describe('X-Forwarded-Host', () => {
  test('is believed of a trusted proxy, and of several hosts the last, which that proxy has added', async () => {
    const from = { 'x-forwarded-host': 'evil.example, help.acme.example' };
    expect((await ask('10.0.0.1:8080', from, behindProxy)).json()).toMatchObject({ portal: '7' });
    const evil = { 'x-forwarded-host': 'evil.example' };
    expect((await ask('help.acme.example', evil, behindProxy)).statusCode).toBe(421);
    expect((await ask('help.acme.example', {}, behindProxy)).json()).toMatchObject({ portal: '7' });
  });

  test('is nothing to anybody else, nor is X-Forwarded-Proto', async () => {
    const from = { 'x-forwarded-host': 'help.acme.example', 'x-forwarded-proto': 'http' };
    expect((await ask('desk.example', from)).json()).toMatchObject({
      portal: null,
      site: 'https://desk.example:8443/',
    });
    const elsewhere = await behindProxy.inject({
      url: '/thing',
      headers: { host: 'desk.example', ...from },
      remoteAddress: '192.0.2.7',
    });
    expect(elsewhere.json()).toMatchObject({ portal: null });
  });
});

describe('on the wire', () => {
  const raw = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const { port } = app.server.address() as AddressInfo;
      const socket = connect(port, '127.0.0.1', () => socket.end(text));
      let answer = '';
      socket.on('data', (data) => {
        answer += data;
      });
      socket.on('end', () => resolve(answer.split('\r\n', 1)[0] ?? ''));
      socket.on('error', reject);
    });

  test.each([
    ['no Host', 'GET /thing HTTP/1.1\r\n\r\n', '400'],
    ['no Host in HTTP/1.0', 'GET /thing HTTP/1.0\r\n\r\n', '400'],
    ['an empty Host', 'GET /thing HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n', '400'],
    [
      'two Hosts',
      'GET /thing HTTP/1.1\r\nHost: help.acme.example\r\nHost: desk.example\r\nConnection: close\r\n\r\n',
      '400',
    ],
    [
      'a whole address in place of a path',
      'GET http://evil.example/thing HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n',
      '400',
    ],
    [
      'a path that looks like a host',
      'GET //evil.example/thing HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n',
      '404',
    ],
    ['one Host', 'GET /thing HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n', '200'],
  ])('%s is answered as it should be', async (_name, text, status) => {
    expect(await raw(text)).toContain(` ${status} `);
  });
});

test('hosts are read the same however they are written', () => {
  expect(plainHost('Help.ACME.example.:443')).toBe('help.acme.example');
  expect(plainHost('[::FFFF:127.0.0.1]:80')).toBe('[::ffff:7f00:1]');
  expect(plainHost('a'.repeat(254))).toBeNull();
});
