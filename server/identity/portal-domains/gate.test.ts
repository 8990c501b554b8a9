import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { routesOf } from '../../testing-routes.ts';
import { startSession } from '../sessions/sessions.ts';
import { servedRoutes } from './served-routes.ts';
import { addTestDomain, addTestPortal } from './testing-browser.ts';

let portico: TestApp;
let acme: string;
let globex: string;
const host = 'help.acme.example';

beforeAll(async () => {
  portico = await createTestApp({ config: { url: new URL('https://portico.example') } });
  acme = await addTestPortal(portico, 'Acme Support');
  globex = await addTestPortal(portico, 'Globex Support');
  await addTestDomain(portico, acme, host, 'site');
});
afterAll(() => portico?.close());

async function ask(
  url: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' = 'GET',
) {
  const response = await portico.app.inject({
    method,
    url,
    headers: { host, accept: 'text/html', origin: `https://${host}`, ...headers },
    ...(method === 'POST' || method === 'PUT' ? { payload: {} } : {}),
  });
  return { status: response.statusCode, location: response.headers.location, response };
}

/** The portal's own files and all they import, now or when needed: what agents and administrators alone share is not among them. */
async function portalFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const open = ['web/portal/main.tsx'];
  for await (const file of glob('web/portal/**/*.{ts,tsx}')) if (!file.includes('.test.')) open.push(file);
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue;
    const text = await readFile(file, 'utf8');
    files.set(file, text);
    for (const [, statement, from, later] of text.matchAll(imports)) {
      const path = from ?? later ?? '';
      if (!/^(import|export)\s+type\b/.test(statement ?? '') && /\.tsx?$/.test(path)) {
        open.push(join(dirname(file), path));
      }
    }
  }
  return files;
}
const imports = /^((?:import|export)\b[^;']*)'(\.[^']+)'|\bimport\(\s*'(\.[^']+)'/gm;

describe('at the host of a portal', () => {
  it.each(['/', '/servicedesk', '/servicedesk/customer', '/servicedesk/customer/portals', '/?x=1'])(
    '%s leads to the portal',
    async (url) => {
      expect(await ask(url)).toMatchObject({ status: 302, location: `/servicedesk/customer/portal/${acme}` });
    },
  );

  it('the portal’s pages are served, and what they ask for is about that portal', async () => {
    for (const page of [`portal/${acme}`, `portal/${acme}/ACME-1`, 'user/requests', 'user/login']) {
      expect((await ask(`/servicedesk/customer/${page}`)).status).toBe(200);
    }
    const site = (await ask('/rest/portico/1/site')).response.json();
    expect(site).toMatchObject({
      address: 'https://portico.example',
      portal: { id: acme, name: 'Acme Support' },
    });
    const portals = (await ask('/rest/portico/1/portal')).response.json().values;
    expect(portals.map(({ id }: { id: string }) => id)).toEqual([acme]);
    expect((await ask(`/rest/portico/1/portal/${globex}`)).status).toBe(404);
    const elsewhere = await portico.app.inject({ url: '/rest/portico/1/site' });
    expect(elsewhere.json().portal).toBeNull();
  });

  it('pages of other portals and of staff are at the site’s own host', async () => {
    const pages = [
      `/servicedesk/customer/portal/${globex}`,
      `/servicedesk/customer/portal/${globex}/GLOBEX-1?x=1`,
      '/browse/ACME-1',
      '/projects',
      '/projects/ACME/queues/1?q=%2F',
      '/admin',
      '/admin/audit?id=1',
      '/setup/token',
      '/provider-setup/token',
    ];
    for (const page of pages) {
      expect(await ask(page)).toMatchObject({ status: 302, location: `https://portico.example${page}` });
      expect((await ask(page, {}, 'POST')).status).toBeGreaterThanOrEqual(404);
    }
  });

  it.each(['//evil.example', '//evil.example/admin', '/\\evil.example', '/admin/..//evil.example'])(
    '%s leads to no other site',
    async (url) => {
      const { location } = await ask(url);
      const target = new URL(String(location ?? '/'), `https://${host}`);
      expect([host, 'portico.example']).toContain(target.host);
    },
  );

  it('what only staff use is not there, for an administrator neither', async () => {
    const ada = await portico.createAccount({ isAdministrator: true });
    const { db, config } = portico.platform;
    const session = { accountId: ada.id, address: null, userAgent: null, config, host };
    const { cookie } = await startSession(db, session);
    const headers = { cookie: cookie.split(';', 1)[0] ?? '' };
    expect((await ask('/rest/portico/1/session', headers)).response.json().account).not.toBeNull();
    for (const url of ['account', 'audit', 'identity-provider', 'portal-domain', 'mail', 'group'].map(
      (noun) => `/rest/portico/1/${noun}`,
    )) {
      const { status, response } = await ask(url, headers);
      expect(status).toBe(404);
      expect(response.json().errorMessages).toEqual([`There is nothing here at ${url}.`]);
    }
    expect((await ask('/rest/portico/1/setup', headers, 'POST')).status).toBe(404);
    expect((await ask('/openapi.json', headers)).status).toBe(404);
  });

  it('what is served is all there is: no name in the list has gone stale', () => {
    const routes = new Set(routesOf(portico.app.printRoutes({ commonPrefix: false })));
    const gone = servedRoutes.filter(
      (route) => !routes.has(route) && !/\/assets|\/metrics|GET \/servicedesk/.test(route),
    );
    expect(gone).toEqual([]);
  });

  it('what the portal’s pages ask for is served', async () => {
    const missing: string[] = [];
    const files = await portalFiles();
    for (const [file, text] of files) {
      for (const [, method, path = ''] of text.matchAll(/\bapi\s*\.(GET|POST|PUT|DELETE)\(\s*'([^']+)'/g)) {
        const route = `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
        if (!servedRoutes.includes(route)) missing.push(`${route} in ${file}`);
      }
    }
    expect(files.size).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it('links and addresses of pictures and files stay at the host', async () => {
    const account = await portico.createAccount();
    const { db, config } = portico.platform;
    const { cookie } = await startSession(db, {
      accountId: account.id,
      address: null,
      userAgent: null,
      config,
      host,
    });
    const { response } = await ask('/rest/servicedeskapi/request', { cookie: cookie.split(';', 1)[0] ?? '' });
    expect(response.json()._links.base).toBe(`https://${host}`);
  });
});
