import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { startTestNameServer, type TestNameServer } from '../domains/testing-name-server.ts';
import { createTestIdp, type TestIdp } from '../saml/testing-idp.ts';
import { oktaMetadata } from '../saml-metadata/testing-metadata.ts';

let portico: TestApp;
let names: TestNameServer;
let idp: TestIdp;
let admin: Record<string, string>;
let customer: Record<string, string>;

const providers = '/rest/portico/1/identity-provider';

beforeAll(async () => {
  names = await startTestNameServer();
  portico = await createTestApp({ config: { dnsServers: [names.address] } });
  idp = await createTestIdp('https://idp.acme.example/metadata');
  admin = await portico.signIn(
    await portico.createAccount({ isAdministrator: true, displayName: 'Ada Admin' }),
  );
  customer = await portico.signIn(await portico.createAccount());
});

beforeEach(async () => {
  names.records.clear();
  const { db } = portico.platform;
  await db.deleteFrom('throttle').execute();
  await db.deleteFrom('identity_provider').execute();
});

afterAll(async () => {
  await portico?.close();
  await names?.close();
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

function send(method: Method, url: string, payload?: object, headers: Record<string, string> = admin) {
  return portico.app.inject({ method, url, headers, ...(payload && { payload }) });
}

async function addDraft(name: string, domains: string[] = []): Promise<string> {
  const saml = { entityId: '', signOnUrl: '', certificates: [], allowsIdpInitiated: true };
  const response = await send('POST', providers, { protocol: 'saml', name, domains, saml });
  expect(response.statusCode).toBe(201);
  return response.json().id;
}

async function makeLink(id: string, body: object = { note: 'Ina of Acme IT' }) {
  const response = await send('POST', `${providers}/${id}/setup-link`, body);
  expect(response.statusCode).toBe(201);
  const { url, link } = response.json();
  return { at: `/rest/portico/1/provider-setup/${new URL(url).pathname.split('/').at(-1)}`, link, url };
}

/** As whoever has a link, who is signed in nowhere. */
function asOutsider(method: Method, url: string, payload?: object) {
  return send(method, url, payload, {});
}

function settings(changes: object = {}) {
  return {
    entityId: idp.entityId,
    signOnUrl: 'https://idp.acme.example/sso',
    certificates: [idp.certificate],
    ...changes,
  };
}

async function fillIn(at: string, changes: object = {}) {
  const { version } = (await asOutsider('GET', at)).json();
  return asOutsider('PUT', at, { domains: ['acme.example'], saml: settings(), version, ...changes });
}

describe('a set-up link', () => {
  it('lets the customer’s IT fill in their provider, prove its domain, and say that it is done', async () => {
    const id = await addDraft('Acme');
    const { at, url } = await makeLink(id);
    expect(url).toMatch(/^http:\/\/localhost:8080\/provider-setup\/[\w-]{43}$/);
    const seen = (await asOutsider('GET', at)).json();
    expect(seen).toMatchObject({ name: 'Acme', protocol: 'saml', isEnabled: false, isComplete: false });
    expect(seen.ours.saml.acsUrl).toContain(`/sso/saml/${id}/acs`);

    expect((await asOutsider('POST', `${at}/submit`)).json().errorMessages[0]).toContain('still missing');
    const filled = await fillIn(at);
    expect(filled.json()).toMatchObject({ isComplete: true, saml: { entityId: idp.entityId } });
    const [claim] = filled.json().domainClaims;
    names.records.set(claim.recordName, [[claim.recordValue]]);
    const proved = await asOutsider('POST', `${at}/domain/acme.example/verify`);
    expect(proved.json().domainClaims).toMatchObject([{ domain: 'acme.example', isVerified: true }]);

    expect((await asOutsider('POST', `${at}/submit`)).json().submittedAt).not.toBeNull();
    const mails = await portico.platform.db.selectFrom('mail_message').select('subject').execute();
    expect(mails.map(({ subject }) => subject)).toContain('Acme is filled in');
    const waiting = await send('GET', '/rest/portico/1/submitted-setup');
    const { version } = (await asOutsider('GET', at)).json();
    expect(waiting.json().values).toMatchObject([
      { providerId: id, note: 'Ina of Acme IT', version, submitted: { version, test: null } },
    ]);
    const events = await portico.platform.db
      .selectFrom('audit_event')
      .select(['action', 'actor_name'])
      .where('object_id', '=', id)
      .orderBy('id')
      .execute();
    expect(events).toEqual([
      { action: 'identity-provider.created', actor_name: 'Ada Admin' },
      { action: 'identity-provider.setup-link-made', actor_name: 'Ada Admin' },
      { action: 'identity-provider.setup-link-opened', actor_name: 'Set-up link: Ina of Acme IT' },
      { action: 'identity-provider.changed', actor_name: 'Set-up link: Ina of Acme IT' },
      { action: 'identity-provider.domain-verified', actor_name: 'Set-up link: Ina of Acme IT' },
      { action: 'identity-provider.setup-submitted', actor_name: 'Set-up link: Ina of Acme IT' },
    ]);
  });

  it('keeps which product the company uses, and whether something was changed since it was handed over', async () => {
    const id = await addDraft('Acme');
    const { at } = await makeLink(id);
    expect((await fillIn(at, { preset: 'okta' })).json()).toMatchObject({
      preset: 'okta',
      isSubmittedAsIs: false,
    });
    expect((await send('GET', `${providers}/${id}`)).json().preset).toBe('okta');
    expect((await asOutsider('POST', `${at}/submit`)).json().isSubmittedAsIs).toBe(true);
    const changed = await fillIn(at, { domains: ['acme.example', 'acme.test'] });
    expect(changed.json()).toMatchObject({ preset: 'okta', isSubmittedAsIs: false });
    expect((await fillIn(at, { preset: 'Okta <3' })).statusCode).toBe(400);
  });

  it('says who proved a domain: its DNS, or the word of an administrator', async () => {
    const id = await addDraft('Acme', ['acme.example', 'acme.test', 'acme.invalid']);
    const { at } = await makeLink(id);
    await send('POST', `${providers}/${id}/domain/acme.test/vouch`, { reason: 'Their contract says so' });
    const claims = (await asOutsider('GET', at)).json().domainClaims;
    const [claim] = claims;
    names.records.set(claim.recordName, [[claim.recordValue]]);
    const proved = await asOutsider('POST', `${at}/domain/${claim.domain}/verify`);
    const stateOf = Object.fromEntries(
      proved
        .json()
        .domainClaims.map((each: { domain: string; verifiedBy: string }) => [each.domain, each.verifiedBy]),
    );
    expect(stateOf).toEqual({ 'acme.example': 'dns', 'acme.invalid': null, 'acme.test': 'site' });
  });

  it('reads metadata that is pasted, and writes nothing', async () => {
    const id = await addDraft('Acme');
    const { at } = await makeLink(id);
    const xml = oktaMetadata(idp.certificate);
    const read = await asOutsider('POST', `${at}/metadata-preview`, { xml });
    expect(read.json()).toMatchObject({
      entityId: expect.stringContaining('okta.com'),
      settings: { signOnUrl: expect.stringContaining('acme.okta.com') },
      certificates: [{ subject: expect.stringContaining('Test identity provider') }],
    });
    const broken = await asOutsider('POST', `${at}/metadata-preview`, { xml: '<html></html>' });
    expect(broken.statusCode).toBe(400);
    expect((await asOutsider('GET', at)).json().isComplete).toBe(false);
  });

  it('changes no rule, no name, and no exception to a check', async () => {
    const id = await addDraft('Acme');
    const { at } = await makeLink(id);
    for (const wish of [
      { name: 'Globex' },
      { isEnabled: true },
      { admits: 'all' },
      { admitsStaff: true },
      { createsAccounts: true },
      { shownOn: 'all' },
      { sessionMaxHours: 9999 },
      { saml: settings({ allowsIdpInitiated: true }) },
      { saml: settings({ weakAlgorithms: { algorithms: ['sha1'], until: '2099-01-01' } }) },
    ]) {
      expect({ wish, status: (await fillIn(at, wish)).statusCode }).toEqual({ wish, status: 400 });
    }
    await fillIn(at);
    expect((await send('GET', `${providers}/${id}`)).json()).toMatchObject({
      name: 'Acme',
      isEnabled: false,
      admits: 'domains',
      admitsStaff: false,
      saml: { allowsIdpInitiated: true },
    });
    const vouched = await asOutsider('POST', `${at}/domain/acme.example/vouch`, { reason: 'It is ours' });
    expect(vouched.statusCode).toBe(404);
  });

  it('shows no secret, and nothing of what administrators have written down', async () => {
    const oidc = { issuer: '', clientId: '', clientSecret: 'hush hush' };
    const made = await send('POST', providers, {
      protocol: 'oidc',
      name: 'Acme',
      domains: ['acme.example'],
      oidc,
    });
    const { id } = made.json();
    await send('POST', `${providers}/${id}/domain/acme.example/vouch`, { reason: 'Their contract says so' });
    const { at } = await makeLink(id);
    const { body } = await asOutsider('GET', at);
    expect(body).toContain('"hasClientSecret":true');
    for (const text of ['hush hush', 'Their contract', 'admitsStaff', 'Ada'])
      expect(body).not.toContain(text);
  });

  it('leads to its own provider only', async () => {
    const [acme, globex] = [await addDraft('Acme'), await addDraft('Globex', ['globex.example'])];
    const before = (await send('GET', `${providers}/${globex}`)).json();
    const { at } = await makeLink(acme);
    await fillIn(at);
    await asOutsider('POST', `${at}/domain/globex.example/verify`);
    await asOutsider('POST', `${at}/submit`);
    expect((await asOutsider('GET', at)).body).not.toContain('Globex');
    expect((await asOutsider('POST', `${at}/domain/globex.example/verify`)).statusCode).toBe(404);
    expect((await send('GET', `${providers}/${globex}`)).json()).toEqual(before);
    expect((await asOutsider('GET', `${providers}/${acme}`)).statusCode).toBe(401);
  });

  it('tells nobody whose a domain or an identifier is', async () => {
    const globex = await addDraft('Globex', ['globex.example']);
    const reason = 'Contract 4711 names it';
    await send('POST', `${providers}/${globex}/domain/globex.example/vouch`, { reason });
    await fillIn((await makeLink(globex)).at, { domains: ['globex.example'] });
    const { at } = await makeLink(await addDraft('Acme'));
    const refused = await fillIn(at, { domains: ['globex.example'] });
    expect(refused.statusCode).toBe(409);
    expect(Object.keys(refused.json().errors).sort()).toEqual(['domains', 'saml.entityId']);
    expect(refused.body).not.toContain('Globex');
  });

  it('cannot change a provider that is in use', async () => {
    const id = await addDraft('Acme');
    const { at } = await makeLink(id);
    await fillIn(at);
    const { db } = portico.platform;
    await db.updateTable('identity_provider').set({ is_enabled: true }).where('id', '=', id).execute();
    for (const answer of [
      await fillIn(at),
      await asOutsider('POST', `${at}/submit`),
      await asOutsider('POST', `${at}/domain/acme.example/verify`),
    ]) {
      expect(answer.statusCode).toBe(409);
      expect(answer.json().errorMessages[0]).toContain('in use');
    }
    expect((await asOutsider('GET', at)).json().isEnabled).toBe(true);
  });

  it('does not work when it has expired, was withdrawn, or is invented, and is kept as a hash', async () => {
    const id = await addDraft('Acme');
    const { at, link } = await makeLink(id, { note: 'Ina', days: 1 });
    const { db } = portico.platform;
    const kept = JSON.stringify(await db.selectFrom('provider_setup_link').selectAll().execute());
    expect(kept).not.toContain(at.split('/').at(-1));
    await db
      .updateTable('provider_setup_link')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .execute();
    const expired = await asOutsider('GET', at);
    expect(expired.statusCode).toBe(404);
    expect(expired.json().errorMessages[0]).toContain('expired');
    const listed = await send('GET', `${providers}/${id}/setup-link`);
    expect(listed.json().values).toMatchObject([{ id: link.id, isExpired: true }]);

    const second = await makeLink(id);
    expect((await asOutsider('GET', second.at)).statusCode).toBe(200);
    const revoked = await send('DELETE', `/rest/portico/1/setup-link/${second.link.id}`);
    expect(revoked.statusCode).toBe(204);
    expect((await asOutsider('GET', second.at)).statusCode).toBe(404);
    expect((await asOutsider('GET', '/rest/portico/1/provider-setup/invented')).statusCode).toBe(404);
  });

  it('is not found by trying', async () => {
    const answers = [];
    for (let count = 0; count < 202; count += 1) {
      answers.push((await asOutsider('GET', '/rest/portico/1/provider-setup/guess')).statusCode);
    }
    expect(answers[0]).toBe(404);
    expect(answers.at(-1)).toBe(429);
    // Somebody at the same address who has a link is not kept out by that.
    const { at } = await makeLink(await addDraft('Acme'));
    expect((await asOutsider('GET', at)).statusCode).toBe(200);
  });

  it('makes us ask name servers a limited number of times', async () => {
    const { at } = await makeLink(await addDraft('Acme', ['acme.example']));
    const answers = [];
    for (let count = 0; count < 41; count += 1) {
      answers.push((await asOutsider('POST', `${at}/domain/acme.example/verify`)).statusCode);
    }
    expect(answers[0]).toBe(200);
    expect(answers.at(-1)).toBe(429);
  });

  it('is refused with a stale version', async () => {
    const { at } = await makeLink(await addDraft('Acme'));
    const { version } = (await asOutsider('GET', at)).json();
    await fillIn(at);
    const stale = await fillIn(at, { version });
    expect(stale.statusCode).toBe(409);
    expect(stale.json().errorMessages[0]).toContain('changed since');
  });

  it('is made, listed and withdrawn by administrators only, for some days', async () => {
    const id = await addDraft('Acme');
    const { link } = await makeLink(id);
    const calls: [Method, string, object?][] = [
      ['GET', `${providers}/${id}/setup-link`],
      ['POST', `${providers}/${id}/setup-link`, { note: 'me' }],
      ['DELETE', `/rest/portico/1/setup-link/${link.id}`],
      ['GET', '/rest/portico/1/submitted-setup'],
    ];
    for (const [method, url, body] of calls) {
      expect((await send(method, url, body, {})).statusCode).toBe(401);
      expect((await send(method, url, body, customer)).statusCode).toBe(403);
    }
    expect((await send('POST', `${providers}/999/setup-link`, { note: 'x' })).statusCode).toBe(404);
    for (const body of [{ note: ' ' }, { note: 'x', days: 15 }, { note: 'x', days: 0 }]) {
      expect((await send('POST', `${providers}/${id}/setup-link`, body)).statusCode).toBe(400);
    }
  });
});
