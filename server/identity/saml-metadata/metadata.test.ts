import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { requireProvider } from '../providers/providers.ts';
import { createTestIdp, type TestIdp } from '../saml/testing-idp.ts';
import { addProvider, addSamlProvider } from '../testing-sign-in.ts';
import { keycloakMetadata, plainMetadata } from './testing-metadata.ts';
import { type MetadataSite, startMetadataSite } from './testing-site.ts';

let portico: TestApp;
let idp: TestIdp;
let other: TestIdp;
let site: MetadataSite;
let admin: Record<string, string>;
let customer: Record<string, string>;

const base = '/rest/portico/1/identity-provider';

beforeAll(async () => {
  portico = await createTestApp();
  idp = await createTestIdp('https://idp.acme.example/metadata');
  other = await createTestIdp('https://idp.acme.example/metadata');
  site = await startMetadataSite();
  const account = await portico.createAccount({ displayName: 'Ada Admin', isAdministrator: true });
  admin = await portico.signIn(account);
  customer = await portico.signIn(await portico.createAccount());
});

beforeEach(async () => {
  const { db } = portico.platform;
  await db.deleteFrom('identity').execute();
  await db.deleteFrom('identity_provider').execute();
});

afterAll(async () => {
  await site?.close();
  await portico?.close();
});

async function send(method: 'GET' | 'POST', path: string, payload?: object, headers = admin) {
  const response = await portico.app.inject({
    method,
    url: `${base}${path}`,
    headers,
    ...(payload && { payload }),
  });
  return { status: response.statusCode, body: response.json() };
}

async function settingsOf(id: string) {
  const provider = await requireProvider(portico.platform.db, id);
  if (provider.protocol !== 'saml') throw new Error('not SAML');
  return { ...provider.settings, issuer: provider.issuer, version: provider.version };
}

/** Somebody has signed in through the provider. */
async function haveSignedIn(providerId: string): Promise<void> {
  const account = await portico.createAccount();
  await portico.platform.db
    .insertInto('identity')
    .values({ provider_id: providerId, issuer: idp.entityId, subject: 'alice', account_id: account.id })
    .execute();
}

async function actions(): Promise<string[]> {
  const rows = await portico.platform.db
    .selectFrom('audit_event')
    .select('action')
    .where('object_type', '=', 'identity-provider')
    .orderBy('id')
    .execute();
  return rows.map(({ action }) => action.replace('identity-provider.', ''));
}

describe('the metadata of a provider', () => {
  it('is for administrators, and for SAML', async () => {
    const { id } = await addSamlProvider(portico, idp);
    const xml = plainMetadata([idp.certificate]);
    const calls = [
      ['POST', '/metadata-preview', { xml }],
      ['GET', `/${id}/metadata`, undefined],
      ['POST', `/${id}/metadata`, { xml, apply: true }],
      ['POST', `/${id}/metadata/refresh`, undefined],
      ['POST', `/${id}/metadata/1/apply`, {}],
      ['POST', `/${id}/metadata/1/dismiss`, undefined],
      ['GET', '-warnings', undefined],
    ] as const;
    for (const [method, path, body] of calls) {
      expect([path, (await send(method, path, body, {})).status]).toEqual([path, 401]);
      expect([path, (await send(method, path, body, customer)).status]).toEqual([path, 403]);
    }
    const oidc = await addProvider(portico, {
      protocol: 'oidc',
      domains: ['globex.example'],
      oidc: { issuer: 'https://login.globex.example', clientId: 'portico' },
    });
    expect((await send('GET', `/${oidc.id}/metadata`)).status).toBe(404);
    expect((await send('POST', `/${oidc.id}/metadata`, { xml, apply: false })).status).toBe(404);
    expect((await send('POST', `/${oidc.id}/metadata/refresh`)).status).toBe(404);
    for (const missing of ['999', 'x', '99999999999999999999']) {
      expect((await send('GET', `/${missing}/metadata`)).status).toBe(404);
      expect((await send('POST', `/${id}/metadata/${missing}/apply`, {})).status).toBe(404);
      expect((await send('POST', `/${id}/metadata/${missing}/dismiss`)).status).toBe(404);
    }
  });

  it('is shown for a new provider, from a text or an address, without writing anything', async () => {
    site.serve('/md', keycloakMetadata(idp.certificate));
    const { status, body } = await send('POST', '/metadata-preview', { url: site.at('/md') });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      entityId: 'https://keycloak.acme.example/realms/acme',
      bindings: ['redirect', 'post'],
      certificates: [{ pem: idp.certificate, keyBits: 2048, subject: 'CN=Test identity provider' }],
      settings: {
        signOnBinding: 'redirect',
        signsRequests: true,
        logoutBinding: 'post',
        metadataUrl: site.at('/md'),
        certificates: [idp.certificate],
      },
    });
    const xml = keycloakMetadata(idp.certificate);
    const pasted = await send('POST', '/metadata-preview', { xml });
    expect(pasted.body.settings).not.toHaveProperty('metadataUrl');
    // As they are, the settings make a provider.
    const made = await send('POST', '', {
      protocol: 'saml',
      name: 'Acme',
      domains: ['acme.example'],
      saml: body.settings,
    });
    expect(made.status).toBe(201);
  });

  it('is refused with what is wrong, under the name of what was given', async () => {
    const answer = async (body: object) => (await send('POST', '/metadata-preview', body)).body.errors;
    expect(await answer({ xml: '<html>' })).toEqual({ xml: expect.stringContaining('a web page') });
    expect(await answer({})).toEqual({ url: expect.stringContaining('either') });
    expect(await answer({ xml: '<a/>', url: 'https://a.example' })).toEqual({
      url: expect.stringContaining('either'),
    });
    expect(await answer({ url: 'ftp://a.example' })).toEqual({ url: expect.stringContaining('https://') });
    const two =
      plainMetadata([idp.certificate], { entityId: 'urn:a' }) +
      plainMetadata([idp.certificate], { entityId: 'urn:b' });
    const xml = `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${two}</md:EntitiesDescriptor>`;
    expect(await answer({ xml })).toEqual({ entityId: expect.stringContaining('urn:a, urn:b') });
    expect((await send('POST', '/metadata-preview', { xml, entityId: 'urn:b' })).body.entityId).toBe('urn:b');
    site.serve('/gone', null);
    expect(await answer({ url: site.at('/gone') })).toEqual({ url: expect.stringContaining('answered 404') });
    site.serve('/loop', { redirect: '/loop' });
    expect(await answer({ url: site.at('/loop') })).toEqual({ url: expect.stringContaining('too often') });
    site.serve('/large', 'x'.repeat(1_100_000));
    expect(await answer({ url: site.at('/large') })).toEqual({ url: expect.stringContaining('larger') });
    site.serve('/latin', Buffer.from([0x3c, 0xe4, 0x3e]));
    expect(await answer({ url: site.at('/latin') })).toEqual({ url: expect.stringContaining('UTF-8') });
  });

  it('is imported into a provider after a preview that writes nothing', async () => {
    const { id } = await addSamlProvider(portico, idp);
    const xml = plainMetadata([other.certificate], {
      signOnUrl: 'https://new.acme.example/sso',
      inRole:
        '<md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://new.acme.example/out"/>',
    });
    const before = await settingsOf(id);
    const preview = await send('POST', `/${id}/metadata`, { xml, apply: false });
    expect(preview.body).toMatchObject({
      isApplied: false,
      problem: null,
      version: before.version,
      changes: {
        isChange: true,
        fields: [
          {
            field: 'signOnUrl',
            before: 'http://idp.acme.example/sso',
            after: 'https://new.acme.example/sso',
          },
          { field: 'logoutUrl', before: null, after: 'https://new.acme.example/out' },
          { field: 'logoutBinding', before: null, after: 'post' },
        ],
        certificates: { added: [{ pem: other.certificate }], kept: [], removed: [{ pem: idp.certificate }] },
      },
    });
    expect(await settingsOf(id)).toEqual(before);
    expect((await send('GET', `/${id}/metadata`)).body.history).toEqual([]);

    const stale = await send('POST', `/${id}/metadata`, { xml, apply: true, version: before.version + 1 });
    expect(stale.status).toBe(409);
    const applied = await send('POST', `/${id}/metadata`, { xml, apply: true, version: before.version });
    expect(applied.body).toMatchObject({ isApplied: true, version: before.version + 1 });
    expect(await settingsOf(id)).toMatchObject({
      signOnUrl: 'https://new.acme.example/sso',
      logoutUrl: 'https://new.acme.example/out',
      logoutBinding: 'post',
      certificates: [other.certificate, idp.certificate],
    });
    const { body: state } = await send('GET', `/${id}/metadata`);
    expect(state.certificates).toMatchObject([
      { pem: other.certificate, until: null },
      { pem: idp.certificate, until: expect.any(String) },
    ]);
    expect(state.history).toMatchObject([{ source: 'paste', state: 'applied' }]);
    expect((await actions()).slice(-2)).toEqual(['changed', 'metadata-applied']);
  });

  it('completes a provider that is being filled in, and is not refreshed before', async () => {
    site.serve('/draft', plainMetadata([idp.certificate]));
    const saml = { entityId: '', signOnUrl: '', certificates: [], metadataUrl: site.at('/draft') };
    const { id } = await addSamlProvider(portico, idp, { isEnabled: false, saml });
    expect((await send('POST', `/${id}/metadata/refresh`)).status).toBe(400);
    const { body } = await send('POST', `/${id}/metadata`, { url: site.at('/draft'), apply: true });
    expect(body.changes.fields).toMatchObject([
      { field: 'entityId', before: null, after: idp.entityId },
      { field: 'signOnUrl', before: null, after: 'https://idp.acme.example/sso' },
    ]);
    expect((await send('POST', `/${id}/metadata/refresh`)).body.outcome).toBe('unchanged');
  });

  it('replaces certificates at once when told so', async () => {
    const { id } = await addSamlProvider(portico, idp);
    const xml = plainMetadata([other.certificate]);
    await send('POST', `/${id}/metadata`, { xml, apply: true, keepsCertificates: false, isFile: true });
    expect((await settingsOf(id)).certificates).toEqual([other.certificate]);
    expect((await send('GET', `/${id}/metadata`)).body.history[0].source).toBe('file');
  });

  it('keeps the binding that is in use while it is offered, and logout addresses that were entered', async () => {
    const { id } = await addSamlProvider(portico, idp, {
      saml: {
        entityId: idp.entityId,
        signOnUrl: 'https://old.example/sso',
        signOnBinding: 'post',
        logoutUrl: 'https://old.example/out',
        certificates: [idp.certificate],
      },
    });
    const services =
      '<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://r.example/"/>' +
      '<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://p.example/"/>';
    await send('POST', `/${id}/metadata`, {
      xml: plainMetadata([idp.certificate], { services }),
      apply: true,
    });
    expect(await settingsOf(id)).toMatchObject({
      signOnUrl: 'https://p.example/',
      signOnBinding: 'post',
      logoutUrl: 'https://old.example/out',
    });
  });

  it('of another entity is refused once people have signed in (S35)', async () => {
    const provider = await addSamlProvider(portico, idp);
    const xml = plainMetadata([idp.certificate], { entityId: 'urn:other' });
    const preview = () => send('POST', `/${provider.id}/metadata`, { xml, apply: false });
    expect((await preview()).body.problem).toBeNull();
    await haveSignedIn(provider.id);
    expect((await preview()).body.problem).toContain('another provider');
    const applied = await send('POST', `/${provider.id}/metadata`, { xml, apply: true });
    expect(applied).toMatchObject({ status: 409, body: { errors: { 'saml.entityId': expect.any(String) } } });
    expect((await settingsOf(provider.id)).issuer).toBe(idp.entityId);
    expect((await send('GET', `/${provider.id}/metadata`)).body.history).toEqual([]);
  });

  it('can be rolled back, which takes the certificates of the later one out of force at once', async () => {
    const { id } = await addSamlProvider(portico, idp);
    await send('POST', `/${id}/metadata`, { xml: plainMetadata([idp.certificate]), apply: true });
    await send('POST', `/${id}/metadata`, { xml: plainMetadata([other.certificate]), apply: true });
    const { body: state } = await send('GET', `/${id}/metadata`);
    expect(state.history).toMatchObject([{ state: 'applied' }, { state: 'superseded' }]);
    expect((await send('POST', `/${id}/metadata/${state.history[0].id}/apply`, {})).status).toBe(409);
    const back = await send('POST', `/${id}/metadata/${state.history[1].id}/apply`, {});
    expect(back.body.history).toMatchObject([
      { state: 'applied', source: 'rollback' },
      { state: 'superseded' },
      { state: 'superseded' },
    ]);
    expect((await settingsOf(id)).certificates).toEqual([idp.certificate]);
    expect((await send('POST', `/${id}/metadata/${state.history[1].id}/dismiss`)).status).toBe(409);
  });
});

describe('addresses of metadata (S35)', () => {
  it('lead into private networks only where that is allowed, also by redirect', async () => {
    const strict = await createTestApp({ config: { allowsPrivateProviders: false } });
    try {
      const headers = await strict.signIn(await strict.createAccount({ isAdministrator: true }));
      for (const url of [
        'http://idp.acme.example/',
        'https://127.0.0.1/',
        'https://[::1]/',
        'https://169.254.169.254/latest',
        'https://user:secret@idp.acme.example/',
      ]) {
        const response = await strict.app.inject({
          method: 'POST',
          url: `${base}/metadata-preview`,
          headers,
          payload: { url },
        });
        expect([url, response.statusCode]).toEqual([url, 400]);
      }
    } finally {
      await strict.close();
    }
  });
});
