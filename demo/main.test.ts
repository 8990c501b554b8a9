import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allProviders } from '../server/identity/index.ts';
import { createTestApp, type TestApp } from '../server/testing.ts';
import { type Demo, providerHostname, startDemo } from './main.ts';
import { createTestBrowser, formsOf, type Visit } from './testing-browser.ts';

const progress = { step: <T>(_label: string, work: (note: () => void) => Promise<T>) => work(() => {}) };

let portico: TestApp;
let demo: Demo;
beforeAll(async () => {
  portico = await createTestApp({ config: { port: 0, allowsPrivateProviders: true } });
  demo = await startDemo(portico, portico.platform.config, progress);
}, 120_000);
afterAll(async () => {
  await demo.close();
  await portico.close();
});

function passwordOf(email: string): string {
  return demo.rows.find(({ label }) => label === email)?.value.split(' ')[0] ?? '';
}

/** A browser at Portico: keeps cookies and answers with where it is sent. */
function createPorticoBrowser() {
  const cookies = new Map<string, string>();
  async function send(
    method: 'GET' | 'POST',
    url: string,
    form?: Record<string, string>,
    isFromElsewhere = false,
  ) {
    const response = await portico.app.inject({
      method,
      url: url.replace(/^https?:\/\/[^/]+/, ''),
      headers: {
        // A form that comes from another site brings no cookie (SameSite=Lax).
        cookie: isFromElsewhere ? '' : [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { payload: new URLSearchParams(form).toString() }),
    });
    for (const { name, value } of response.cookies) cookies.set(name, value);
    return response;
  }
  return { send };
}

async function discover(email: string): Promise<string> {
  const response = await portico.app.inject({
    method: 'POST',
    url: '/rest/portico/1/sign-in/discover',
    headers: { origin: portico.platform.config.url.origin },
    payload: { email },
  });
  return response.json().url;
}

async function signInAt(start: string, email: string): Promise<Visit> {
  const company = createTestBrowser();
  return company.submit(await company.open(start), { email, password: passwordOf(email) });
}

test('Alice, who has no account, signs in at Acme and is a member of Acme', async () => {
  const browser = createPorticoBrowser();
  const sent = await browser.send('GET', await discover('alice@acme.example'));
  const done = await signInAt(String(sent.headers.location), 'alice@acme.example');
  const { action, fields } = formsOf(done.markup)[0] ?? { action: '', fields: {} };
  const answered = await browser.send('POST', action, fields, true);
  await browser.send('GET', String(answered.headers.location));

  const session = (await browser.send('GET', '/rest/portico/1/session')).json();
  expect(session.account).toMatchObject({ displayName: 'Alice Moreau', emailAddress: 'alice@acme.example' });
  expect(await organizationsOf('alice@acme.example')).toEqual(['Acme']);
});

test('Bob, who has no account, signs in at Globex and is a member of Globex', async () => {
  const browser = createPorticoBrowser();
  const sent = await browser.send('GET', await discover('bob@globex.example'));
  const done = await signInAt(String(sent.headers.location), 'bob@globex.example');
  await browser.send('GET', done.leaves?.href ?? '');

  const session = (await browser.send('GET', '/rest/portico/1/session')).json();
  expect(session.account).toMatchObject({
    displayName: 'Bob Castellano',
    emailAddress: 'bob@globex.example',
  });
  expect(await organizationsOf('bob@globex.example')).toEqual(['Globex']);
});

test('Henrik, who has been a customer for months, finds his account when he signs in at Acme', async () => {
  const browser = createPorticoBrowser();
  const sent = await browser.send('GET', await discover('henrik@acme.example'));
  const done = await signInAt(String(sent.headers.location), 'henrik@acme.example');
  const { action, fields } = formsOf(done.markup)[0] ?? { action: '', fields: {} };
  const answered = await browser.send('POST', action, fields, true);
  await browser.send('GET', String(answered.headers.location));

  const requests = (await browser.send('GET', '/rest/servicedeskapi/request?limit=100')).json();
  expect(requests.size).toBeGreaterThan(10);
});

test('agents and the administrator sign in with their printed passwords', async () => {
  for (const email of ['priya@northwind.example', 'sofia@northwind.example']) {
    const response = await portico.app.inject({
      method: 'POST',
      url: '/rest/portico/1/sign-in/password',
      headers: { origin: portico.platform.config.url.origin },
      payload: { email, password: passwordOf(email) },
    });
    expect(response.statusCode).toBe(200);
  }
});

test('a restart, on other ports, keeps passwords, people and data, and people can still sign in', async () => {
  const before = demo.rows;
  const requests = await countRequests();
  await demo.close();
  demo = await startDemo(portico, portico.platform.config, progress);
  const secrets = (rows: Demo['rows']) => rows.filter(({ label }) => label.includes('@'));
  expect(secrets(demo.rows)).toEqual(secrets(before));
  expect(await countRequests()).toBe(requests);

  const providers = await allProviders(portico.platform.db);
  expect(providers.filter(({ isEnabled }) => isEnabled).map(({ name }) => name)).toEqual(['Acme', 'Globex']);
  const browser = createPorticoBrowser();
  const sent = await browser.send('GET', await discover('bob@globex.example'));
  const done = await signInAt(String(sent.headers.location), 'bob@globex.example');
  const returned = await browser.send('GET', done.leaves?.href ?? '');
  expect(returned.headers.location).not.toContain('error');
});

test('when demo.json is lost, new passwords are made, and they work', async () => {
  const path = join(portico.platform.config.dataFolder, 'demo.json');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const kept = await readFile(path, 'utf8');
  await demo.close();
  await writeFile(path, '{}');
  await expect(startDemo(portico, portico.platform.config, progress)).rejects.toThrow('demo.json is damaged');
  await rm(path);
  demo = await startDemo(portico, portico.platform.config, progress);
  expect(await readFile(path, 'utf8')).not.toBe(kept);
  const response = await portico.app.inject({
    method: 'POST',
    url: '/rest/portico/1/sign-in/password',
    headers: { origin: portico.platform.config.url.origin },
    payload: { email: 'priya@northwind.example', password: passwordOf('priya@northwind.example') },
  });
  expect(response.statusCode).toBe(200);
});

test('the companies are another site than Portico on one machine', () => {
  expect(providerHostname(new URL('http://localhost:8080'))).toBe('127.0.0.1');
  expect(providerHostname(new URL('http://127.0.0.1:8080'))).toBe('localhost');
  expect(providerHostname(new URL('https://desk.example.com'))).toBe('desk.example.com');
});

async function organizationsOf(email: string): Promise<string[]> {
  const rows = await portico.platform.db
    .selectFrom('account')
    .innerJoin('organization_member', 'organization_member.account_id', 'account.id')
    .innerJoin('organization', 'organization.id', 'organization_member.organization_id')
    .select('organization.name')
    .where('account.email', '=', email)
    .execute();
  return rows.map(({ name }) => name);
}

async function countRequests(): Promise<number> {
  const { count } = await portico.platform.db
    .selectFrom('request')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
