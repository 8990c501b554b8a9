/** Signing in with a provider that speaks for no domain, when the address has an account: proof by a mailed code. */
import { Events, OAuth2Server } from 'oauth2-mock-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, newVisitor } from './browser.ts';
import { signInAsStaff } from './sign-in.ts';

const email = 'paula@freelance.example';
let browser: Browser;
let social: OAuth2Server;

beforeAll(async () => {
  browser = await launchBrowser();
  social = new OAuth2Server();
  await social.issuer.keys.generate('RS256');
  await social.start(0, '127.0.0.1');
  social.service.on(Events.BeforeTokenSigning, (token) => {
    Object.assign(token.payload, { sub: 'paula-1', email, email_verified: true, name: 'Paula Freelance' });
  });
});

afterAll(async () => {
  await browser.close();
  await social.stop();
});

test('somebody who has an account signs in with another provider, and proves by a mailed code that it is theirs', async () => {
  const admin = await newVisitor(browser);
  await admin.goto('/admin/mail');
  await signInAsStaff(admin.page, 'sofia@northwind.example');
  const ask = async (path: string, data: object) => {
    const headers = { origin: inject('demoUrl') };
    const answer = await admin.page.request.post(`/rest/portico/1/${path}`, { data, headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  await ask('account', { displayName: 'Paula Freelance', email, password: 'long walks along the river' });
  const { id } = await ask('identity-provider', {
    protocol: 'oidc',
    name: 'Everybody ID',
    isEnabled: true,
    domains: [],
    admits: 'all',
    oidc: { issuer: social.issuer.url ?? '', clientId: 'portico', clientSecret: 'secret' },
  });

  const { page, inspect } = await newVisitor(browser, { locale: 'de-DE' });
  await page.goto(`/sso/oidc/${id}/login?destination=/servicedesk/customer/user/requests`);
  await page.getByRole('heading', { name: 'Ist das Ihr Konto?' }).waitFor();
  await inspect('account-link');
  await page.getByRole('button', { name: 'Code per E-Mail senden' }).click();
  await page.getByLabel('Code aus der E-Mail').waitFor();
  await page.getByLabel('Code aus der E-Mail').fill('nonsense');
  await page.getByRole('button', { name: 'Code verwenden' }).click();
  await page.getByText('nicht der Code').waitFor();
  await inspect('account-link-code');

  await admin.goto('/admin/mail');
  await admin.page.getByText('No mail server is set up').waitFor();
  const subject = admin.page.getByRole('link', { name: /^Your code for / }).first();
  await subject.waitFor();
  await admin.inspect('admin-mail');
  await subject.click();
  const code =
    (await admin.page
      .frameLocator('iframe')
      .getByText(/^\d{6}$/)
      .textContent()) ?? '';
  await admin.inspect('admin-mail-message');

  await page.getByLabel('Code aus der E-Mail').fill(code);
  await page.getByRole('button', { name: 'Code verwenden' }).click();
  await page.waitForURL((url) => url.pathname === '/servicedesk/customer/user/requests');
  const session = await (await page.request.get('/rest/portico/1/session')).json();
  expect(session.account).toMatchObject({ displayName: 'Paula Freelance', emailAddress: email });

  // From now on it is known.
  const other = await newVisitor(browser);
  await other.page.goto(`/sso/oidc/${id}/login?destination=/servicedesk/customer/user/requests`);
  await other.page.waitForURL((url) => url.pathname === '/servicedesk/customer/user/requests');

  // Whoever comes to a link page without having signed in is told so.
  await other.page.goto('/servicedesk/customer/user/link/nothing');
  await other.page.getByRole('heading', { name: 'This step is over' }).waitFor();
  await other.inspect('account-link-over');
});

test('an administrator sets up the mail server: problems are said at the fields, and a test tells what went wrong', async () => {
  const { page, goto, inspect } = await newVisitor(browser);
  await goto('/admin/mail/server');
  await signInAsStaff(page, 'sofia@northwind.example');
  await page.getByLabel('Mail server').fill('https://smtp.example.com');
  await page.getByLabel('From').fill('help');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('without port or https').waitFor();
  await inspect('admin-mail-server');
  await page.getByLabel('Mail server').fill('127.0.0.1');
  await page.getByLabel('Port').fill('1');
  await page.getByLabel('From').fill('help@northwind.example');
  await page.getByRole('button', { name: 'Send a test to me' }).click();
  await page.getByText('The test was not sent').waitFor();
  await inspect('admin-mail-server-test');
  await goto('/admin/mail/kinds');
  await page.frameLocator('iframe').getByRole('heading').waitFor();
  await inspect('admin-mail-kinds');
});
