import { Pool } from 'undici';
import { acceptRequest, issueResponse } from '../demo/acme-saml/saml-messages.ts';
import type { BenchCase } from './cases.ts';
import { type Ask, exchange, type Target } from './load.ts';
import { codeFor, type SignInWorld } from './sign-in-world.ts';

const people = 200;
const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' };

/** One that has left for the provider, and what the provider answers. */
interface Journey {
  readonly path: string;
  readonly body?: string;
  readonly headers: Record<string, string>;
}

/**
 * Complete sign-ins, from the provider's answer to the session, against the bare library's verification of the same
 * answer; and what they do to somebody who asks for something else meanwhile.
 */
export function signInCases(world: SignInWorld): BenchCase[] {
  const saml: Omit<BenchCase, 'name'> = {
    async portico(target, questions) {
      const journeys = await leaveForSaml(world, target, questions);
      return usingUp(journeys, async (pool, journey) => {
        const { location } = await exchange(pool, { ...journey, method: 'POST', expectedStatus: 303 });
        await complete(pool, location, journey.headers);
      });
    },
    async floor(_target, questions) {
      const responses = await Promise.all(
        Array.from({ length: questions }, (_, index) => samlResponse(world, index, '_bench')),
      );
      return usingUp(responses, async (pool, response) => {
        const body = String(new URLSearchParams({ SAMLResponse: response }));
        await exchange(pool, {
          method: 'POST',
          path: '/saml',
          body,
          headers: formHeaders,
          expectedStatus: 200,
        });
      });
    },
  };
  return [
    { name: 'complete a SAML sign-in', ...saml },
    {
      name: 'complete an OpenID sign-in',
      async portico(target, questions) {
        const journeys = await leaveForOpenId(world, target, questions);
        return usingUp(journeys, (pool, journey) => complete(pool, journey.path, journey.headers));
      },
      floor: async () => async (pool) => {
        const code = codeFor({ nonce: 'bench', email: 'person@oidc.example' });
        await exchange(pool, { method: 'GET', path: `/oidc?code=${code}`, headers: {}, expectedStatus: 200 });
        return true;
      },
    },
    { name: 'a trivial route during SAML sign-ins', ...saml, besidePath: '/healthz' },
  ];
}

/** The step that opens a session; a refusal leads to the sign-in page, and must not count as an answer. */
async function complete(pool: Pool, path: string, { cookie }: Record<string, string>): Promise<void> {
  const headers = { cookie: cookie ?? '' };
  const { location } = await exchange(pool, { method: 'GET', path, headers, expectedStatus: 303 });
  if (location.includes('/login')) throw new Error(`The sign-in was refused: ${location}`);
}

function usingUp<T>(stock: T[], ask: (pool: Pool, item: T) => Promise<void>): Ask {
  return async (pool) => {
    const item = stock.pop();
    if (item === undefined) return false;
    await ask(pool, item);
    return true;
  };
}

/** Who signs in: a few hundred people again and again. Each response names another, so that they do not wait in line. */
function emailOf(index: number, domain: string): string {
  return `person${index % people}@${domain}`;
}

async function leave(target: Target, path: string): Promise<{ to: URL; cookie: string }> {
  await using pool = Object.assign(new Pool(target.url), {
    [Symbol.asyncDispose](this: Pool) {
      return this.close();
    },
  });
  const { location, setCookie } = await exchange(pool, {
    method: 'GET',
    path,
    headers: {},
    expectedStatus: 303,
  });
  return { to: new URL(location), cookie: setCookie.map((one) => one.split(';', 1)[0]).join('; ') };
}

async function leaveForSaml(world: SignInWorld, target: Target, count: number): Promise<Journey[]> {
  return inTurn(count, async (index) => {
    const { providerId, entityId, key } = world.saml;
    const { to, cookie } = await leave(target, `/sso/saml/${providerId}/login`);
    const service = { ...serviceOf(world), name: 'Portico', startUrl: target.url };
    const request = to.searchParams.get('SAMLRequest') ?? '';
    const issuer = { entityId, signOnUrl: `${to.origin}${to.pathname}`, key };
    const { id } = await acceptRequest(request, issuer, [service]);
    const form = {
      SAMLResponse: await samlResponse(world, index, id ?? ''),
      RelayState: to.searchParams.get('RelayState') ?? '',
    };
    return {
      path: `/sso/saml/${providerId}/acs`,
      body: String(new URLSearchParams(form)),
      headers: { ...formHeaders, cookie },
    };
  });
}

async function leaveForOpenId(world: SignInWorld, target: Target, count: number): Promise<Journey[]> {
  return inTurn(count, async (index) => {
    const { providerId } = world.oidc;
    const { to, cookie } = await leave(target, `/sso/oidc/${providerId}/login`);
    const grant = { nonce: to.searchParams.get('nonce') ?? '', email: emailOf(index, 'oidc.example') };
    const query = new URLSearchParams({ code: codeFor(grant), state: to.searchParams.get('state') ?? '' });
    return { path: `/sso/oidc/${providerId}/callback?${query}`, headers: { cookie } };
  });
}

/** Four at a time: as many as keep both cores busy. */
async function inTurn<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) made.push(await make(next++));
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return made;
}

function samlResponse(world: SignInWorld, index: number, requestId: string): Promise<string> {
  const email = emailOf(index, 'saml.example');
  const person = { subject: email, email, name: `Person ${index % people}`, groups: ['staff'], password: '' };
  const { entityId, key } = world.saml;
  const service = serviceOf(world);
  const request = {
    id: requestId,
    serviceProvider: { ...service, name: 'Portico', startUrl: '' },
    acsUrl: service.acsUrl,
    mustSignInAgain: false,
    expectedEmail: undefined,
  };
  return issueResponse(request, person, `_s${index}`, { entityId, signOnUrl: '', key });
}

/** Portico as the SAML provider knows it. The servers of the bench all believe to be at this address. */
export function serviceOf({ saml }: SignInWorld): { entityId: string; acsUrl: string } {
  const base = `http://localhost:8080/sso/saml/${saml.providerId}`;
  return { entityId: `${base}/metadata`, acsUrl: `${base}/acs` };
}
