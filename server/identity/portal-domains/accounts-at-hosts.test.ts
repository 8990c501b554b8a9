import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { answerAll, letSignUp, mailedToken, mailsTo } from '../local-accounts/testing-mail.ts';
import { createTestAuthenticator } from '../second-factor/testing-authenticator.ts';
import { addTestDomain, addTestPortal, createTestBrowser } from './testing-browser.ts';

const site = 'https://portico.example';
const host = 'https://help.acme.example';
const password = 'correct horse battery staple';
let portico: TestApp;
let portal: string;

beforeAll(async () => {
  portico = await createTestApp({ config: { url: new URL(site) } });
  portal = await addTestPortal(portico, 'Acme Support');
  await addTestDomain(portico, portal, 'help.acme.example', 'site');
});
afterAll(() => portico?.close());

const rest = (step: string) => `${host}/rest/portico/1/${step}`;

describe('an account with a password, at a portal’s host', () => {
  it('is made by the portal’s rules, with a link that leads back there', async () => {
    await letSignUp(portico, null, 'nobody');
    await letSignUp(portico, portal, 'open');
    const browser = createTestBrowser(portico.app);
    const offered = await browser.ask(rest('sign-up'));
    expect(offered.json()).toMatchObject({ isOffered: true, portalId: portal, name: 'Acme Support' });
    const elsewhere = await browser.ask(`${site}/rest/portico/1/sign-up`);
    expect(elsewhere.json()).toMatchObject({ isOffered: false });

    const email = 'new@small.example';
    const asked = await browser.ask(rest('sign-up'), {
      method: 'POST',
      json: { email, displayName: 'Nora' },
    });
    expect(asked.json()).toEqual({ method: 'mail' });
    await answerAll(portico);
    const [mail] = await mailsTo(portico, email);
    expect(mail?.text).toContain(`${host}/servicedesk/customer/user/sign-up/finish#`);
    const token = await mailedToken(portico, email);
    const json = { token, displayName: 'Nora', password };
    const made = await browser.ask(rest('sign-up/finish'), { method: 'POST', json });
    expect(made.json()).toMatchObject({ url: '/' });
    expect((await browser.ask(rest('session'))).json()).toMatchObject({ account: { emailAddress: email } });
    expect((await browser.ask(`${site}/rest/portico/1/session`)).json()).toMatchObject({ account: null });
  });

  it('gets a new password by a link that leads back there', async () => {
    const email = 'forgot@small.example';
    await portico.createAccount({ email, password });
    const browser = createTestBrowser(portico.app);
    await browser.ask(rest('password-reset'), { method: 'POST', json: { email } });
    await answerAll(portico);
    const [mail] = await mailsTo(portico, email);
    expect(mail?.text).toContain(`${host}/servicedesk/customer/user/new-password#`);
    expect(mail?.text).not.toContain(site);
  });

  it('is invited to with a link to the portal’s main host, whoever invites at the site’s', async () => {
    const headers = await portico.signIn(await portico.createAccount({ isAdministrator: true }));
    const email = 'invited@small.example';
    const invited = await portico.app.inject({
      method: 'POST',
      url: '/rest/portico/1/invitation',
      headers,
      payload: { addresses: email, portalId: portal },
    });
    expect(invited.statusCode, invited.body).toBeLessThan(300);
    const [mail] = await mailsTo(portico, email);
    expect(mail?.text).toContain(`${host}/servicedesk/customer/user/`);
  });
});

describe('a passkey of the site', () => {
  it('may be used at portals’ hosts, which browsers are told, and at no other', async () => {
    const account = await portico.createAccount({ email: 'key@small.example', password });
    const headers = await portico.signIn(account);
    const post = (url: string, payload: object, more: object = {}) =>
      portico.app.inject({
        method: 'POST',
        url: `/rest/portico/1/${url}`,
        headers: { ...headers, ...more },
        payload,
      });
    const key = createTestAuthenticator(new URL(site));
    const begun = (await post('second-factor/passkey-options', {})).json();
    const response = key.register(begun.options.challenge);
    const added = await post('second-factor/passkey', { token: begun.token, name: 'Key', response });
    expect(added.statusCode, added.body).toBe(200);

    const browser = createTestBrowser(portico.app);
    const known = await browser.ask(`${site}/.well-known/webauthn`);
    expect(known.json()).toEqual({ origins: [site, host] });
    const use = async (origin: string) => {
      const { token, options } = (
        await browser.ask(rest('sign-in/passkey-options'), { method: 'POST', json: {} })
      ).json<{ token: string; options: { challenge: string; rpId: string } }>();
      expect(options.rpId).toBe('portico.example');
      const passkey = { token, response: key.answer(options.challenge, { origin }) };
      return browser.ask(rest('sign-in/passkey'), { method: 'POST', json: { passkey } });
    };
    expect((await use('https://evil.example')).status).toBe(400);
    expect((await use('https://acme.example')).status).toBe(400);
    expect((await use(host)).status).toBe(200);
    expect((await browser.ask(rest('session'))).json()).toMatchObject({
      account: { emailAddress: 'key@small.example' },
    });
  });
});
