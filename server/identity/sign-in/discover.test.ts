import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { ProviderInput } from '../providers/json.ts';
import type { Provider } from '../providers/store.ts';
import { createTestIdp, type TestIdp } from '../saml/testing-idp.ts';
import { addProvider, addSamlProvider, cookiesOf, signInThroughSaml } from '../testing-sign-in.ts';

let portico: TestApp;
let acme: TestIdp;
let portalId: string;
let otherPortalId: string;
const options = '/rest/portico/1/sign-in/options';

beforeAll(async () => {
  portico = await createTestApp();
  acme = await createTestIdp('https://idp.acme.example/metadata');
  portalId = await addPortal('ONE');
  otherPortalId = await addPortal('TWO');
});

beforeEach(async () => {
  const { db } = portico.platform;
  await db.deleteFrom('portal_sign_in').execute();
  await db.deleteFrom('session').execute();
  await db.deleteFrom('identity').execute();
  await db.deleteFrom('identity_provider').execute();
});

afterAll(async () => {
  await portico?.close();
});

/** A portal as far as signing in goes; desks are another room's. */
async function addPortal(key: string): Promise<string> {
  const { db } = portico.platform;
  const project = await db
    .insertInto('project')
    .values({ key, name: key })
    .returning('id')
    .executeTakeFirstOrThrow();
  const desk = await db
    .insertInto('service_desk')
    .values({ project_id: project.id, portal_name: `Portal ${key}`, access: 'open' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return desk.id;
}

function addOidc(name: string, input: Partial<ProviderInput> = {}): Promise<Provider> {
  const slug = name.toLowerCase().replaceAll(/\W/g, '');
  return addProvider(portico, {
    protocol: 'oidc',
    name,
    domains: [`${slug}.example`],
    oidc: { issuer: `http://${slug}.example`, clientId: 'portico', clientSecret: 'secret' },
    ...input,
  });
}

async function policy(of: string, changes: { requires?: boolean; defaultProviderId?: string }) {
  await portico.platform.db
    .insertInto('portal_sign_in')
    .values({
      portal_id: of,
      requires_provider: changes.requires ?? false,
      default_provider_id: changes.defaultProviderId ?? null,
    })
    .execute();
}

async function ask(query: Record<string, string> = {}, cookie?: string) {
  const response = await portico.app.inject({
    url: `${options}?${new URLSearchParams(query)}`,
    ...(cookie && { headers: { cookie } }),
  });
  expect(response.statusCode).toBe(200);
  return response.json();
}

const namesOf = (answer: { providers: { name: string }[] }) => answer.providers.map(({ name }) => name);

describe('the ways to sign in', () => {
  it('are e-mail address and password where no provider has a button', async () => {
    await addOidc('Hidden');
    expect(await ask()).toEqual({
      providers: [],
      remembered: null,
      showsPassword: true,
      offersPasskeys: true,
      redirectTo: null,
    });
  });

  it('are the buttons of providers shown everywhere and on this portal, in order, enabled ones only', async () => {
    await addOidc('Zeta', { shownOn: 'all', position: 1 });
    await addOidc('Alpha', { shownOn: 'all', position: 2 });
    await addOidc('Off', { shownOn: 'all', isEnabled: false });
    await addOidc('Here', { shownOn: 'listed', portalIds: [portalId], position: 3 });
    await addOidc('Elsewhere', { shownOn: 'listed', portalIds: [otherPortalId] });
    expect(namesOf(await ask())).toEqual(['Zeta', 'Alpha']);
    expect(namesOf(await ask({ portal: portalId }))).toEqual(['Zeta', 'Alpha', 'Here']);
    expect(namesOf(await ask({ portal: '999999' }))).toEqual(['Zeta', 'Alpha']);
  });

  it('are told by the destination when no portal is named, and lead back there', async () => {
    const here = await addOidc('Here', { shownOn: 'listed', portalIds: [portalId], buttonText: 'Come in' });
    const destination = `/servicedesk/customer/portal/${portalId}/group/1/create/2`;
    const answer = await ask({ destination });
    expect(answer.providers).toEqual([
      {
        id: here.id,
        name: 'Here',
        buttonText: 'Come in',
        logoUrl: null,
        url: `/sso/oidc/${here.id}/login?${new URLSearchParams({ destination })}`,
      },
    ]);
    expect(answer.redirectTo).toBeNull();
  });

  it.each([
    'https://evil.example/',
    '//evil.example/x',
    '/\\evil.example',
    'javascript:alert(1)',
    '/sso/saml/1/login',
    '/rest/portico/1/sign-out',
    '/\t/evil.example',
  ])('never lead on to %s (S32)', async (destination) => {
    const { id } = await addOidc('Here', { shownOn: 'all' });
    const answer = await ask({ destination, idp: id });
    expect(answer.redirectTo).toBe(`/sso/oidc/${id}/login`);
    expect(answer.providers[0].url).toBe(`/sso/oidc/${id}/login`);
    const discovered = await discover({ email: 'x@nobody.example', destination });
    expect(discovered).toEqual({ method: 'password' });
  });

  it('is straight to the one provider there is, where passwords are not taken', async () => {
    const { id } = await addOidc('Only', { shownOn: 'listed', portalIds: [portalId] });
    expect(await ask({ portal: portalId })).toMatchObject({ showsPassword: true, redirectTo: null });
    await policy(portalId, { requires: true });
    expect(await ask({ portal: portalId })).toMatchObject({
      showsPassword: false,
      redirectTo: `/sso/oidc/${id}/login`,
    });
    await addOidc('Second', { shownOn: 'all' });
    expect(await ask({ portal: portalId })).toMatchObject({ showsPassword: false, redirectTo: null });
  });

  it('is straight to the default provider of a portal, while that is enabled, and tells no name', async () => {
    const hidden = await addOidc('Hidden');
    await addOidc('Shown', { shownOn: 'all' });
    await policy(portalId, { defaultProviderId: hidden.id });
    const answer = await ask({ portal: portalId });
    expect(answer.redirectTo).toBe(`/sso/oidc/${hidden.id}/login`);
    expect(JSON.stringify(answer)).not.toContain('Hidden');
    await portico.platform.db
      .updateTable('identity_provider')
      .set({ is_enabled: false })
      .where('id', '=', hidden.id)
      .execute();
    expect((await ask({ portal: portalId })).redirectTo).toBeNull();
  });

  it('is straight to the provider that a link asks for, by id or name, with a button or without', async () => {
    const { id } = await addOidc('Müller & Söhne GmbH');
    await addOidc('Twin', {
      domains: ['one.example'],
      oidc: { issuer: 'http://one.example', clientId: 'p', clientSecret: 's' },
    });
    await addOidc('twin', {
      domains: ['two.example'],
      oidc: { issuer: 'http://two.example', clientId: 'p', clientSecret: 's' },
    });
    const off = await addOidc('Off', { isEnabled: false });
    const target = `/sso/oidc/${id}/login`;
    expect((await ask({ idp: id })).redirectTo).toBe(target);
    expect((await ask({ idp: 'muller-sohne-gmbh' })).redirectTo).toBe(target);
    for (const idp of ['twin', off.id, 'off', 'nobody', '-', "' or 1=1 --"]) {
      const answer = await ask({ idp });
      expect(answer.redirectTo).toBeNull();
      expect(answer.providers).toEqual([]);
    }
  });

  it('hide the password everywhere only when every portal requires a provider', async () => {
    await policy(portalId, { requires: true });
    expect((await ask()).showsPassword).toBe(true);
    await policy(otherPortalId, { requires: true });
    expect(await ask()).toMatchObject({ showsPassword: false, offersPasskeys: false });
  });

  it('refuse what is no portal id', async () => {
    expect((await portico.app.inject({ url: `${options}?portal=abc` })).statusCode).toBe(400);
  });
});

describe('the remembered way', () => {
  it('is offered after a sign-in through a provider, also without a button, until it is forgotten', async () => {
    const provider = await addSamlProvider(portico, acme);
    const { cookie } = await signInThroughSaml(portico, acme, provider);
    expect(cookie).toContain('portico_provider=');
    expect((await ask({}, cookie)).remembered).toMatchObject({ id: provider.id, name: 'Acme' });
    const forgotten = await portico.app.inject({
      method: 'POST',
      url: '/rest/portico/1/sign-in/forget',
      headers: { cookie, origin: 'http://localhost:8080' },
    });
    expect(forgotten.statusCode).toBe(204);
    expect(String(forgotten.headers['set-cookie'])).toMatch(/^portico_provider=; .*Max-Age=0/);
    expect((await ask({}, cookiesOf(forgotten.headers['set-cookie']))).remembered).toBeNull();
  });

  it('is not offered once the provider is disabled', async () => {
    const provider = await addSamlProvider(portico, acme);
    const { cookie } = await signInThroughSaml(portico, acme, provider);
    const { db } = portico.platform;
    await db.updateTable('identity_provider').set({ is_enabled: false }).execute();
    expect((await ask({}, cookie)).remembered).toBeNull();
  });

  it('is not offered at a portal that requires a provider and that it does not serve', async () => {
    const provider = await addSamlProvider(portico, acme, { shownOn: 'listed', portalIds: [otherPortalId] });
    const { cookie } = await signInThroughSaml(portico, acme, provider);
    expect((await ask({ portal: portalId }, cookie)).remembered).toMatchObject({ id: provider.id });
    await policy(portalId, { requires: true });
    await policy(otherPortalId, { requires: true });
    expect((await ask({ portal: portalId }, cookie)).remembered).toBeNull();
    expect((await ask({ portal: otherPortalId }, cookie)).remembered).toMatchObject({ id: provider.id });
    expect((await ask({}, cookie)).remembered).toMatchObject({ id: provider.id });
  });

  it('cannot be made up to learn the names of companies', async () => {
    const { id } = await addOidc('Secret customer');
    const forged = [id, Buffer.from(id).toString('base64url').padEnd(24, 'A'), 'A'.repeat(80)];
    for (const value of forged) {
      const answer = await ask({}, `portico_provider=${value}`);
      expect(JSON.stringify(answer)).not.toContain('Secret customer');
    }
  });
});

async function discover(body: Record<string, string>) {
  const response = await portico.app.inject({
    method: 'POST',
    url: '/rest/portico/1/sign-in/discover',
    payload: body,
  });
  expect(response.statusCode).toBe(200);
  return response.json();
}

describe('discovery by e-mail address', () => {
  it('hands the address on to OpenID providers, and not to SAML ones', async () => {
    const oidc = await addOidc('Globex', { domains: ['globex.example'] });
    const saml = await addSamlProvider(portico, acme);
    expect(await discover({ email: 'Bob@Globex.example', destination: '/browse/ONE-1' })).toEqual({
      method: 'redirect',
      providerName: 'Globex',
      url: `/sso/oidc/${oidc.id}/login?destination=%2Fbrowse%2FONE-1&login_hint=bob%40globex.example`,
    });
    expect((await discover({ email: 'alice@acme.example' })).url).toBe(`/sso/saml/${saml.id}/login`);
  });

  it('says for an unknown domain that there is no way, where a portal takes no passwords', async () => {
    await policy(portalId, { requires: true });
    const email = 'x@nobody.example';
    expect(await discover({ email, portal: portalId })).toEqual({ method: 'none' });
    expect(await discover({ email, destination: `/servicedesk/customer/portal/${portalId}` })).toEqual({
      method: 'none',
    });
    expect(await discover({ email, portal: otherPortalId })).toEqual({ method: 'password' });
    expect(await discover({ email })).toEqual({ method: 'password' });
    await policy(otherPortalId, { requires: true });
    expect(await discover({ email })).toEqual({ method: 'none' });
  });

  it('answers the same whether there is an account or not (F10)', async () => {
    await portico.createAccount({ email: 'known@plain.example' });
    for (const portal of [portalId, otherPortalId]) {
      const known = await discover({ email: 'known@plain.example', portal });
      expect(known).toEqual(await discover({ email: 'unknown@plain.example', portal }));
    }
  });
});
