import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../testing.ts';
import type { Provider } from '../../providers/store.ts';
import { addProvider, comeBack, expectRefused, leaveForOidc } from '../../testing-sign-in.ts';
import { startTestOp, type TestOp } from '../testing-op.ts';

let portico: TestApp;
/** Another process on the same data. */
let portico2: TestApp;
let globex: TestOp;
let initech: TestOp;
let provider: Provider;
let second: Provider;

beforeAll(async () => {
  portico = await createTestApp();
  portico2 = await createTestApp({
    database: portico.database,
    config: { sealingKeys: portico.platform.config.sealingKeys },
  });
  globex = await startTestOp();
  initech = await startTestOp();
  provider = await addOp(globex, 'Globex', 'globex.example');
  second = await addOp(initech, 'Initech', 'initech.example');
  globex.people.set('bob-1', { sub: 'bob-1', email: 'bob@globex.example', name: 'Bob' });
  initech.people.set('peter-1', { sub: 'peter-1', email: 'peter@initech.example', name: 'Peter' });
});

// Whatever an attack left behind, the honest sign-in still works: nobody is locked out by being attacked.
beforeEach(async () => {
  const journey = await leaveForOidc(portico, provider);
  const { cookie } = await comeBack(portico, await globex.authorize(journey.target, 'bob-1'), journey.cookie);
  expect(cookie).toContain('portico_session=');
});

afterAll(async () => {
  await portico2?.close();
  await Promise.all([portico?.close(), globex?.close(), initech?.close()]);
});

async function addOp(op: TestOp, name: string, domain: string): Promise<Provider> {
  const { issuer, clientId, clientSecret } = op;
  const oidc = { issuer, clientId, clientSecret };
  const added = await addProvider(portico, { protocol: 'oidc', name, domains: [domain], oidc });
  op.open(`http://localhost:8080/sso/oidc/${added.id}/callback`);
  return added;
}

describe('state', () => {
  it('O01 is refused when it is missing, double, or invented', async () => {
    const journey = await leaveForOidc(portico, provider);
    const back = await globex.authorize(journey.target, 'bob-1');
    for (const twist of [
      (url: URL) => url.searchParams.delete('state'),
      (url: URL) => url.searchParams.append('state', journey.state),
      (url: URL) => url.searchParams.set('state', 'B'.repeat(43)),
      (url: URL) => url.searchParams.set('state', `${journey.state}'--`),
    ]) {
      const url = new URL(back);
      twist(url);
      await expectRefused(portico, 'attempt_unknown', () => comeBack(portico, url, journey.cookie));
    }
  });

  it('O01 is refused in another browser: without its cookie, and with that of its own journey (login CSRF)', async () => {
    const attackers = await leaveForOidc(portico, provider);
    const back = await globex.authorize(attackers.target, 'bob-1');
    const victims = await leaveForOidc(portico, provider);
    await expectRefused(portico, 'attempt_unknown', () => comeBack(portico, back, ''));
    await expectRefused(portico, 'attempt_unknown', () => comeBack(portico, back, victims.cookie));
    // It was not used up by that.
    expect((await comeBack(portico, back, attackers.cookie)).location).toBe('/servicedesk/customer/portals');
  });

  it('O01 is refused when it is used again', async () => {
    const journey = await leaveForOidc(portico, provider);
    const back = await globex.authorize(journey.target, 'bob-1');
    await comeBack(portico, back, journey.cookie);
    await expectRefused(portico, 'attempt_unknown', () => comeBack(portico, back, journey.cookie));
  });

  it('O01 is refused once it has expired', async () => {
    const journey = await leaveForOidc(portico, provider);
    const back = await globex.authorize(journey.target, 'bob-1');
    await portico.platform.db
      .updateTable('sign_in_attempt')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('id', '=', journey.state)
      .execute();
    await expectRefused(portico, 'attempt_unknown', () => comeBack(portico, back, journey.cookie));
  });

  it('O01 carries no address to go to: that is kept here, and only as a path of this site', async () => {
    for (const destination of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      const journey = await leaveForOidc(portico, provider, destination);
      const back = await globex.authorize(journey.target, 'bob-1');
      back.searchParams.set('destination', destination);
      back.searchParams.set('RelayState', destination);
      expect((await comeBack(portico, back, journey.cookie)).location).toBe('/servicedesk/customer/portals');
    }
  });
});

describe('PKCE', () => {
  it('O03 is asked for with S256 in every request, even when an administrator adds something else', async () => {
    const { target } = await leaveForOidc(portico, provider);
    const { searchParams } = new URL(target);
    expect(searchParams.getAll('code_challenge_method')).toEqual(['S256']);
    expect(searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
  });

  it('O03 downgraded to plain on its way to the provider, the code buys nothing', async () => {
    const journey = await leaveForOidc(portico, provider);
    const target = new URL(journey.target);
    target.searchParams.set('code_challenge', 'A'.repeat(43));
    const back = await globex.authorize(target.href, 'bob-1');
    await expectRefused(portico, 'provider_error', () => comeBack(portico, back, journey.cookie));
  });

  it('O03 binds a code to the journey that it was made for: injected into another, it buys nothing', async () => {
    const attackers = await leaveForOidc(portico, provider);
    const back = await globex.authorize(attackers.target, 'bob-1');
    const victims = await leaveForOidc(portico, provider);
    back.searchParams.set('state', victims.state);
    const { detail } = await expectRefused(portico, 'provider_error', () =>
      comeBack(portico, back, victims.cookie),
    );
    expect(detail).toContain('invalid_grant');
  });
});

describe('two providers', () => {
  it('O04 have addresses of their own: an answer of one at the other’s is refused', async () => {
    const journey = await leaveForOidc(portico, provider);
    const back = await globex.authorize(journey.target, 'bob-1');
    back.pathname = `/sso/oidc/${second.id}/callback`;
    await expectRefused(portico, 'attempt_unknown', () => comeBack(portico, back, journey.cookie));
  });

  it('O04 an answer that names another issuer is refused, before its code goes anywhere', async () => {
    for (const iss of [initech.issuer, `${globex.issuer}/`, 'https://evil.example', '']) {
      const journey = await leaveForOidc(portico, provider);
      const back = await globex.authorize(journey.target, 'bob-1');
      back.searchParams.set('iss', iss);
      const { detail } = await expectRefused(portico, 'response_invalid', () =>
        comeBack(portico, back, journey.cookie),
      );
      expect(detail).toContain('issuer');
    }
  });

  it('O04 an answer without an issuer is refused from a provider that promised to name itself', async () => {
    const journey = await leaveForOidc(portico, provider);
    const back = await globex.authorize(journey.target, 'bob-1');
    back.searchParams.delete('iss');
    await expectRefused(portico, 'response_invalid', () => comeBack(portico, back, journey.cookie));
  });

  it('O04 an error of another issuer is not believed either', async () => {
    const journey = await leaveForOidc(portico, provider);
    const back = new URL(`http://localhost/sso/oidc/${provider.id}/callback`);
    back.search = new URLSearchParams({
      state: journey.state,
      error: 'access_denied',
      iss: initech.issuer,
    }).toString();
    await expectRefused(portico, 'response_invalid', () => comeBack(portico, back, journey.cookie));
  });

  it('O04 a provider with another’s code gets nothing for it', async () => {
    const journey = await leaveForOidc(portico, second);
    const other = await leaveForOidc(portico, provider);
    const stolen = await globex.authorize(other.target, 'bob-1');
    const back = await initech.authorize(journey.target, 'peter-1');
    back.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    await expectRefused(portico, 'provider_error', () => comeBack(portico, back, journey.cookie));
  });
});

describe('a code', () => {
  it('O11 opens one session when it comes many times at once, to two processes', async () => {
    const journey = await leaveForOidc(portico, provider);
    const back = await globex.authorize(journey.target, 'bob-1');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        comeBack(index % 2 === 0 ? portico : portico2, back, journey.cookie),
      ),
    );
    expect(answers.filter(({ cookie }) => cookie.includes('portico_session'))).toHaveLength(1);
  });

  it('O11 is refused by the other process after it was used at one', async () => {
    const journey = await leaveForOidc(portico, provider);
    const back = await globex.authorize(journey.target, 'bob-1');
    await comeBack(portico, back, journey.cookie);
    await expectRefused(portico2, 'attempt_unknown', () => comeBack(portico2, back, journey.cookie));
  });

  it('O11 is refused in another journey after it was used', async () => {
    const first = await leaveForOidc(portico, provider);
    const back = await globex.authorize(first.target, 'bob-1');
    await comeBack(portico, back, first.cookie);
    const next = await leaveForOidc(portico2, provider);
    back.searchParams.set('state', next.state);
    await expectRefused(portico2, 'provider_error', () => comeBack(portico2, back, next.cookie));
  });

  it('O11 is refused at another connection', async () => {
    const journey = await leaveForOidc(portico, provider);
    const back = await globex.authorize(journey.target, 'bob-1');
    const other = await leaveForOidc(portico, second);
    const elsewhere = new URL(back);
    elsewhere.pathname = `/sso/oidc/${second.id}/callback`;
    elsewhere.searchParams.set('state', other.state);
    elsewhere.searchParams.set('iss', initech.issuer);
    await expectRefused(portico, 'provider_error', () => comeBack(portico, elsewhere, other.cookie));
  });

  it('O11 is refused beside a token in the address, twice, and together with an error', async () => {
    for (const twist of [
      (url: URL) => url.searchParams.append('code', 'another'),
      (url: URL) => url.searchParams.append('id_token', 'a.b.c'),
      (url: URL) => url.searchParams.append('access_token', 'abc'),
      (url: URL) => url.searchParams.append('response', 'a.b.c'),
      (url: URL) => url.searchParams.append('iss', globex.issuer),
    ]) {
      const journey = await leaveForOidc(portico, provider);
      const back = await globex.authorize(journey.target, 'bob-1');
      twist(back);
      await expectRefused(portico, 'response_invalid', () => comeBack(portico, back, journey.cookie));
    }
    const journey = await leaveForOidc(portico, provider);
    const back = await globex.authorize(journey.target, 'bob-1');
    back.searchParams.append('error', 'server_error');
    await expectRefused(portico, 'provider_error', () => comeBack(portico, back, journey.cookie));
  });
});
