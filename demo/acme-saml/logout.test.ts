import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestBrowser, formsOf } from '../testing-browser.ts';
import type { ServiceProvider } from './saml-messages.ts';
import { type AcmeIdentityProvider, startAcme } from './server.ts';
import { openSigningKey, type SigningKey } from './signing-key.ts';

const alice = {
  email: 'alice@acme.example',
  name: 'Alice Moreau',
  groups: [],
  subject: '5f0c7f0e-9d0e-4a53-9a57-2f4be1a3a7c1',
  password: 'right-horse',
};

let folder: string;
let acmeKey: SigningKey;
let ourKey: SigningKey;
let acme: AcmeIdentityProvider;
let server: Server;
let service: ServiceProvider & { readonly logoutUrl: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'acme-'));
  acmeKey = await openSigningKey(join(folder, 'acme.pem'));
  ourKey = await openSigningKey(join(folder, 'ours.pem'));
  server = createServer((request, response) => {
    if (request.url === '/metadata') response.end(ourMetadata());
    else response.end('the service');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  service = {
    entityId: `${origin}/metadata`,
    acsUrl: `${origin}/acs`,
    logoutUrl: `${origin}/logout`,
    name: 'Northwind',
    startUrl: `${origin}/`,
  };
  acme = await startAcme({
    host: '127.0.0.1',
    port: 0,
    publicHostname: '127.0.0.1',
    people: [alice],
    key: acmeKey,
    serviceProviders: () => [service],
    log: pino({ level: 'silent' }),
  });
});
afterAll(async () => {
  await acme.close();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

/** Our side of the conversation, signing with a key. */
function ourSaml(privateKey = ourKey.privateKey): SAML {
  return new SAML({
    issuer: service.entityId,
    callbackUrl: service.acsUrl,
    entryPoint: acme.signOnUrl,
    logoutUrl: acme.logoutUrl,
    idpIssuer: acme.entityId,
    idpCert: acmeKey.certificate,
    audience: service.entityId,
    privateKey,
    signatureAlgorithm: 'sha256',
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: true,
    validateInResponseTo: ValidateInResponseTo.never,
  });
}

function ourMetadata(): string {
  return ourSaml().generateServiceProviderMetadata(null, ourKey.certificate);
}

async function signedIn() {
  const browser = createTestBrowser();
  await browser.submit(await browser.open(acme.url), { email: alice.email, password: alice.password });
  return browser;
}

const profile = {
  issuer: '',
  nameID: alice.subject,
  nameIDFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
};

test('somebody at Acme chooses a service from the list, and is sent there with an answer to no request', async () => {
  const browser = await signedIn();
  const home = await browser.open(acme.url);
  const path = /href="(\/saml\/launch[^"]+)"/.exec(home.markup)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const page = await browser.open(`${acme.url}${path}`);
  const [form] = formsOf(page.markup);
  expect(form?.action).toBe(service.acsUrl);
  const found = await ourSaml().validatePostResponseAsync({
    SAMLResponse: form?.fields['SAMLResponse'] ?? '',
  });
  expect(found.profile).toMatchObject({ nameID: alice.subject });
  expect(found.profile?.getAssertionXml?.()).not.toContain('InResponseTo');
});

test('a service that asks, signed, ends the session at Acme and gets an answer', async () => {
  const browser = await signedIn();
  const asked = await browser.open(await ourSaml().getLogoutUrlAsync(profile, 'state', {}));
  expect(asked.leaves?.href.startsWith(service.logoutUrl)).toBe(true);
  const query = asked.leaves?.search.slice(1) ?? '';
  const answer = Object.fromEntries(new URLSearchParams(query));
  expect(answer).toMatchObject({ RelayState: 'state' });
  await expect(ourSaml().validateRedirectAsync(answer, query)).resolves.toMatchObject({ loggedOut: true });
  expect((await browser.open(acme.url)).markup).toContain('name="password"');
});

test('nobody is signed out by a request that is unsigned, or signed by another', async () => {
  const browser = await signedIn();
  const signed = new URL(await ourSaml().getLogoutUrlAsync(profile, '', {}));
  signed.searchParams.delete('Signature');
  const foreign = await ourSaml(acmeKey.privateKey).getLogoutUrlAsync(profile, '', {});
  for (const address of [signed.href, foreign]) {
    expect((await browser.open(address)).status).toBe(400);
    expect((await browser.open(acme.url)).markup).toContain('You are signed in as');
  }
});

test('signing out of Acme asks the service, signed, to end the session there', async () => {
  const browser = await signedIn();
  const left = await browser.submit(await browser.open(acme.url), {});
  expect(left.leaves?.href.startsWith(service.logoutUrl)).toBe(true);
  const query = left.leaves?.search.slice(1) ?? '';
  const request = Object.fromEntries(new URLSearchParams(query));
  expect(request['Signature']).toBeDefined();
  const found = await ourSaml().validateRedirectAsync(request, query);
  expect(found.profile).toMatchObject({ nameID: alice.subject });
});
