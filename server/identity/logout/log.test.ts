import { createSign, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { addLyingOp, keyPair, type LyingOp, startLyingOp } from '../oidc/testing-lying-op.ts';
import type { Provider } from '../providers/store.ts';
import { createTestIdp, type TestIdp } from '../saml/testing-idp.ts';
import { addSamlProvider, signInThroughSaml } from '../testing-sign-in.ts';
import { type LogoutOptions, postedForm, redirectQuery } from './testing-saml-logout.ts';
import { addSessionIndex } from './testing-session.ts';

let portico: TestApp;
let idp: TestIdp;
let op: LyingOp;
let saml: Provider;
let oidc: Provider;
let admin: { readonly cookie: string; readonly origin: string };

beforeAll(async () => {
  portico = await createTestApp();
  idp = await createTestIdp('https://idp.acme.example/metadata');
  op = await startLyingOp();
  saml = await addSamlProvider(portico, idp, {
    preset: 'okta',
    saml: {
      entityId: idp.entityId,
      signOnUrl: 'http://idp.acme.example/sso',
      logoutUrl: 'http://idp.acme.example/slo',
      certificates: [idp.certificate],
    },
  });
  oidc = await addLyingOp(portico, op);
  admin = await portico.signIn(await portico.createAccount({ isAdministrator: true }));
});

beforeEach(async () => {
  op.behave();
  await portico.platform.db.deleteFrom('sign_in_trace').execute();
});

afterAll(async () => {
  await Promise.all([op?.close(), portico?.close()]);
});

const { origin } = new URL('http://localhost:8080');
const logoutPath = () => `/sso/saml/${saml.id}/logout`;

function query(changes: Partial<LogoutOptions> = {}): string {
  return redirectQuery(idp, { destination: `${origin}${logoutPath()}`, ...changes });
}

function byRedirect(changes: Partial<LogoutOptions> = {}) {
  return portico.app.inject({ url: `${logoutPath()}?${query(changes)}` });
}

function logoutToken(changes: Record<string, unknown> = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: op.issuer,
    aud: 'portico',
    iat: now,
    exp: now + 120,
    jti: randomUUID(),
    sid: 'session-1',
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    ...changes,
  };
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'RS256', kid: 'k1', typ: 'logout+jwt' })}.${encode(claims)}`;
  return `${signed}.${createSign('sha256').update(signed).sign(keyPair.privateKey, 'base64url')}`;
}

function byBackChannel(token: string) {
  return portico.app.inject({
    method: 'POST',
    url: `/sso/oidc/${oidc.id}/backchannel-logout`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ logout_token: token }).toString(),
  });
}

/** The sign-outs in the log of a provider, with all that is kept of them. */
async function logged(provider: Provider) {
  const base = `/rest/portico/1/identity-provider/${provider.id}/sign-in-log`;
  const list = await portico.app.inject({ url: `${base}?purpose=logout`, headers: admin });
  expect(list.statusCode).toBe(200);
  const entries = [];
  for (const { reference } of list.json().values) {
    const shown = await portico.app.inject({ url: `${base}/${reference}`, headers: admin });
    entries.push(shown.json().entry);
  }
  return entries;
}

describe('the sign-in log, of a sign-out by SAML', () => {
  it('says whose session a provider ended, by what, apart from sign-ins', async () => {
    await signInThroughSaml(portico, idp, saml);
    await byRedirect();
    const [entry, ...more] = await logged(saml);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      purpose: 'logout',
      outcome: 'succeeded',
      subject: 'alice-1',
      email: 'alice@acme.example',
      person: null,
      isReplayable: false,
    });
    expect(entry.steps).toMatchObject([
      { name: 'logout-message', outcome: 'passed', detail: 'A LogoutRequest by HTTP-Redirect' },
      { name: 'logout-verified', outcome: 'passed' },
      { name: 'logout-sessions', outcome: 'passed' },
    ]);
    expect(entry.steps[2].detail).toMatch(/^The session of .+ ended$/);
    expect(entry.message).toContain('LogoutRequest');
    await byRedirect();
    expect((await logged(saml))[0].steps[2].detail).toBe('No session was open that this message names');
  });

  it.each<[string, Partial<LogoutOptions>, RegExp, RegExp]>([
    ['not signed', { key: null }, /not signed/, /signed in Okta/],
    [
      'of another issuer',
      { issuer: 'https://evil.example' },
      /comes from https:\/\/evil\.example/,
      /entity ID/,
    ],
    ['for another address', { destination: 'https://old.example/slo' }, /old\.example/, /Okta to http/],
    ['made long ago', { issuedAt: -3600 }, /IssueInstant/, /time servers/],
    ['signed with SHA-1', { digest: 'sha1' }, /sha1/, /RSA-SHA256/],
    ['an answer to nothing', { inResponseTo: '_x' }, /no sign-out that was begun/, /10 minutes/],
  ])('says why a message is refused that is %s, and what helps', async (_name, changes, problem, fix) => {
    const { headers } = await byRedirect(changes);
    const reference = new URL(String(headers.location), origin).searchParams.get('reference');
    const [entry] = await logged(saml);
    expect(entry).toMatchObject({ reference, outcome: 'refused' });
    expect(entry.explanation.problem).toMatch(problem);
    expect(entry.explanation.fix).toMatch(fix);
    expect(entry.steps.at(-1).outcome).toBe('failed');
    expect(entry.message).toContain('<samlp:Logout');
  });

  it('F15 holds no signature, certificate or query that could be sent again', async () => {
    const form = postedForm(idp, { destination: `${origin}${logoutPath()}`, issuedAt: -3600 });
    await portico.app.inject({
      method: 'POST',
      url: logoutPath(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      payload: form.toString(),
    });
    const sent = query({ issuedAt: -3600, relayState: 'secret-relay-state' });
    await portico.app.inject({ url: `${logoutPath()}?${sent}` });
    const xml = Buffer.from(form.get('SAMLRequest') ?? '', 'base64').toString();
    const secrets = [
      /<ds:SignatureValue>([^<]+)/.exec(xml)?.[1] ?? '',
      /<ds:DigestValue>([^<]+)/.exec(xml)?.[1] ?? '',
      new URLSearchParams(sent).get('Signature') ?? '',
      'secret-relay-state',
    ];
    const rows = await portico.platform.db.selectFrom('sign_in_trace').selectAll().execute();
    expect(rows).toHaveLength(2);
    const text = JSON.stringify(rows);
    for (const secret of secrets) {
      expect(secret).not.toBe('');
      expect(text).not.toContain(secret);
    }
  });
});

describe('the sign-in log, of a sign-out by OpenID Connect', () => {
  it('says whose session a provider ended by back-channel and by front-channel', async () => {
    for (const sid of ['session-1', 'session-2']) {
      const { cookie } = await op.signIn(portico, oidc);
      const [own = ''] = cookie.split('; ').filter((pair) => pair.startsWith('portico_session'));
      await addSessionIndex(portico, own, sid);
    }
    expect((await byBackChannel(logoutToken())).statusCode).toBe(200);
    const call = new URLSearchParams({ iss: op.issuer, sid: 'session-2' });
    await portico.app.inject({ url: `/sso/oidc/${oidc.id}/frontchannel-logout?${call}` });
    const [front, back] = await logged(oidc);
    for (const entry of [front, back]) {
      expect(entry).toMatchObject({ outcome: 'succeeded', email: expect.stringContaining('@') });
      expect(entry.steps.at(-1).detail).toMatch(/^The session of .+ ended$/);
    }
    expect(back.steps[0].detail).toBe('A logout token by back-channel');
    expect(front.steps[0].detail).toBe('A call by front-channel');
    expect(JSON.parse(back.message).logoutToken.claims).toMatchObject({ iss: op.issuer });
  });

  it.each<[string, Record<string, unknown>, RegExp, RegExp]>([
    ['for another client', { aud: 'another' }, /another client/, /client ID/],
    ['of another issuer', { iss: 'https://evil.example' }, /evil\.example/, /issuer/],
    ['issued long ago', { iat: 1_700_000_000 }, /seconds from now/, /time servers/],
    ['an ID token', { events: undefined, nonce: 'n', sub: 'x' }, /nonce/, /back-channel logout URL/],
  ])('says why a token is refused that is %s, and what helps', async (_name, changes, problem, fix) => {
    const token = logoutToken(changes);
    const response = await byBackChannel(token);
    expect(response.statusCode).toBe(400);
    const [entry] = await logged(oidc);
    expect(response.json().error_description).toContain(entry.reference);
    expect(entry).toMatchObject({ outcome: 'refused' });
    expect(entry.explanation.problem).toMatch(problem);
    expect(entry.explanation.fix).toMatch(fix);
    const rows = await portico.platform.db.selectFrom('sign_in_trace').selectAll().execute();
    const [head = '', claims = '', signature = ''] = token.split('.');
    for (const part of [head, claims, signature]) expect(JSON.stringify(rows)).not.toContain(part);
  });

  it('says why a front-channel call is refused', async () => {
    await portico.app.inject({ url: `/sso/oidc/${oidc.id}/frontchannel-logout?iss=https://evil.example` });
    const [entry] = await logged(oidc);
    expect(entry).toMatchObject({ outcome: 'refused', code: 'logout_refused' });
    expect(entry.explanation.fix).toContain(op.issuer);
  });

  it('has nothing of calls to addresses where no provider is', async () => {
    await portico.app.inject({ url: '/sso/oidc/999999/frontchannel-logout?iss=x&sid=y' });
    await portico.app.inject({ url: `/sso/saml/999999/logout?${query()}` });
    expect(await portico.platform.db.selectFrom('sign_in_trace').select('id').execute()).toEqual([]);
  });
});
