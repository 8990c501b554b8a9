import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../people.ts';
import { createTestBrowser, formsOf, type Visit } from '../testing-browser.ts';
import { type AcmeIdentityProvider, startAcme } from './server.ts';
import { openSigningKey, type SigningKey } from './signing-key.ts';

const alice: Person = {
  email: 'alice@acme.example',
  name: 'Alice <Moreau> & co',
  groups: ['Everyone', 'Office Management'],
  subject: '5f0c7f0e-9d0e-4a53-9a57-2f4be1a3a7c1',
  password: 'right-horse',
};
const portico = {
  entityId: 'http://localhost:8080/sso/saml/1/metadata',
  acsUrl: 'http://localhost:8080/sso/saml/1/acs',
  name: 'Northwind',
  startUrl: 'http://localhost:8080/',
};
const log = pino({ level: 'silent' });

let folder: string;
let key: SigningKey;
let acme: AcmeIdentityProvider;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'acme-'));
  key = await openSigningKey(join(folder, 'acme.pem'));
  acme = await startAcme({
    host: '127.0.0.1',
    port: 0,
    publicHostname: '127.0.0.1',
    people: [alice],
    key,
    serviceProviders: () => [portico],
    log,
  });
});
afterAll(async () => {
  await acme.close();
  await rm(folder, { recursive: true });
});

/** Portico's side of the conversation. */
function serviceProvider(options: Partial<ConstructorParameters<typeof SAML>[0]> = {}): SAML {
  return new SAML({
    issuer: portico.entityId,
    callbackUrl: portico.acsUrl,
    entryPoint: acme.signOnUrl,
    idpIssuer: acme.entityId,
    idpCert: key.certificate,
    audience: portico.entityId,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: true,
    validateInResponseTo: ValidateInResponseTo.always,
    identifierFormat: null,
    acceptedClockSkewMs: 1000,
    ...options,
  });
}

function answerIn(visit: Visit): { SAMLResponse: string; RelayState: string } {
  const { action, fields } = formsOf(visit.markup)[0] ?? { action: '', fields: {} };
  expect(action).toBe(portico.acsUrl);
  return { SAMLResponse: fields['SAMLResponse'] ?? '', RelayState: fields['RelayState'] ?? '' };
}

test('a service gets a signed answer about who typed the right password, with its relay state', async () => {
  const service = serviceProvider();
  const browser = createTestBrowser();
  const login = await browser.open(await service.getAuthorizeUrlAsync('state "1" &', undefined, {}));
  expect(login.status).toBe(200);
  expect(login.markup).toContain('to continue to <strong>Northwind</strong>');

  const done = await browser.submit(login, { email: ' Alice@Acme.example ', password: 'right-horse' });
  const answer = answerIn(done);
  expect(answer.RelayState).toBe('state "1" &');
  const { profile } = await service.validatePostResponseAsync(answer);
  expect(profile).toMatchObject({
    issuer: acme.entityId,
    nameID: alice.subject,
    nameIDFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress': 'alice@acme.example',
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name': 'Alice <Moreau> & co',
    'http://schemas.xmlsoap.org/claims/Group': ['Everyone', 'Office Management'],
  });
});

test('a second visit signs in straight away, until signing out', async () => {
  const service = serviceProvider();
  const browser = createTestBrowser();
  const signOn = () => service.getAuthorizeUrlAsync('again', undefined, {});
  await browser.submit(await browser.open(await signOn()), { email: alice.email, password: alice.password });

  const { profile } = await service.validatePostResponseAsync(answerIn(await browser.open(await signOn())));
  expect(profile?.nameID).toBe(alice.subject);

  const home = await browser.open(acme.url);
  expect(home.markup).toContain('You are signed in as alice@acme.example');
  await browser.submit(home);
  expect((await browser.open(await signOn())).markup).toContain('name="password"');
});

test('a service that wants a fresh sign-in gets one, once', async () => {
  const service = serviceProvider({ forceAuthn: true });
  const browser = createTestBrowser();
  const first = await browser.open(await service.getAuthorizeUrlAsync('', undefined, {}));
  await browser.submit(first, { email: alice.email, password: alice.password });
  const second = await browser.open(await service.getAuthorizeUrlAsync('', undefined, {}));
  expect(second.markup).toContain('name="password"');
  answerIn(await browser.submit(second, { email: alice.email, password: alice.password }));
});

test('a wrong password, and an unknown address, get the same answer and no assertion', async () => {
  const service = serviceProvider();
  const browser = createTestBrowser();
  const login = await browser.open(await service.getAuthorizeUrlAsync('', undefined, {}));
  const wrong = await browser.submit(login, { email: alice.email, password: 'wrong' });
  const unknown = await browser.submit(login, { email: 'mallory@acme.example', password: 'wrong' });
  for (const refused of [wrong, unknown]) {
    expect(refused.status).toBe(401);
    expect(refused.markup).toContain('do not belong together');
    expect(refused.markup).not.toContain('SAMLResponse');
  }
  answerIn(await browser.submit(wrong, { email: alice.email, password: alice.password }));
});

test('a request that asks for the answer elsewhere is refused, signed in or not', async () => {
  const browser = createTestBrowser();
  const elsewhere = serviceProvider({ callbackUrl: 'https://evil.example/acs' });
  const url = await elsewhere.getAuthorizeUrlAsync('', undefined, {});
  const refused = await browser.open(url);
  expect(refused.status).toBe(400);
  expect(refused.markup).toContain('not registered for it (https://evil.example/acs)');

  await browser.submit(await browser.open(acme.url), { email: alice.email, password: alice.password });
  expect((await browser.open(url)).status).toBe(400);
});

test('a service that Acme does not know is refused', async () => {
  const stranger = serviceProvider({ issuer: 'https://stranger.example' });
  const refused = await createTestBrowser().open(await stranger.getAuthorizeUrlAsync('', undefined, {}));
  expect(refused.status).toBe(400);
  expect(refused.markup).toContain('does not know the service that sent you here (https://stranger.example)');
});

test.each([
  ['not base64', '%%%'],
  ['not XML', deflateRawSync('hello').toString('base64')],
  ['another message', deflateRawSync('<a ID="1"/>').toString('base64')],
])('a request that is %s is refused', async (_what, samlRequest) => {
  const url = `${acme.signOnUrl}?${new URLSearchParams({ SAMLRequest: samlRequest })}`;
  expect((await createTestBrowser().open(url)).status).toBe(400);
});

test('a request meant for another identity provider is refused', async () => {
  const service = serviceProvider({ entryPoint: 'https://other.example/sso' });
  const url = new URL(await service.getAuthorizeUrlAsync('', undefined, {}));
  const refused = await createTestBrowser().open(`${acme.signOnUrl}${url.search}`);
  expect(refused.markup).toContain('meant for another identity provider');
});

test('a request may come by POST as well', async () => {
  const service = serviceProvider({ authnRequestBinding: 'HTTP-POST' });
  const form = formsOf(await service.getAuthorizeFormAsync('by post'))[0];
  expect(form?.action).toBe(acme.signOnUrl);
  const response = await fetch(acme.signOnUrl, { method: 'POST', body: new URLSearchParams(form?.fields) });
  expect(await response.text()).toContain('to continue to <strong>Northwind</strong>');
});

test('the sign-in form of another site is refused', async () => {
  const body = new URLSearchParams({ email: alice.email, password: alice.password });
  const send = (headers: Record<string, string>) =>
    fetch(`${acme.url}/sign-in`, { method: 'POST', body, headers });
  expect((await send({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await send({ origin: 'https://evil.example' })).status).toBe(403);
});

test('pages run no inline script and can be framed by nobody', async () => {
  const { headers, markup } = await createTestBrowser().open(acme.url);
  expect(headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(markup).not.toMatch(/<script(?![^>]*src=)/);
});

test('the metadata name the sign-on address and the certificate', async () => {
  const metadata = await (await fetch(acme.metadataUrl)).text();
  expect(metadata).toContain(`entityID="${acme.entityId}"`);
  expect(metadata).toContain(`HTTP-Redirect" Location="${acme.signOnUrl}"`);
  expect(metadata).toContain(key.certificate.split('\n').slice(1, -1).join(''));
});

test('key and certificate are kept, for their owner only', async () => {
  const path = join(folder, 'acme.pem');
  expect(await openSigningKey(path)).toEqual(key);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const damaged = join(folder, 'damaged.pem');
  await writeFile(damaged, (await readFile(path, 'utf8')).replace('BEGIN CERTIFICATE', 'BEGIN NOTHING'));
  await expect(openSigningKey(damaged)).rejects.toThrow('does not hold');
});

test('a taken port is said, with its number; closing ends connections that are kept open', async () => {
  const start = (port: number) =>
    startAcme({
      host: '127.0.0.1',
      port,
      publicHostname: '127.0.0.1',
      people: [],
      key,
      serviceProviders: () => [],
      log,
    });
  const first = await start(0);
  const port = Number(new URL(first.url).port);
  await expect(start(port)).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);

  const agent = new Agent({ keepAlive: true });
  await new Promise((resolve) =>
    get(first.url, { agent }, (response) => response.resume().on('end', resolve)),
  );
  await first.close();
  agent.destroy();
});
