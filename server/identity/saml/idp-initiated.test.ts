import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { Provider } from '../providers/store.ts';
import {
  addSamlProvider,
  answerTo,
  cookiesOf,
  expectRefused,
  finishSaml,
  postResponse,
  type SamlJourney,
} from '../testing-sign-in.ts';
import { goneOnAs } from '../traces/beginnings.ts';
import { findTrace } from '../traces/store.ts';
import { createTestIdp, type ResponseOptions, responseXml, type TestIdp } from './testing-idp.ts';

let portico: TestApp;
let acme: TestIdp;
let globex: TestIdp;
/** where it is switched on */
let open: Provider;
let closed: Provider;

beforeAll(async () => {
  portico = await createTestApp();
  acme = await createTestIdp('https://idp.acme.example/metadata');
  globex = await createTestIdp('https://idp.globex.example/metadata');
  open = await addSamlProvider(portico, acme, {
    saml: {
      entityId: acme.entityId,
      signOnUrl: 'http://idp.acme.example/sso',
      certificates: [acme.certificate],
      allowsIdpInitiated: true,
    },
  });
  closed = await addSamlProvider(portico, globex, { name: 'Globex', domains: ['globex.example'] });
});

afterAll(async () => {
  await portico?.close();
});

/** A browser that comes from a tile at the provider: it was never sent there. */
function fromTile(provider: Provider): SamlJourney {
  const { origin } = portico.platform.config.url;
  return {
    provider,
    requestId: '',
    relayState: '',
    cookie: '',
    acsUrl: `${origin}/sso/saml/${provider.id}/acs`,
    entityId: `${origin}/sso/saml/${provider.id}/metadata`,
    target: new URL('http://idp.acme.example'),
  };
}

function unsolicited(idp: TestIdp, provider: Provider, changes: Partial<ResponseOptions> = {}): string {
  return responseXml(idp, answerTo(fromTile(provider), { inResponseTo: null, ...changes }));
}

async function post(provider: Provider, xml: string, relayState: string | null) {
  const posted = await postResponse(portico, fromTile(provider), xml, { relayState });
  return {
    location: String(posted.headers.location),
    cookie: cookiesOf(posted.headers['set-cookie']),
  };
}

describe('a sign-in that begins at the provider', () => {
  it('is refused where it is not switched on, with and without a RelayState', async () => {
    for (const relayState of [null, '', '/projects', 'https://evil.example/']) {
      const { detail } = await expectRefused(portico, 'idp_initiated_off', () =>
        post(closed, unsolicited(globex, closed), relayState),
      );
      expect(detail).toContain('Globex');
    }
  });

  it('opens no session, and begins an ordinary sign-in at the same provider instead', async () => {
    const sessions = () => portico.platform.db.selectFrom('session').select('id').execute();
    const before = await sessions();
    const { location, cookie } = await post(open, unsolicited(acme, open), null);
    expect(location).toMatch(new RegExp(`^/sso/saml/${open.id}/login\\?from=[2-9A-Z]{8}$`));
    expect(cookie).toBe('');
    expect(await sessions()).toEqual(before);
    const on = await portico.app.inject({ url: location });
    expect(String(on.headers.location)).toMatch(/^http:\/\/idp\.acme\.example\/sso\?SAMLRequest=/);
  });

  it.each([
    ['/servicedesk/customer/portal/1', '/servicedesk/customer/portal/1'],
    ['http://localhost:8080/servicedesk/customer/portal/1?a=b', '/servicedesk/customer/portal/1?a=b'],
    ['https://evil.example/', null],
    ['http://localhost:8080.evil.example/', null],
    ['//evil.example/', null],
    ['\\\\evil.example', null],
    ['javascript:alert(1)', null],
    ['http://localhost:8080//evil.example/', null],
    ['/sso/saml/1/login', null],
  ])('goes on to where its RelayState says, if that is here: %s', async (relayState, destination) => {
    const { location } = await post(open, unsolicited(acme, open), relayState);
    const target = new URL(location, 'http://x');
    expect(target.pathname).toBe(`/sso/saml/${open.id}/login`);
    expect(target.searchParams.get('destination')).toBe(destination);
  });

  it('has an entry of its own in the sign-in log, tied to the sign-in that went on from it', async () => {
    const { db } = portico.platform;
    await db.deleteFrom('sign_in_trace').execute();
    const tile = await post(open, unsolicited(acme, open), null);
    const from = new URL(tile.location, 'http://x').searchParams.get('from') ?? '';
    expect(await findTrace(db, open.id, from)).toMatchObject({
      purpose: 'idp-initiated',
      outcome: 'succeeded',
      email: 'alice@acme.example',
      result: null,
    });
    expect(await goneOnAs(db, from)).toBeNull();
    const left = await portico.app.inject({ url: tile.location });
    const query = new URL(String(left.headers.location)).searchParams;
    const request = inflateRawSync(Buffer.from(query.get('SAMLRequest') ?? '', 'base64')).toString();
    const journey = {
      ...fromTile(open),
      requestId: /ID="([^"]+)"/.exec(request)?.[1] ?? '',
      relayState: query.get('RelayState') ?? '',
      cookie: cookiesOf(left.headers['set-cookie']),
    };
    await finishSaml(portico, journey, responseXml(acme, answerTo(journey)));
    const next = await goneOnAs(db, from);
    expect(await findTrace(db, open.id, next ?? '')).toMatchObject({
      purpose: 'sign-in',
      outcome: 'succeeded',
      begunBy: from,
    });
  });

  it('is told from an ordinary one in the log when it is refused', async () => {
    const { db } = portico.platform;
    const { location } = await post(closed, unsolicited(globex, closed), null);
    const reference = new URL(location, 'http://x').searchParams.get('reference') ?? '';
    expect(await findTrace(db, closed.id, reference)).toMatchObject({
      purpose: 'idp-initiated',
      code: 'idp_initiated_off',
    });
  });

  it.each(['ABCDEFGH', 'x', "'; drop table session"])(
    'is not believed to have been by a reference that names none: %s',
    async (from) => {
      const query = new URLSearchParams({ from });
      const left = await portico.app.inject({ url: `/sso/saml/${open.id}/login?${query}` });
      const id = new URL(String(left.headers.location)).searchParams.get('RelayState') ?? '';
      const attempt = portico.platform.db.selectFrom('sign_in_attempt').select('begun_by');
      expect(await attempt.where('id', '=', id).execute()).toEqual([{ begun_by: null }]);
    },
  );

  it('is taken once', async () => {
    const xml = unsolicited(acme, open);
    expect((await post(open, xml, null)).location).toContain('/login');
    await expectRefused(portico, 'assertion_reused', () => post(open, xml, null));
  });

  it.each<[string, string, Partial<ResponseOptions>]>([
    ['not signed', 'response_invalid', { signs: 'nothing' }],
    ['for another audience', 'response_invalid', { audience: 'https://other.example' }],
    ['for another recipient', 'response_invalid', { recipient: 'https://other.example/acs' }],
    ['by another issuer', 'response_invalid', { assertionIssuer: 'https://other.example' }],
    ['expired', 'response_expired', { notOnOrAfter: -120 }],
    ['in answer to a request, as its subject says', 'response_invalid', { subjectInResponseTo: '_x' }],
    ['in answer to a request', 'attempt_unknown', { inResponseTo: '_x' }],
  ])('is verified like any other, and refused when it is %s', async (_name, code, changes) => {
    await expectRefused(portico, code, () => post(open, unsolicited(acme, open, changes), null));
  });

  it('is refused when another provider signed it', async () => {
    const forged = unsolicited({ ...globex, entityId: acme.entityId }, open);
    await expectRefused(portico, 'response_invalid', () => post(open, forged, null));
  });
});
