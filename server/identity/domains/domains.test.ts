import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { recheckDomains } from './recheck.ts';
import { startTestNameServer, type TestNameServer } from './testing-name-server.ts';

let portico: TestApp;
let names: TestNameServer;
let admin: Record<string, string>;
let customer: Record<string, string>;
let issuers: number;

const base = '/rest/portico/1/identity-provider';

beforeAll(async () => {
  names = await startTestNameServer();
  portico = await createTestApp({ config: { dnsServers: [names.address] } });
  admin = await portico.signIn(await portico.createAccount({ isAdministrator: true }));
  customer = await portico.signIn(await portico.createAccount());
});

beforeEach(async () => {
  names.records.clear();
  await portico.platform.db.deleteFrom('identity_provider').execute();
  issuers = 0;
});

afterAll(async () => {
  await portico?.close();
  await names?.close();
});

interface Claim {
  domain: string;
  isVerified: boolean;
  verifiedBy: string | null;
  checkProblem: string | null;
  recordName: string;
  recordValue: string;
}

function send(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, headers = admin) {
  return portico.app.inject({ method, url: `${base}${path}`, headers, ...(payload && { payload }) });
}

async function add(name: string, domains: string[]): Promise<string> {
  issuers += 1;
  const oidc = { issuer: `https://${issuers}.example`, clientId: 'portico' };
  const response = await send('POST', '', { protocol: 'oidc', name, domains, isEnabled: true, oidc });
  expect(response.statusCode).toBe(201);
  return response.json().id;
}

async function claimsOf(id: string): Promise<Claim[]> {
  return (await send('GET', `/${id}`)).json().domainClaims;
}

async function claimOf(id: string): Promise<Claim> {
  const [claim] = await claimsOf(id);
  if (!claim) throw new Error('no claim');
  return claim;
}

async function discovered(email: string): Promise<string> {
  const response = await portico.app.inject({
    method: 'POST',
    url: '/rest/portico/1/sign-in/discover',
    payload: { email },
  });
  return response.json().method;
}

describe('a domain that a provider names', () => {
  it('sends nobody there before it is proved; the record proves it, and the audit log says so', async () => {
    const id = await add('Acme', ['acme.example']);
    expect(await discovered('alice@acme.example')).toBe('password');
    const { recordName, recordValue } = await claimOf(id);
    expect(recordName).toBe('_portico.acme.example');

    const early = await send('POST', `/${id}/domain/acme.example/verify`);
    expect(early.json().domainClaims[0]).toMatchObject({
      isVerified: false,
      checkProblem: expect.stringContaining('There is no TXT record at _portico.acme.example yet'),
    });

    names.records.set(recordName, [['v=spf1 -all'], [recordValue.slice(0, 20), recordValue.slice(20)]]);
    const proved = await send('POST', `/${id}/domain/ACME.example./verify`);
    expect(proved.json().domainClaims[0]).toMatchObject({
      isVerified: true,
      verifiedBy: 'dns',
      checkProblem: null,
    });
    expect(await discovered('alice@acme.example')).toBe('redirect');
    const events = await portico.platform.db
      .selectFrom('audit_event')
      .select('after')
      .where('action', '=', 'identity-provider.domain-verified')
      .execute();
    expect(events.at(-1)?.after).toEqual({ domain: 'acme.example', by: 'dns' });
  });

  it.each<[string, (value: string) => string[][]]>([
    ['only contains what it should be', (value) => [[`x ${value}`]]],
    ['begins with what it should be', (value) => [[`${value}0`]]],
    ['is that of another claim', () => [['portico-verification=00000000000000000000000000000000']]],
    ['is in other letters', (value) => [[value.toUpperCase()]]],
  ])('L05: is not proved by a record that %s', async (_name, record) => {
    const id = await add('Acme', ['acme.example']);
    const { recordName, recordValue } = await claimOf(id);
    names.records.set(recordName, record(recordValue));
    const answer = await send('POST', `/${id}/domain/acme.example/verify`);
    expect(answer.json().domainClaims[0]).toMatchObject({
      isVerified: false,
      checkProblem: expect.stringContaining('not what it should'),
    });
  });

  it('L05: is not proved by the proof of another domain, nor by an earlier claim', async () => {
    const id = await add('Acme', ['acme.example', 'acme.test']);
    const [first, second] = await claimsOf(id);
    names.records.set(first?.recordName ?? '', [[first?.recordValue ?? '']]);
    names.records.set(second?.recordName ?? '', [[first?.recordValue ?? '']]);
    await send('POST', `/${id}/domain/acme.example/verify`);
    await send('POST', `/${id}/domain/acme.test/verify`);
    expect((await claimsOf(id)).map(({ isVerified }) => isVerified)).toEqual([true, false]);

    await send('POST', `/${id}/domain/acme.example/withdraw`);
    expect(await discovered('alice@acme.example')).toBe('password');
    await send('POST', `/${id}/domain/acme.example/verify`);
    expect((await claimOf(id)).isVerified).toBe(false);
  });

  it('L04: is not one that is open to everybody, however it is written, and is itself alone', async () => {
    for (const domain of ['gmail.com', 'GMAIL.COM', 'gmail.com.', 'ｇｍａｉｌ.com', '@outlook.com']) {
      const body = { protocol: 'oidc', name: 'Evil', domains: [domain], oidc: { issuer: '', clientId: '' } };
      expect({ domain, status: (await send('POST', '', body)).statusCode }).toEqual({ domain, status: 400 });
    }
    const id = await add('Acme', ['acme.example', 'BÜCHER.example']);
    for (const domain of ['acme.example', 'bücher.example']) {
      const answer = await send('POST', `/${id}/domain/${encodeURIComponent(domain)}/vouch`, {
        reason: 'We know their administrator',
      });
      expect(answer.statusCode).toBe(200);
    }
    expect(await discovered('a@acme.example')).toBe('redirect');
    expect(await discovered('a@Acme.Example')).toBe('redirect');
    expect(await discovered('a@xn--bcher-kva.example')).toBe('redirect');
    for (const email of ['a@evil.acme.example', 'a@acme.example.evil.example', 'a@notacme.example']) {
      expect({ email, method: await discovered(email) }).toEqual({ email, method: 'password' });
    }
  });

  it('may be claimed by two providers, and belongs to the one that proves it first', async () => {
    const acme = await add('Acme', ['acme.example']);
    const squatter = await add('Squatter', ['acme.example']);
    const { recordName, recordValue } = await claimOf(acme);
    expect((await claimOf(squatter)).recordValue).not.toBe(recordValue);
    names.records.set(recordName, [[recordValue]]);
    await send('POST', `/${squatter}/domain/acme.example/verify`);
    expect((await claimOf(squatter)).isVerified).toBe(false);
    await send('POST', `/${acme}/domain/acme.example/verify`);
    expect((await claimOf(acme)).isVerified).toBe(true);
    const taken = await send('POST', `/${squatter}/domain/acme.example/vouch`, {
      reason: 'I would like to have it',
    });
    expect(taken.statusCode).toBe(409);
    expect(taken.json().errorMessages[0]).toContain('acme.example belongs to Acme');
  });

  it('is vouched for with a reason only, which the audit log keeps', async () => {
    const id = await add('Acme', ['acme.example']);
    const short = await send('POST', `/${id}/domain/acme.example/vouch`, { reason: ' trust ' });
    expect(short.statusCode).toBe(400);
    expect(short.json().errors.reason).toContain('how you know');
    const done = await send('POST', `/${id}/domain/acme.example/vouch`, { reason: 'Contract 4711 names it' });
    expect(done.json().domainClaims[0]).toMatchObject({
      isVerified: true,
      verifiedBy: 'override',
      overrideReason: 'Contract 4711 names it',
    });
  });

  it('stays proved when its record is gone, which is said and recorded once', async () => {
    const id = await add('Acme', ['acme.example']);
    const { recordName, recordValue } = await claimOf(id);
    names.records.set(recordName, [[recordValue]]);
    await send('POST', `/${id}/domain/acme.example/verify`);
    names.records.clear();
    await recheckDomains(portico.platform);
    await recheckDomains(portico.platform);
    expect(await claimOf(id)).toMatchObject({
      isVerified: true,
      checkProblem: expect.stringContaining('There is no TXT record'),
    });
    const lost = await portico.platform.db
      .selectFrom('audit_event')
      .select('id')
      .where('action', '=', 'identity-provider.domain-proof-missing')
      .execute();
    expect(lost).toHaveLength(1);
  });

  it('keeps its proof when others are added or removed beside it', async () => {
    const id = await add('Acme', ['acme.example']);
    await send('POST', `/${id}/domain/acme.example/vouch`, { reason: 'Contract 4711 names it' });
    const { version, oidc } = (await send('GET', `/${id}`)).json();
    const input = { protocol: 'oidc', name: 'Acme', isEnabled: true, version };
    const { hasClientSecret: _, ...settings } = oidc;
    const changed = await send('PUT', `/${id}`, {
      ...input,
      domains: ['acme.example', 'new.example'],
      oidc: settings,
    });
    expect(changed.json().domainClaims.map((claim: Claim) => claim.isVerified)).toEqual([true, false]);
  });

  it('is for administrators only', async () => {
    const id = await add('Acme', ['acme.example']);
    for (const act of ['verify', 'vouch', 'withdraw']) {
      const body = act === 'vouch' ? { reason: 'Contract 4711 names it' } : undefined;
      const path = `/${id}/domain/acme.example/${act}`;
      expect((await send('POST', path, body, {})).statusCode).toBe(401);
      expect((await send('POST', path, body, customer)).statusCode).toBe(403);
      expect((await send('POST', `/${id}/domain/other.example/${act}`, body)).statusCode).toBe(404);
      expect((await send('POST', `/999/domain/acme.example/${act}`, body)).statusCode).toBe(404);
    }
    expect((await claimOf(id)).isVerified).toBe(false);
  });
});
