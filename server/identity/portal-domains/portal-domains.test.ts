import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { startSession } from '../sessions/sessions.ts';
import { addProvider } from '../testing-sign-in.ts';
import { lookAtHost, type Sight } from './look-at-host.ts';
import { listPortalDomains, type PortalDomain, portalAddress } from './store.ts';
import { addTestDomain, addTestPortal } from './testing-browser.ts';

let portico: TestApp;
let other: TestApp;
let admin: Record<string, string>;
let customer: Record<string, string>;
let acme: string;
let globex: string;
const base = '/rest/portico/1/portal-domain';

beforeAll(async () => {
  const config = { url: new URL('https://portico.example:8443') };
  portico = await createTestApp({ config });
  other = await createTestApp({ config, database: portico.database });
  const ada = await portico.createAccount({ displayName: 'Ada Admin', isAdministrator: true });
  admin = await portico.signIn(ada);
  customer = await portico.signIn(await portico.createAccount());
  acme = await addTestPortal(portico, 'Acme Support');
  globex = await addTestPortal(portico, 'Globex Support');
});

beforeEach(() => portico.platform.db.deleteFrom('portal_domain').execute());

afterAll(async () => {
  await other?.close();
  await portico?.close();
});

function send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, headers = admin) {
  return portico.app.inject({ method, url, headers, ...(payload && { payload }) });
}

const add = (host: string, more: object = {}) =>
  send('POST', base, { host, portalId: acme, signInAt: 'site', isMain: false, ...more });

async function acts() {
  const events = await portico.platform.db
    .selectFrom('audit_event')
    .select(['action', 'object_name', 'before', 'after'])
    .where('object_type', '=', 'portal-domain')
    .orderBy('id')
    .execute();
  return events;
}

describe('a portal’s host', () => {
  it('is kept in one spelling, whatever was typed', async () => {
    const made = await add(' Hilfe.Bücher.Example. ');
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({
      host: 'hilfe.xn--bcher-kva.example',
      url: 'https://hilfe.xn--bcher-kva.example:8443',
      portal: { id: acme, name: 'Acme Support' },
      signInAt: 'site',
      isMain: true,
      version: 1,
    });
    const again = await add('hilfe.bücher.example', { portalId: globex });
    expect(again.statusCode).toBe(409);
    expect(again.json().errors.host).toContain('leads to Acme Support already');
  });

  it.each([
    'portico.example',
    'https://help.acme.example',
    'help.acme.example/x',
    'help.acme.example:8443',
    'localhost',
    '10.0.0.7',
    '[::1]',
    'a b.example',
    '*.acme.example',
  ])('cannot be %s', async (host) => {
    const refused = await add(host);
    expect(refused.statusCode).toBe(400);
    expect(Object.keys(refused.json().errors)).toEqual(['host']);
  });

  it('needs a portal that exists', async () => {
    expect((await add('help.acme.example', { portalId: '999999' })).json().errors).toHaveProperty('portalId');
  });

  it('is added, changed and removed by administrators alone, who have lately shown that it is them', async () => {
    const { id } = await addTestDomain(portico, acme, 'help.acme.example', 'site');
    const body = { host: 'a.example', portalId: acme, signInAt: 'site', isMain: false };
    const { host: _, ...change } = body;
    const calls = [
      ['GET', base],
      ['POST', base, body],
      ['GET', `${base}/${id}`],
      ['PUT', `${base}/${id}`, { ...change, version: 1 }],
      ['DELETE', `${base}/${id}?version=1`],
      ['POST', `${base}/${id}/check`],
    ] as const;
    for (const [method, url, payload] of calls) {
      expect((await send(method, url, payload, customer)).statusCode).toBe(403);
      expect((await send(method, url, payload, {})).statusCode).toBe(401);
    }
    const stale = await portico.signIn(await portico.createAccount({ isAdministrator: true }));
    await portico.platform.db
      .updateTable('session')
      .set({ verified_at: new Date(Date.now() - 3_600_000) })
      .where('id', '=', (eb) => eb.selectFrom('session').select((of) => of.fn.max('id').as('id')))
      .execute();
    for (const [method, url, payload] of calls.filter(
      ([method, url]) => method !== 'GET' && !url.endsWith('check'),
    )) {
      const refused = await send(method, url, payload, stale);
      expect(refused.statusCode).toBe(403);
      expect(refused.json().errors).toHaveProperty('confirm');
    }
  });

  it('is written to the audit log, before and after', async () => {
    const count = (await acts()).length;
    const { id } = (await add('help.acme.example')).json();
    const change = { portalId: globex, signInAt: 'domain', isMain: true, version: 1 };
    expect((await send('PUT', `${base}/${id}`, change)).statusCode).toBe(200);
    const stale = await send('PUT', `${base}/${id}`, change);
    expect(stale.statusCode).toBe(409);
    expect((await send('DELETE', `${base}/${id}?version=2`)).statusCode).toBe(204);
    const was = { host: 'help.acme.example', portalId: acme, signInAt: 'site', isMain: true, version: 1 };
    const is = { ...was, portalId: globex, signInAt: 'domain', version: 2 };
    expect((await acts()).slice(count)).toEqual([
      { action: 'portal-domain.added', object_name: was.host, before: null, after: was },
      { action: 'portal-domain.changed', object_name: was.host, before: was, after: is },
      { action: 'portal-domain.removed', object_name: was.host, before: is, after: { sessionsEnded: 0 } },
    ]);
  });

  it('takes the sessions along that were opened there', async () => {
    const { id, host } = await addTestDomain(portico, acme, 'help.acme.example', 'site');
    const account = await portico.createAccount();
    const { db, config } = portico.platform;
    const session = { accountId: account.id, address: null, userAgent: null, config };
    await startSession(db, { ...session, host });
    await startSession(db, session);
    expect((await send('GET', `${base}/${id}`)).json()).toMatchObject({ signedIn: 1 });
    await send('DELETE', `${base}/${id}?version=1`);
    const left = await db.selectFrom('session').select('host').where('account_id', '=', account.id).execute();
    expect(left).toEqual([{ host: null }]);
  });
});

describe('of several hosts of a portal', () => {
  it('one is the main one, to which mail leads; the oldest takes over when it goes', async () => {
    const { db, config } = portico.platform;
    const address = async () => (await portalAddress(db, config, acme)).href;
    expect(await address()).toBe('https://portico.example:8443/');
    const first = (await add('one.example')).json();
    const second = (await add('two.example', { isMain: true })).json();
    const mains = async () =>
      (await send('GET', base)).json().values.map((one: { isMain: boolean }) => one.isMain);
    expect(await mains()).toEqual([false, true]);
    expect(await address()).toBe('https://two.example:8443/');
    const body = { portalId: acme, signInAt: 'site', isMain: false, version: second.version };
    const none = await send('PUT', `${base}/${second.id}`, body);
    expect(none.json().errors.isMain).toContain('Make another host');
    await send('PUT', `${base}/${second.id}`, { ...body, portalId: globex });
    expect(await mains()).toEqual([true, true]);
    expect(await address()).toBe('https://one.example:8443/');
    const { version } = (await send('GET', `${base}/${first.id}`)).json();
    await send('DELETE', `${base}/${first.id}?version=${version}`);
    expect(await address()).toBe('https://portico.example:8443/');
  });
});

describe('what has to be registered at providers', () => {
  it('is listed for each host and each provider', async () => {
    const provider = await addProvider(portico, {
      protocol: 'oidc',
      oidc: { issuer: 'http://idp.example', clientId: 'portico', clientSecret: 'secret' },
    });
    const { id } = await addTestDomain(portico, acme, 'help.acme.example', 'domain');
    const at = (step: string) => `https://help.acme.example:8443/sso/oidc/${provider.id}/${step}`;
    const addresses = [
      { kind: 'redirect', url: at('callback') },
      { kind: 'post-logout', url: at('logged-out') },
    ];
    const shown = (await send('GET', `${base}/${id}`)).json();
    expect(shown).toMatchObject({ siteHost: 'portico.example', providers: [{ id: provider.id, addresses }] });
    const path = `/rest/portico/1/identity-provider/${provider.id}/portal-domain`;
    expect((await send('GET', path)).json().values).toEqual([
      { id, host: 'help.acme.example', portalName: 'Acme Support', signInAt: 'domain', addresses },
    ]);
    expect((await send('GET', path, undefined, customer)).statusCode).toBe(403);
  });
});

describe('a change', () => {
  const ask = (app: TestApp, url: string, host: string) => app.app.inject({ url, headers: { host } });

  it('holds at once in every process: a host is answered, moved and refused', async () => {
    const page = '/rest/portico/1/site';
    const host = 'help.acme.example';
    for (const process of [portico, other]) expect((await ask(process, page, host)).statusCode).toBe(421);
    const { id } = (await add(host)).json();
    for (const process of [portico, other]) {
      expect((await ask(process, page, host)).json().portal).toMatchObject({ name: 'Acme Support' });
    }
    await send('PUT', `${base}/${id}`, { portalId: globex, signInAt: 'site', isMain: true, version: 1 });
    for (const process of [portico, other]) {
      expect((await ask(process, page, host)).json().portal).toMatchObject({ name: 'Globex Support' });
    }
    await send('DELETE', `${base}/${id}?version=2`);
    for (const process of [portico, other]) expect((await ask(process, page, host)).statusCode).toBe(421);
  });

  it('decides for which hosts a proxy may get certificates', async () => {
    await addTestDomain(portico, acme, 'help.acme.example', 'site');
    const may = async (domain: string) =>
      (await ask(portico, `/tls-check?${new URLSearchParams({ domain })}`, '10.0.0.1:8080')).statusCode;
    expect(await may('help.acme.example')).toBe(200);
    expect(await may('HELP.acme.example.')).toBe(200);
    expect(await may('portico.example')).toBe(200);
    expect(await may('evil.example')).toBe(404);
    expect(await may('localhost')).toBe(404);
    expect(await may('x'.repeat(250))).toBe(404);
    expect(await may('[::1')).toBe(404);
  });
});

describe('looking whether a host leads here', () => {
  const resolve = async () => ['192.0.2.7'];
  async function helpAcme(): Promise<PortalDomain> {
    const [known] = await listPortalDomains(portico.platform.db, acme);
    return known ?? addTestDomain(portico, acme, 'help.acme.example', 'site');
  }
  const look = async (sight: Partial<Sight>) => {
    const domain = await helpAcme();
    const { url } = portico.platform.config;
    return lookAtHost(url, domain, { resolve, fetch: async () => new Response('hello'), ...sight });
  };
  const failing = (code: string) => async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  };

  it('knows this Portico by an answer that nobody else can give', async () => {
    const fetch = async (url: URL) => {
      const answer = await portico.app.inject({ url: url.pathname, headers: { host: url.host } });
      return new Response(answer.body, { status: answer.statusCode });
    };
    expect(await look({ fetch })).toMatchObject({ outcome: 'answers', addresses: ['192.0.2.7'] });
    const { id } = await helpAcme();
    const { db } = portico.platform;
    const found = await look({
      fetch: async (url) => {
        await db.updateTable('portal_domain').set({ check_key: 'another' }).where('id', '=', id).execute();
        return fetch(url);
      },
    });
    expect(found.outcome).toBe('elsewhere');
  });

  it.each([
    ['no-record', { resolve: failing('ENOTFOUND') }, 'CNAME record that points to portico.example'],
    ['certificate', { fetch: failing('ERR_TLS_CERT_ALTNAME_INVALID') }, 'certificate is not good'],
    ['certificate', { fetch: failing('DEPTH_ZERO_SELF_SIGNED_CERT') }, 'certificate is not good'],
    ['unreachable', { fetch: failing('ECONNREFUSED') }, 'cannot be reached'],
    ['elsewhere', {}, 'Something else answers'],
    ['elsewhere', { fetch: async () => new Response('', { status: 421 }) }, 'pass on the Host header'],
    ['elsewhere', { fetch: async () => new Response('', { status: 302 }) }, 'status 302'],
  ] as const)('says %s, and what to do', async (outcome, sight, words) => {
    const found = await look(sight);
    expect(found.outcome).toBe(outcome);
    expect(found.detail).toContain(words);
  });

  it('is possible for administrators, about hosts that are configured', async () => {
    const { id } = await addTestDomain(portico, acme, 'nowhere.portico-test.invalid', 'site');
    const found = await send('POST', `${base}/${id}/check`);
    expect(found.json()).toMatchObject({ outcome: 'no-record', addresses: [] });
    expect((await send('POST', `${base}/999999/check`)).statusCode).toBe(404);
  });
});
