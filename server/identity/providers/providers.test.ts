import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { createTestIdp, type TestIdp } from '../saml/testing-idp.ts';
import { signInThroughSaml } from '../testing-sign-in.ts';
import { providerById, secretContext } from './store.ts';

let portico: TestApp;
let acme: TestIdp;
let weak: TestIdp;
let admin: Record<string, string>;
let customer: Record<string, string>;

const base = '/rest/portico/1/identity-provider';

beforeAll(async () => {
  portico = await createTestApp({ config: { allowsPrivateProviders: false } });
  acme = await createTestIdp('https://idp.acme.example/metadata');
  weak = await createTestIdp('https://weak.example', 1024);
  admin = await portico.signIn(
    await portico.createAccount({ displayName: 'Ada Admin', isAdministrator: true }),
  );
  customer = await portico.signIn(await portico.createAccount());
});

beforeEach(async () => {
  const { db } = portico.platform;
  await db.deleteFrom('identity').execute();
  await db.deleteFrom('identity_provider').execute();
});

afterAll(async () => {
  await portico?.close();
});

function saml(changes: object = {}, samlChanges: object = {}) {
  return {
    protocol: 'saml',
    name: 'Acme',
    isEnabled: true,
    domains: ['acme.example'],
    saml: {
      entityId: acme.entityId,
      signOnUrl: 'https://idp.acme.example/sso',
      certificates: [acme.certificate],
      ...samlChanges,
    },
    ...changes,
  };
}

function oidc(changes: object = {}, oidcChanges: object = {}) {
  return {
    protocol: 'oidc',
    name: 'Globex',
    isEnabled: true,
    domains: ['globex.example'],
    oidc: {
      issuer: 'https://login.globex.example',
      clientId: 'portico',
      clientSecret: 'very secret',
      ...oidcChanges,
    },
    ...changes,
  };
}

function send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object, headers = admin) {
  return portico.app.inject({ method, url: `${base}${path}`, headers, ...(payload && { payload }) });
}

async function add(body: object): Promise<{ id: string; version: number }> {
  const response = await send('POST', '', body);
  expect({ status: response.statusCode, body: response.json() }).toMatchObject({ status: 201 });
  return response.json();
}

/** What a form sends back of what it was given. */
function form(shown: Record<string, unknown>): Record<string, unknown> {
  const {
    id: _id,
    ours: _ours,
    logoUrl: _logo,
    domainClaims: _claims,
    testedAt: _at,
    isTested: _tested,
    testState: _state,
    isComplete: _complete,
    ...rest
  } = shown;
  if (typeof rest['oidc'] !== 'object') return rest;
  const { hasClientSecret: _has, ...settings } = rest['oidc'] as Record<string, unknown>;
  return { ...rest, oidc: settings };
}

async function lastAudit() {
  return portico.platform.db
    .selectFrom('audit_event')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

describe('identity providers', () => {
  it('are for administrators only', async () => {
    const { id, version } = await add(saml());
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', `/${id}`, undefined],
      ['POST', '', oidc()],
      ['PUT', `/${id}`, { ...saml(), version }],
      ['DELETE', `/${id}`, undefined],
      ['GET', `/${id}/dependants`, undefined],
    ] as const) {
      expect((await send(method, path, body, {})).statusCode).toBe(401);
      expect((await send(method, path, body, customer)).statusCode).toBe(403);
    }
    for (const path of ['/999', '/x', '/99999999999999999999']) {
      expect((await send('GET', path)).statusCode).toBe(404);
      expect((await send('GET', `${path}/dependants`)).statusCode).toBe(404);
      expect((await send('PUT', path, { ...saml(), version: 1 })).statusCode).toBe(404);
      expect((await send('DELETE', path)).statusCode).toBe(404);
    }
  });

  it('speak SAML: shown with what the provider must be told of us', async () => {
    const { id } = await add(saml());
    const response = await send('GET', `/${id}`);
    expect(response.json()).toEqual({
      id,
      ...saml(),
      createsAccounts: true,
      admitsStaff: false,
      preset: 'generic',
      buttonText: null,
      position: 0,
      shownOn: 'none',
      portalIds: [],
      admits: 'domains',
      allowedGroups: [],
      clockSkewSeconds: 60,
      trustsFactor: false,
      sessionIdleMinutes: null,
      sessionMaxHours: null,
      logoUrl: null,
      domainClaims: [
        {
          domain: 'acme.example',
          isVerified: false,
          verifiedBy: null,
          verifiedAt: null,
          overrideReason: null,
          checkedAt: null,
          checkProblem: null,
          recordName: '_portico.acme.example',
          recordValue: expect.stringMatching(/^portico-verification=[0-9a-f]{32}$/),
        },
      ],
      testedAt: null,
      testState: 'never',
      isTested: false,
      isComplete: true,
      version: 1,
      ours: {
        saml: {
          entityId: `http://localhost:8080/sso/saml/${id}/metadata`,
          acsUrl: `http://localhost:8080/sso/saml/${id}/acs`,
          metadataUrl: `http://localhost:8080/sso/saml/${id}/metadata`,
          logoutUrl: `http://localhost:8080/sso/saml/${id}/logout`,
        },
      },
    });
    expect((await send('GET', '')).json()).toMatchObject({ size: 1, values: [{ id }] });
  });

  it('speak OpenID: the client secret is sealed, and never shown again', async () => {
    const { id } = await add(oidc());
    const response = await send('GET', `/${id}`);
    expect(response.json()).toMatchObject({
      oidc: { issuer: 'https://login.globex.example', clientId: 'portico', hasClientSecret: true },
      ours: { oidc: { redirectUri: `http://localhost:8080/sso/oidc/${id}/callback` } },
    });
    expect(response.body).not.toContain('very secret');
    const { db, sealer } = portico.platform;
    const sealed = (await providerById(db, id))?.sealedSecret ?? '';
    expect(sealed).toMatch(/^v1\./);
    expect(sealer.open(sealed, secretContext(id))).toBe('very secret');
    expect(() => sealer.open(sealed, secretContext('0'))).toThrow();
    expect(JSON.stringify(await db.selectFrom('audit_event').selectAll().execute())).not.toContain(
      'very secret',
    );
  });

  it('keep the client secret when a form sends none, change it, and remove it', async () => {
    const { id } = await add(oidc());
    const secretOf = async () => (await providerById(portico.platform.db, id))?.sealedSecret ?? null;
    const before = await secretOf();
    const shown = (await send('GET', `/${id}`)).json();
    const renamed = await send('PUT', `/${id}`, { ...form(shown), name: 'Globex AG' });
    expect(renamed.statusCode).toBe(200);
    expect(await secretOf()).toBe(before);
    const withNew = form(renamed.json());
    const changed = await send('PUT', `/${id}`, {
      ...withNew,
      oidc: { ...(withNew['oidc'] as object), clientSecret: 'another' },
    });
    expect(await secretOf()).not.toBe(before);
    expect(await lastAudit()).toMatchObject({ before: {}, after: { clientSecret: 'changed' } });
    const without = form(changed.json());
    await send('PUT', `/${id}`, { ...without, oidc: { ...(without['oidc'] as object), clientSecret: null } });
    expect(await secretOf()).toBeNull();
  });

  it('keep every rule and setting that is given, and leave out what nobody set', async () => {
    const rules = {
      preset: 'okta',
      buttonText: 'Acme people',
      position: 7,
      shownOn: 'all',
      admits: 'groups',
      allowedGroups: ['Support', 'Sales'],
      clockSkewSeconds: 30,
      trustsFactor: true,
      sessionIdleMinutes: 60,
      sessionMaxHours: 12,
    };
    const settings = {
      signOnBinding: 'post',
      logoutUrl: 'https://idp.acme.example/slo',
      logoutBinding: 'redirect',
      metadataUrl: 'https://idp.acme.example/metadata',
      reviewsMetadata: true,
      signsRequests: true,
      nameIdFormat: 'persistent',
      authnContexts: ['urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport'],
      requiresEncryption: true,
      allowsIdpInitiated: true,
      emailAttribute: 'mail',
    };
    const { id } = await add(saml(rules, settings));
    const shown = (await send('GET', `/${id}`)).json();
    expect(shown).toMatchObject({ ...rules, saml: settings });
    expect(shown.saml).not.toHaveProperty('forcesSignIn');
    const untouched = await send('PUT', `/${id}`, form(shown));
    expect({ status: untouched.statusCode, body: untouched.json() }).toMatchObject({
      status: 200,
      body: { ...rules, saml: settings, version: 2 },
    });
    expect(await lastAudit()).toMatchObject({ before: {}, after: {} });
  });

  it('take international domains in ASCII, in any case, once each', async () => {
    const response = await send(
      'POST',
      '',
      saml({ domains: ['BÜCHER.example', '@Acme.example', 'acme.example.'] }),
    );
    expect(response.json().domains).toEqual(['acme.example', 'xn--bcher-kva.example']);
  });

  it.each<[string, string, () => object]>([
    ['saml.signOnUrl', 'https', () => saml({}, { signOnUrl: 'http://idp.acme.example/sso' })],
    ['saml.signOnUrl', 'https', () => saml({}, { signOnUrl: 'javascript:alert(1)' })],
    ['saml.signOnUrl', 'web address', () => saml({}, { signOnUrl: 'idp' })],
    ['saml.signOnUrl', 'password', () => saml({}, { signOnUrl: 'https://user:pw@idp.acme.example' })],
    ['saml.entityId', 'entity id', () => saml({}, { entityId: 'two words' })],
    ['saml.certificates', 'no certificate', () => saml({}, { certificates: ['hello'] })],
    [
      'saml.certificates',
      'no certificate',
      () => saml({}, { certificates: ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'] }),
    ],
    [
      'saml.certificates',
      'private key',
      () => saml({}, { certificates: ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'] }),
    ],
    ['domains', 'at least one', () => saml({ domains: [] })],
    ['domains', 'open to everybody', () => saml({ domains: ['gmail.com'] })],
    ['domains', 'open to everybody', () => saml({ domains: ['GMAIL.com.'] })],
    ['domains', 'not a domain', () => saml({ domains: ['acme'] })],
    ['name', 'name', () => saml({ name: '  ' })],
    ['saml', 'settings', () => ({ ...saml(), saml: undefined })],
    ['oidc', 'leave them out', () => ({ ...saml(), oidc: oidc().oidc })],
    ['saml.logoutUrl', 'https', () => saml({}, { logoutUrl: 'javascript:alert(1)' })],
    ['saml.metadataUrl', 'https', () => saml({}, { metadataUrl: 'http://idp.acme.example/metadata' })],
    ['saml.authnContexts', 'no spaces', () => saml({}, { authnContexts: ['two words'] })],
    [
      'saml.weakAlgorithms',
      'YYYY-MM-DD',
      () => saml({}, { weakAlgorithms: { algorithms: ['sha1'], until: '2026-02-30' } }),
    ],
    [
      'saml.weakAlgorithms',
      'at most',
      () => saml({}, { weakAlgorithms: { algorithms: ['sha1'], until: '2099-01-01' } }),
    ],
    ['oidc.extraParameters', 'protocol itself', () => oidc({}, { extraParameters: { State: 'x' } })],
    ['allowedGroups', 'at least one', () => saml({ admits: 'groups', allowedGroups: [' '] })],
    ['portalIds', 'at least one', () => saml({ shownOn: 'listed' })],
    ['oauth2', 'settings', () => ({ ...saml(), protocol: 'oauth2', saml: undefined })],
    ['oidc.issuer', 'https', () => oidc({}, { issuer: 'http://login.globex.example' })],
    ['oidc.issuer', 'query', () => oidc({}, { issuer: 'https://login.globex.example/?tenant=1' })],
    ['oidc.issuer', 'tenant', () => oidc({}, { issuer: 'https://login.microsoftonline.com/common/v2.0' })],
    ['oidc.clientId', 'client id', () => oidc({}, { clientId: 'a b' })],
    ['oidc.scopes', 'openid', () => oidc({}, { scopes: 'email profile' })],
    ['oidc.extraParameters', 'state', () => oidc({}, { extraParameters: { state: 'x' } })],
    ['oidc.extraParameters', 'Redirect_URI', () => oidc({}, { extraParameters: { Redirect_URI: 'x' } })],
    [
      'saml.weakAlgorithms',
      'YYYY-MM-DD',
      () => saml({}, { weakAlgorithms: { algorithms: ['sha1'], until: '2027-02-30' } }),
    ],
    [
      'saml.weakAlgorithms',
      '400 days',
      () => saml({}, { weakAlgorithms: { algorithms: ['sha1'], until: '2999-01-01' } }),
    ],
    ['saml.authnContexts', 'no spaces', () => saml({}, { authnContexts: ['two words'] })],
    ['saml.logoutUrl', 'https', () => saml({}, { logoutUrl: 'http://idp.acme.example/slo' })],
    ['saml.metadataUrl', 'https', () => saml({}, { metadataUrl: 'file:///etc/passwd' })],
    ['allowedGroups', 'at least one group', () => saml({ admits: 'groups', allowedGroups: [' '] })],
    ['portalIds', 'at least one portal', () => saml({ shownOn: 'listed' })],
  ])('are refused for %s, with the words “%s”', async (field, words, body) => {
    const response = await send('POST', '', body());
    expect(response.statusCode).toBe(400);
    expect(Object.keys(response.json().errors)).toEqual([field]);
    expect(response.json().errors[field]).toContain(words);
  });

  it('are refused with a certificate whose key is too weak, which is named by its place', async () => {
    const response = await send('POST', '', saml({}, { certificates: [acme.certificate, weak.certificate] }));
    expect(response.json().errors['saml.certificates']).toMatch(/Certificate 2: .*1024 bits/);
  });

  it('take a certificate as bare base64 too', async () => {
    const bare = acme.certificate.replace(/-----[^-]+-----|\s/g, '');
    const response = await send('POST', '', saml({}, { certificates: [bare] }));
    expect(response.json().saml.certificates).toEqual([acme.certificate]);
  });

  it('are alone with their issuers, and with the domains that are proved to be theirs', async () => {
    const { id } = await add(saml());
    const sameIssuer = await send('POST', '', saml({ domains: ['other.example'] }));
    expect(sameIssuer.statusCode).toBe(409);
    expect(sameIssuer.json().errors['saml.entityId']).toContain('Acme');
    const claims = oidc({ domains: ['globex.example', 'ACME.example'] });
    const { id: claimant } = await add(claims);
    await send('POST', `/${id}/domain/acme.example/vouch`, { reason: 'We know their administrator' });
    expect((await send('DELETE', `/${claimant}`)).statusCode).toBe(204);
    const owned = await send('POST', '', claims);
    expect(owned.statusCode).toBe(409);
    expect(owned.json().errors.domains).toContain('acme.example belongs to Acme');
    const both = await Promise.all([
      send('POST', '', oidc({ name: 'One', domains: ['one.example'] }, { issuer: 'https://one.example' })),
      send('POST', '', oidc({ name: 'Two', domains: ['two.example'] }, { issuer: 'https://one.example' })),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  });

  it('may be drafts while they are disabled, several at once, and are enabled when nothing is missing', async () => {
    const draft = saml({ isEnabled: false, domains: [] }, { entityId: '', signOnUrl: '', certificates: [] });
    const { id } = await add(draft);
    await add({ ...draft, name: 'Another' });
    expect((await send('GET', `/${id}`)).json()).toMatchObject({ isComplete: false, ours: { saml: {} } });
    const enabled = await send('PUT', `/${id}`, { ...draft, isEnabled: true, version: 1 });
    expect(enabled.statusCode).toBe(400);
    expect(Object.keys(enabled.json().errors).sort()).toEqual([
      'domains',
      'saml.certificates',
      'saml.entityId',
      'saml.signOnUrl',
    ]);
    const complete = await send('PUT', `/${id}`, { ...saml(), version: 1 });
    expect(complete.json()).toMatchObject({ isComplete: true, isEnabled: true });
  });

  it('keep every setting that a form sends back as it was shown', async () => {
    const { id } = await add(
      saml(
        {
          preset: 'okta',
          buttonText: 'Acme people',
          shownOn: 'all',
          admits: 'groups',
          allowedGroups: ['Support'],
          clockSkewSeconds: 120,
          sessionIdleMinutes: 30,
          sessionMaxHours: 8,
          position: 3,
        },
        {
          signOnBinding: 'post',
          logoutUrl: 'https://idp.acme.example/slo',
          signsRequests: true,
          nameIdFormat: 'persistent',
          authnContexts: ['urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken'],
          forcesSignIn: true,
          requiresEncryption: true,
          allowsIdpInitiated: true,
        },
      ),
    );
    const shown = (await send('GET', `/${id}`)).json();
    expect(shown).toMatchObject({ preset: 'okta', admits: 'groups', saml: { signOnBinding: 'post' } });
    const again = (await send('PUT', `/${id}`, form(shown))).json();
    expect(again).toEqual({ ...shown, version: 2 });
  });
});

describe('changing an identity provider', () => {
  it('is audited with what changed, certificates by their fingerprints', async () => {
    const next = await createTestIdp(acme.entityId);
    const { id } = await add(saml());
    const response = await send('PUT', `/${id}`, {
      ...saml(
        { isEnabled: false, domains: ['acme.example', 'acme.test'] },
        { certificates: [acme.certificate, next.certificate] },
      ),
      version: 1,
    });
    expect(response.json()).toMatchObject({ isEnabled: false, version: 2 });
    const event = await lastAudit();
    expect(event).toMatchObject({
      action: 'identity-provider.changed',
      actor_name: 'Ada Admin',
      object_name: 'Acme',
      before: { isEnabled: true, domains: ['acme.example'] },
      after: { isEnabled: false, domains: ['acme.example', 'acme.test'] },
    });
    expect(Object.keys(event.after as object).sort()).toEqual(['certificates', 'domains', 'isEnabled']);
    expect(JSON.stringify(event.after)).toMatch(/SHA-256 [0-9A-F:]{95}, valid until 2049/);
    expect(JSON.stringify(event.after)).not.toContain('BEGIN');
  });

  it('is refused on a stale form, with who changed what since', async () => {
    const { id } = await add(saml());
    await send('PUT', `/${id}`, { ...saml({ name: 'Acme Corp' }), version: 1 });
    const stale = await send('PUT', `/${id}`, { ...saml({ isEnabled: false }), version: 1 });
    expect(stale.statusCode).toBe(409);
    expect(stale.json().errorMessages[0]).toMatch(
      /^Ada Admin has changed Acme Corp since you opened it \(20.*Z\): name\./,
    );
    expect((await send('GET', `/${id}`)).json()).toMatchObject({ name: 'Acme Corp', isEnabled: true });
    const both = await Promise.all([
      send('PUT', `/${id}`, { ...saml({ name: 'A' }), version: 2 }),
      send('PUT', `/${id}`, { ...saml({ name: 'B' }), version: 2 }),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('keeps what says who is who once people have signed in, and is then disabled, not deleted', async () => {
    const { id } = await add(saml());
    const provider = await providerById(portico.platform.db, id);
    if (!provider) throw new Error('no provider');
    expect(
      (await send('PUT', `/${id}`, { ...saml({}, { entityId: 'https://new.example' }), version: 1 }))
        .statusCode,
    ).toBe(200);
    await send('PUT', `/${id}`, { ...saml(), version: 2 });
    await send('POST', `/${id}/domain/acme.example/vouch`, { reason: 'We know their administrator' });
    await signInThroughSaml(portico, acme, provider);

    const moved = await send('PUT', `/${id}`, {
      ...saml({}, { entityId: 'https://new.example' }),
      version: 3,
    });
    expect(moved.statusCode).toBe(409);
    expect(moved.json().errors['saml.entityId']).toContain('One person');
    const deleted = await send('DELETE', `/${id}`);
    expect(deleted.statusCode).toBe(409);
    expect(deleted.json().errorMessages[0]).toMatch(
      /^One person has signed in through Acme.*Disable it instead/,
    );
    expect((await send('PUT', `/${id}`, { ...oidc(), version: 3 })).json().errors).toHaveProperty('protocol');
  });

  it('can be deleted while nobody has signed in through it', async () => {
    const { id } = await add(oidc());
    expect((await send('DELETE', `/${id}`)).statusCode).toBe(204);
    expect((await send('GET', `/${id}`)).statusCode).toBe(404);
    expect(await lastAudit()).toMatchObject({
      action: 'identity-provider.deleted',
      object_name: 'Globex',
      after: null,
    });
  });
});
