import { inflateRawSync } from 'node:zlib';
import { expect } from 'vitest';
import type { TestApp } from '../testing.ts';
import { vouchForDomain } from './providers/domains.ts';
import type { ProviderInput } from './providers/json.ts';
import { createProvider, requireProvider } from './providers/providers.ts';
import type { Provider } from './providers/store.ts';
import { encoded, type ResponseOptions, responseXml, type TestIdp } from './saml/testing-idp.ts';

/** What a browser holds while it is away at a SAML provider. */
export interface SamlJourney {
  readonly provider: Provider;
  readonly requestId: string;
  readonly relayState: string;
  /** Cookie header */
  readonly cookie: string;
  readonly acsUrl: string;
  readonly entityId: string;
  /** where the browser was sent */
  readonly target: URL;
}

/** Adds a provider as an administrator would, who vouches for all of its domains. */
export function addProvider(
  { platform }: TestApp,
  input: Partial<ProviderInput> & Pick<ProviderInput, 'protocol'>,
): Promise<Provider> {
  const actor = { accountId: null, name: 'Test', address: null };
  const whole = { name: 'Acme', isEnabled: true, domains: ['acme.example'], ...input };
  return platform.db.transaction().execute(async (trx) => {
    const { id, name, claims } = await createProvider(platform, trx, whole, actor);
    for (const { domain } of claims) await vouchForDomain(trx, { id, name }, domain, 'A test', actor);
    return requireProvider(trx, id);
  });
}

/** Adds a SAML provider run by a test identity provider. */
export function addSamlProvider(
  testApp: TestApp,
  idp: TestIdp,
  input: Partial<ProviderInput> = {},
): Promise<Provider> {
  return addProvider(testApp, {
    protocol: 'saml',
    saml: {
      entityId: idp.entityId,
      signOnUrl: 'http://idp.acme.example/sso',
      certificates: [idp.certificate],
    },
    ...input,
  });
}

/** Leaves for a SAML provider. */
export async function leaveForSaml(
  { app, platform }: TestApp,
  provider: Provider,
  destination?: string,
  cookie?: string,
  test?: string,
): Promise<SamlJourney> {
  const query = new URLSearchParams({
    ...(destination !== undefined && { destination }),
    ...(test !== undefined && { test }),
  });
  const response = await app.inject({
    url: `/sso/saml/${provider.id}/login?${query}`,
    ...(cookie !== undefined && { headers: { cookie } }),
  });
  expect(response.statusCode).toBe(303);
  const target = new URL(String(response.headers.location));
  const requestXml = inflateRawSync(
    Buffer.from(target.searchParams.get('SAMLRequest') ?? '', 'base64'),
  ).toString();
  return {
    provider,
    requestId: /ID="([^"]+)"/.exec(requestXml)?.[1] ?? '',
    relayState: target.searchParams.get('RelayState') ?? '',
    cookie: cookiesOf(response.headers['set-cookie']),
    acsUrl: `${platform.config.url.origin}/sso/saml/${provider.id}/acs`,
    entityId: `${platform.config.url.origin}/sso/saml/${provider.id}/metadata`,
    target,
  };
}

/** What a valid response to this journey says. */
export function answerTo(journey: SamlJourney, changes: Partial<ResponseOptions> = {}): ResponseOptions {
  return {
    acsUrl: journey.acsUrl,
    audience: journey.entityId,
    inResponseTo: journey.requestId,
    ...changes,
  };
}

/** Posts a SAMLResponse as another site makes the browser do it: no cookies. */
export async function postResponse(
  { app }: TestApp,
  journey: SamlJourney,
  xml: string,
  changes: {
    readonly providerId?: string;
    readonly relayState?: string | null;
    readonly encoded?: string;
  } = {},
) {
  const relayState = changes.relayState === undefined ? journey.relayState : changes.relayState;
  const form = new URLSearchParams({ SAMLResponse: changes.encoded ?? encoded(xml) });
  if (relayState !== null) form.set('RelayState', relayState);
  return app.inject({
    method: 'POST',
    url: `/sso/saml/${changes.providerId ?? journey.provider.id}/acs`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://idp.acme.example',
      'sec-fetch-site': 'cross-site',
    },
    payload: form.toString(),
  });
}

/** Goes the whole way with a response, and returns where it ended and the cookies that it gave. */
export async function finishSaml(
  testApp: TestApp,
  journey: SamlJourney,
  xml: string,
  cookie = journey.cookie,
): Promise<{ location: string; cookie: string }> {
  const posted = await postResponse(testApp, journey, xml);
  expect(posted.statusCode).toBe(303);
  const location = String(posted.headers.location);
  if (!location.includes('/complete')) return { location, cookie: cookiesOf(posted.headers['set-cookie']) };
  const completed = await testApp.app.inject({ url: location, headers: { cookie } });
  expect(completed.statusCode).toBe(303);
  return {
    location: String(completed.headers.location),
    cookie: cookiesOf(completed.headers['set-cookie']),
  };
}

/** Leaves for a provider and comes back with a valid response, changed as told. */
export async function signInThroughSaml(
  testApp: TestApp,
  idp: TestIdp,
  provider: Provider,
  changes: Partial<ResponseOptions> = {},
): Promise<{ location: string; cookie: string }> {
  const journey = await leaveForSaml(testApp, provider);
  return finishSaml(testApp, journey, responseXml(idp, answerTo(journey, changes)));
}

/** The Cookie header that a browser sends after these Set-Cookie headers. */
export function cookiesOf(setCookie: string | string[] | undefined): string {
  const all = setCookie === undefined ? [] : [setCookie].flat();
  return all.map((cookie) => cookie.split(';', 1)[0] ?? '').join('; ');
}

/** Everything that a refused sign-in must leave as it was. */
async function stateOf({ platform: { db } }: TestApp) {
  const accounts = await db.selectFrom('account').selectAll().orderBy('id').execute();
  const identities = await db.selectFrom('identity').selectAll().orderBy('id').execute();
  const sessions = await db.selectFrom('session').select('id').orderBy('id').execute();
  const members = await db.selectFrom('organization_member').selectAll().orderBy('account_id').execute();
  return { accounts, identities, sessions, members };
}

/**
 * Runs an attack and expects what every refused sign-in must be: back to the sign-in page with this code, no session, no
 * account made or changed, and one audit event with the code and the reference that the person is shown.
 *
 * @param asksForProof the person is asked to prove that the account is theirs, in place of the sign-in page
 */
export async function expectRefused(
  testApp: TestApp,
  code: string,
  attack: () => Promise<{ readonly location: string; readonly cookie: string }>,
  asksForProof = false,
): Promise<{ detail: string }> {
  const { db } = testApp.platform;
  const before = await stateOf(testApp);
  const seen = await db.selectFrom('audit_event').select('id').execute();
  const { location, cookie } = await attack();
  const url = new URL(location, testApp.platform.config.url);
  expect(url.pathname).toMatch(
    asksForProof
      ? /^\/servicedesk\/customer\/user\/link\/[\w-]{43}$/
      : /^\/servicedesk\/customer\/user\/login$/,
  );
  const events = await db
    .selectFrom('audit_event')
    .select(['action', 'after'])
    .$if(seen.length > 0, (query) =>
      query.where(
        'id',
        'not in',
        seen.map(({ id }) => id),
      ),
    )
    .execute();
  const after = events[0]?.after as { detail?: string; code?: string; reference?: string } | undefined;
  const detail = after?.detail ?? '';
  expect({ code: asksForProof ? after?.code : url.searchParams.get('error'), detail }).toEqual({
    code,
    detail,
  });
  expect(events.map(({ action }) => action)).toEqual(['sign-in.refused']);
  expect(after?.code).toBe(code);
  expect(after?.reference).toMatch(/^[2-9A-Z]{8}$/);
  if (!asksForProof) expect(url.searchParams.get('reference')).toBe(after?.reference);
  expect(cookie).not.toContain('portico_session');
  expect(await stateOf(testApp)).toEqual(before);
  return { detail };
}

/** What a browser holds while it is away at an OpenID provider. */
export interface OidcJourney {
  /** where the browser was sent */
  readonly target: string;
  readonly state: string;
  readonly cookie: string;
}

/** Leaves for an OpenID provider. */
export async function leaveForOidc(
  { app }: TestApp,
  provider: Provider,
  destination?: string,
): Promise<OidcJourney> {
  const query = destination === undefined ? '' : `?${new URLSearchParams({ destination })}`;
  const response = await app.inject({ url: `/sso/oidc/${provider.id}/login${query}` });
  expect(response.statusCode).toBe(303);
  const target = String(response.headers.location);
  const state = new URL(target, 'http://localhost').searchParams.get('state') ?? '';
  return { target, state, cookie: cookiesOf(response.headers['set-cookie']) };
}

/** Comes back from an OpenID provider at the address that it sent the browser to. */
export async function comeBack(
  { app }: TestApp,
  back: URL,
  cookie: string,
): Promise<{ location: string; cookie: string }> {
  const response = await app.inject({ url: `${back.pathname}${back.search}`, headers: { cookie } });
  expect(response.statusCode).toBe(303);
  return { location: String(response.headers.location), cookie: cookiesOf(response.headers['set-cookie']) };
}
