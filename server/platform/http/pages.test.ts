import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from './app-types.ts';
import { createHttpApp } from './testing.ts';

let webFolder: string;
let app: App;
const html = { accept: 'text/html,application/xhtml+xml' };

beforeAll(async () => {
  webFolder = await mkdtemp(join(tmpdir(), 'portico-web-'));
  await mkdir(join(webFolder, 'assets'));
  for (const entry of ['portal', 'agent', 'admin']) {
    await writeFile(
      join(webFolder, `${entry}.html`),
      `<meta name="csp-nonce" content="__CSP_NONCE__"><title>${entry}</title><style nonce="__CSP_NONCE__"></style>`,
    );
  }
  await writeFile(join(webFolder, 'assets', 'index-abc123.js'), 'console.log(1)');
  await writeFile(join(webFolder, 'assets', 'index-abc123.js.gz'), gzipSync('console.log(1)'));
  await writeFile(join(webFolder, 'favicon.svg'), '<svg/>');
  await writeFile(join(webFolder, 'secrets.json'), '{}');
  ({ app } = await createHttpApp({ http: { webFolder } }, (made) => {
    made.registerPageStatus('/browse/:key', async (request) =>
      (request.params as { key: string }).key === 'NW-1' ? 200 : 404,
    );
  }));
});
afterAll(async () => {
  await app.close();
  await rm(webFolder, { recursive: true });
});

test.each([
  ['/servicedesk/customer/portals', 'portal'],
  ['/servicedesk/customer/portal/1/NW-1?x=1', 'portal'],
  ['/browse/NW-1', 'agent'],
  ['/projects', 'agent'],
  ['/issues/', 'agent'],
  ['/issues/filters', 'agent'],
  ['/projects/NW/queues/custom/1', 'agent'],
  ['/admin', 'admin'],
  ['/admin/sign-in/1', 'admin'],
  ['/setup/token', 'admin'],
  ['/provider-setup/token', 'admin'],
])('%s is a page of the %s entry', async (url, entry) => {
  const response = await app.inject({ url, headers: html });
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(response.body).toContain(`<title>${entry}</title>`);
  expect(response.headers['cache-control']).toBe('no-store');
});

test('the start leads to the help center', async () => {
  const response = await app.inject('/');
  expect(response.statusCode).toBe(302);
  expect(response.headers.location).toBe('/servicedesk/customer/portals');
});

test('a page allows its own scripts and the styles with its nonce, which is new each time', async () => {
  const nonces = new Set<string>();
  for (let count = 0; count < 2; count += 1) {
    const { headers, body } = await app.inject({ url: '/projects', headers: html });
    const policy = String(headers['content-security-policy']);
    const nonce = /'nonce-([\w-]{24})'/.exec(policy)?.[1] ?? '';
    expect(policy).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; ` +
        "font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(body).toContain(`content="${nonce}"`);
    expect(body).toContain(`<style nonce="${nonce}">`);
    expect(body).not.toContain('__CSP_NONCE__');
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(2);
});

test('a room decides the status of its pages; the page is the same', async () => {
  const mine = await app.inject({ url: '/browse/NW-1', headers: html });
  const other = await app.inject({ url: '/browse/NW-2', headers: html });
  expect([mine.statusCode, other.statusCode]).toEqual([200, 404]);
  expect(other.body).toContain('<title>agent</title>');
});

test('a page status for an address without pages is a mistake that shows at start', async () => {
  await expect(
    createHttpApp({}, (made) => made.registerPageStatus('/rest/thing', async () => 404)),
  ).rejects.toThrow('not the address of a page');
});

test('assets never change and say so, and come packed when they were packed', async () => {
  const plain = await app.inject('/assets/index-abc123.js');
  expect(plain.statusCode).toBe(200);
  expect(plain.headers['content-type']).toMatch(/javascript/);
  expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const packed = await app.inject({ url: '/assets/index-abc123.js', headers: { 'accept-encoding': 'gzip' } });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.headers['content-type']).toMatch(/javascript/);
});

test('an asset that is not there is an error that is not kept, not a page', async () => {
  const response = await app.inject({ url: '/assets/old-000000.js', headers: html });
  expect(response.statusCode).toBe(404);
  expect(response.json().errorMessages[0]).toContain('/assets/old-000000.js');
  expect(response.headers['cache-control']).toBe('no-store');
});

test('nothing outside the assets can be reached', async () => {
  for (const url of [
    '/assets/../portal.html',
    '/assets/%2e%2e/portal.html',
    '/assets/..%2fportal.html',
    '/secrets.json',
  ]) {
    const response = await app.inject(url);
    expect(response.statusCode).toBe(404);
    expect(response.body).not.toContain('<title>portal</title>');
  }
});

test('a picture beside the pages is served, for a day', async () => {
  const response = await app.inject('/favicon.svg');
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-type']).toBe('image/svg+xml');
  expect(response.headers['cache-control']).toBe('public, max-age=86400');
});

test('people who are lost get a page, programs an error; both with 404', async () => {
  const page = await app.inject({ url: '/nowhere', headers: html });
  expect(page.statusCode).toBe(404);
  expect(page.body).toContain('<title>portal</title>');
  const error = await app.inject({ url: '/nowhere', headers: { accept: 'application/json' } });
  expect(error.statusCode).toBe(404);
  expect(error.json().errorMessages).toEqual(['There is nothing at GET /nowhere.']);
  expect((await app.inject({ url: '/rest/nowhere', headers: html })).headers['content-type']).toMatch(/json/);
});

test('a page that is built anew is served anew', async () => {
  await app.inject({ url: '/admin', headers: html });
  await writeFile(join(webFolder, 'admin.html'), '<title>admin, built again</title>');
  expect((await app.inject({ url: '/admin', headers: html })).body).toContain('built again');
});

test('without a built web, pages say what to do', async () => {
  const other = await createHttpApp();
  expect((await other.app.inject({ url: '/projects', headers: html })).body).toContain('npm run build');
  await other.app.close();
});
