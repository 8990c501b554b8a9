import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { Provider } from '../providers/store.ts';
import {
  addSamlProvider,
  answerTo,
  cookiesOf,
  finishSaml,
  leaveForSaml,
  postResponse,
  signInThroughSaml,
} from '../testing-sign-in.ts';
import { createTestIdp, responseXml, type TestIdp } from './testing-idp.ts';

let portico: TestApp;
let acme: TestIdp;
let provider: Provider;

beforeAll(async () => {
  portico = await createTestApp();
  acme = await createTestIdp('https://idp.acme.example/metadata');
  provider = await addSamlProvider(portico, acme);
});

afterAll(async () => {
  await portico?.close();
});

async function whoIs(cookie: string) {
  const response = await portico.app.inject({ url: '/rest/portico/1/session', headers: { cookie } });
  return response.json().account;
}

describe('signing in through a SAML provider', () => {
  it('asks the provider with a request that names us, our address and no way of signing in', async () => {
    const journey = await leaveForSaml(portico, provider);
    expect(journey.target.origin + journey.target.pathname).toBe('http://idp.acme.example/sso');
    expect(journey.requestId).toMatch(/^_[\w-]{43}$/);
    expect(journey.relayState).toMatch(/^[\w-]{43}$/);
    expect(journey.relayState).not.toContain(journey.requestId);
    expect(journey.target.searchParams.has('Signature')).toBe(false);
  });

  it('creates the account of a person who comes for the first time, and signs in the same one after', async () => {
    const first = await signInThroughSaml(portico, acme, provider);
    expect(first.location).toBe('/servicedesk/customer/portals');
    const alice = await whoIs(first.cookie);
    expect(alice).toMatchObject({
      displayName: 'Alice Archer',
      emailAddress: 'alice@acme.example',
      isAdministrator: false,
      isAgent: false,
    });
    const second = await signInThroughSaml(portico, acme, provider);
    expect((await whoIs(second.cookie)).accountId).toBe(alice.accountId);
  });

  it.each(['assertion', 'both'] as const)(
    'takes a response in which the provider signs: %s',
    async (signs) => {
      const { cookie } = await signInThroughSaml(portico, acme, provider, { signs });
      expect(await whoIs(cookie)).toMatchObject({ emailAddress: 'alice@acme.example' });
    },
  );

  it('takes SHA-512, and a second certificate', async () => {
    const next = await createTestIdp('https://rotating.example/metadata');
    const other = await createTestIdp(next.entityId);
    const rotating = await addSamlProvider(portico, next, {
      domains: ['rotating.example'],
      saml: {
        entityId: next.entityId,
        signOnUrl: 'http://rotating.example/sso',
        certificates: [other.certificate, next.certificate],
      },
    });
    const { cookie } = await signInThroughSaml(portico, next, rotating, {
      digest: 'sha512',
      attributes: { mail: 'ron@rotating.example' },
    });
    expect(await whoIs(cookie)).toMatchObject({ emailAddress: 'ron@rotating.example', displayName: 'ron' });
  });

  it('goes to where the person wanted to go, and nowhere else', async () => {
    const journey = await leaveForSaml(portico, provider, '/servicedesk/customer/portal/1/HELP-3?a=b');
    const done = await finishSaml(portico, journey, responseXml(acme, answerTo(journey)));
    expect(done.location).toBe('/servicedesk/customer/portal/1/HELP-3?a=b');
    const evil = await leaveForSaml(portico, provider, '//evil.example/');
    const home = await finishSaml(portico, evil, responseXml(acme, answerTo(evil)));
    expect(home.location).toBe('/servicedesk/customer/portals');
  });

  it('ends the session that the browser had before', async () => {
    const before = await signInThroughSaml(portico, acme, provider);
    const journey = await leaveForSaml(portico, provider);
    const after = await finishSaml(
      portico,
      journey,
      responseXml(acme, answerTo(journey)),
      `${journey.cookie}; ${before.cookie}`,
    );
    expect(await whoIs(before.cookie)).toBeNull();
    expect(await whoIs(after.cookie)).not.toBeNull();
  });

  it('serves two tabs of one browser at once', async () => {
    const one = await leaveForSaml(portico, provider);
    const two = await leaveForSaml(portico, provider, '/projects', one.cookie);
    expect(two.cookie).toBe(one.cookie);
    const second = await finishSaml(portico, two, responseXml(acme, answerTo(two)));
    const first = await finishSaml(portico, one, responseXml(acme, answerTo(one)));
    expect(second.location).toBe('/projects');
    expect(first.location).toBe('/servicedesk/customer/portals');
  });

  it('sets the session cookie out of reach of scripts and other sites', async () => {
    const journey = await leaveForSaml(portico, provider);
    const posted = await postResponse(portico, journey, responseXml(acme, answerTo(journey)));
    expect(posted.headers['set-cookie']).toBeUndefined();
    const completed = await portico.app.inject({
      url: String(posted.headers.location),
      headers: { cookie: journey.cookie },
    });
    const [cookie] = [completed.headers['set-cookie'] ?? ''].flat();
    expect(cookie).toMatch(/^portico_session=[\w-]{43}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax$/);
  });

  it('prefixes its cookies with __Host- and marks them secure over https', async () => {
    const secure = await createTestApp({ config: { url: new URL('https://help.northwind.example') } });
    try {
      const acmeThere = await addSamlProvider(secure, acme);
      const journey = await leaveForSaml(secure, acmeThere);
      expect(journey.cookie).toMatch(/^__Host-portico_attempt=/);
      const posted = await postResponse(secure, journey, responseXml(acme, answerTo(journey)));
      const completed = await secure.app.inject({
        url: String(posted.headers.location),
        headers: { cookie: journey.cookie },
      });
      const [cookie = ''] = [completed.headers['set-cookie'] ?? ''].flat();
      expect(cookie).toMatch(/^__Host-portico_session=.*; HttpOnly; SameSite=Lax; Secure$/);
      expect(cookiesOf(cookie)).not.toBe('');
    } finally {
      await secure.close();
    }
  });

  it('reads names and addresses from the attributes that are configured', async () => {
    const idp = await createTestIdp('https://custom.example/metadata');
    const custom = await addSamlProvider(portico, idp, {
      domains: ['custom.example'],
      saml: {
        entityId: idp.entityId,
        signOnUrl: 'http://custom.example/sso',
        certificates: [idp.certificate],
        emailAttribute: 'work-mail',
        nameAttribute: 'full-name',
      },
    });
    const { cookie } = await signInThroughSaml(portico, idp, custom, {
      attributes: {
        mail: 'private@elsewhere.example',
        'work-mail': 'Zoë.Ünal@CUSTOM.example',
        'full-name': 'Zoë &amp; Ünal &lt;HR&gt;',
      },
    });
    expect(await whoIs(cookie)).toMatchObject({
      emailAddress: 'zoë.ünal@custom.example',
      displayName: 'Zoë & Ünal <HR>',
    });
  });

  it('uses a NameID that is an e-mail address, in any case', async () => {
    const nameIdFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
    const changes = { nameIdFormat, attributes: { givenName: 'Ann', sn: 'Other' } };
    const one = await signInThroughSaml(portico, acme, provider, { ...changes, nameId: 'ann@acme.example' });
    const two = await signInThroughSaml(portico, acme, provider, { ...changes, nameId: 'Ann@Acme.example' });
    const ann = await whoIs(one.cookie);
    expect(ann).toMatchObject({ displayName: 'Ann Other', emailAddress: 'ann@acme.example' });
    expect((await whoIs(two.cookie)).accountId).toBe(ann.accountId);
  });

  it('describes itself in metadata, for providers only that are there', async () => {
    const response = await portico.app.inject({ url: `/sso/saml/${provider.id}/metadata` });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toMatch('application/samlmetadata+xml');
    expect(response.body).toContain(`entityID="http://localhost:8080/sso/saml/${provider.id}/metadata"`);
    expect(response.body).toContain(`Location="http://localhost:8080/sso/saml/${provider.id}/acs"`);
    expect(response.body).toContain('WantAssertionsSigned="true"');
    for (const id of ['999', 'x', '99999999999999999999']) {
      expect((await portico.app.inject({ url: `/sso/saml/${id}/metadata` })).statusCode).toBe(404);
    }
  });
});
