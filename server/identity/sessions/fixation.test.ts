import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { AccountSummary } from '../accounts/store.ts';
import type { Provider } from '../providers/store.ts';
import { createTestIdp, responseXml, type TestIdp } from '../saml/testing-idp.ts';
import { addSamlProvider, answerTo, cookiesOf, finishSaml, leaveForSaml } from '../testing-sign-in.ts';

// A session whose token somebody else has put into the browser beforehand: docs/attack-classes.md, F08. That a proof gives a
// session another token is tested beside the proofs (second-factor/sensitive-acts.test.ts, desk/second-factor-on-use.test.ts).

let portico: TestApp;
let idp: TestIdp;
/** admits everybody with a verified address, and speaks for no domain */
let open: Provider;
let mallory: AccountSummary;
const password = 'a long and quiet evening';

beforeAll(async () => {
  portico = await createTestApp();
  idp = await createTestIdp('https://idp.open.example/metadata');
  open = await addSamlProvider(portico, idp, { name: 'Open', domains: [], admits: 'all' });
  mallory = await portico.createAccount({ displayName: 'Mallory' });
});
afterAll(() => portico.close());

/** What an attacker may have planted: a session of theirs, one that is over, and one that never was. */
async function planted(): Promise<string[]> {
  const { cookie: theirs } = await portico.signIn(mallory);
  const { cookie: over } = await portico.signIn(mallory);
  await portico.app.inject({
    method: 'POST',
    url: '/rest/portico/1/sign-out',
    headers: { cookie: over, origin: portico.platform.config.url.origin },
  });
  return [theirs, over, theirs.replace(/=.*/, `=${'A'.repeat(43)}`)];
}

async function whoIs(cookie: string): Promise<string | undefined> {
  const response = await portico.app.inject({ url: '/rest/portico/1/session', headers: { cookie } });
  return response.json().account?.accountId;
}

function post(path: string, cookie: string, payload: object) {
  return portico.app.inject({
    method: 'POST',
    url: `/rest/portico/1/${path}`,
    headers: { cookie, origin: portico.platform.config.url.origin },
    payload,
  });
}

async function expectAnother(session: string, fixed: string, victim: AccountSummary): Promise<void> {
  expect(session).toContain('portico_session=');
  expect(session).not.toContain(fixed.split('=')[1]);
  expect(await whoIs(session)).toBe(victim.accountId);
  expect(await whoIs(fixed)).not.toBe(victim.accountId);
}

test('F08: signing in with a password takes over no token that was there before', async () => {
  const victim = await portico.createAccount({ email: 'vera@acme.example', password });
  for (const fixed of await planted()) {
    const signedIn = await post('sign-in/password', fixed, { email: 'vera@acme.example', password });
    await expectAnother(cookiesOf(signedIn.headers['set-cookie']), fixed, victim);
  }
});

test('F08: signing in through a provider, and linking to an account, take over no token that was there before', async () => {
  for (const [index, fixed] of (await planted()).entries()) {
    const email = `paul-${index}@small.example`;
    const victim = await portico.createAccount({ email, password });
    for (const isLinked of [false, true]) {
      const journey = await leaveForSaml(portico, open, undefined, fixed);
      const answer = answerTo(journey, { nameId: email, attributes: { mail: email } });
      const withFixed = { ...journey, cookie: `${journey.cookie}; ${fixed}` };
      const back = await finishSaml(portico, withFixed, responseXml(idp, answer));
      if (isLinked) {
        await expectAnother(back.cookie, fixed, victim);
        continue;
      }
      expect(back.location).toContain('/user/link/');
      const token = back.location.split('/').at(-1);
      const proved = await post(`account-link/${token}/prove`, `${back.cookie}; ${fixed}`, { password });
      await expectAnother(cookiesOf(proved.headers['set-cookie']), fixed, victim);
    }
  }
});
