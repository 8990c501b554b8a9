/** Ways in and out besides the five steps: tests of a provider, sign-in that begins at a company, signing out of both. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, newVisitor } from './browser.ts';
import { fillCompanyForm, signInAsStaff, signInAtAcme, signInAtGlobex } from './sign-in.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Where a demo company's identity provider is: on the ports after Portico's. */
function companyUrl(offset: 1 | 2): string {
  const portico = new URL(inject('demoUrl'));
  return `http://127.0.0.1:${Number(portico.port) + offset}`;
}

async function whoIs(page: Page): Promise<{ displayName: string; isAdministrator: boolean } | null> {
  return (await (await page.request.get('/rest/portico/1/session')).json()).account;
}

async function openAccountMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click();
}

test('an administrator tests a provider: a whole round trip in another window that signs nobody in', async () => {
  const { page, context, goto, inspect } = await newVisitor(browser);
  await goto('/admin/sign-in/1/tests');
  await signInAsStaff(page, 'sofia@northwind.example');
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Test in a new window' }).click();
  const popup = await opened;
  await fillCompanyForm(popup, 'alice@acme.example', 'Sign in');
  await page.getByText('The settings as they are now have passed a test.').waitFor();
  await page.getByText('alice@acme.example').first().waitFor();
  await inspect('admin-provider-test');
  expect(await whoIs(page)).toMatchObject({ displayName: 'Sofia Berg', isAdministrator: true });
});

const providerTabs = ['domains', 'metadata', 'log', 'setup-links', 'setup'];

test.each(providerTabs)('an administrator reads a provider’s page %s', async (tab) => {
  const { page, goto, inspect } = await newVisitor(browser);
  await goto(`/admin/sign-in/1/${tab}`);
  await signInAsStaff(page, 'sofia@northwind.example');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await inspect(`admin-provider-${tab}`);
});

test('an administrator chooses what a new provider is made with', async () => {
  const { page, goto, inspect } = await newVisitor(browser);
  await goto('/admin/sign-in/new');
  await signInAsStaff(page, 'sofia@northwind.example');
  await page.getByText('Okta').first().waitFor();
  await inspect('admin-new-provider');
});

test('a company’s IT fills in its provider with a link, and the administrator is told', async () => {
  const admin = await newVisitor(browser);
  await admin.goto('/admin/sign-in');
  await signInAsStaff(admin.page, 'sofia@northwind.example');
  const ask = async (path: string, data: object) => {
    const headers = { origin: inject('demoUrl') };
    const answer = await admin.page.request.post(`/rest/portico/1/${path}`, { data, headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  const draft = {
    protocol: 'oidc',
    name: 'Initech',
    domains: ['initech.example'],
    oidc: { issuer: '', clientId: '' },
  };
  const { id } = await ask('identity-provider', draft);
  const { url } = await ask(`identity-provider/${id}/setup-link`, { note: 'Milton', days: 3 });

  const outsider = await newVisitor(browser);
  await outsider.page.goto(url);
  const { page } = outsider;
  await page.getByRole('heading', { name: 'What does your company sign in with?' }).waitFor();
  await outsider.inspect('provider-setup');
  await page.getByRole('button', { name: 'Auth0' }).click();
  await page.getByRole('heading', { name: 'At Auth0' }).waitFor();
  await outsider.inspect('provider-setup-sides');
  await page.getByLabel(/^Client ID/).fill('portico');
  await page.getByLabel(/^Issuer/).fill('https://login.initech.example');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByRole('heading', { name: 'Your e-mail domains' }).waitFor();
  await outsider.inspect('provider-setup-domains');
  await page.reload();
  await page.getByRole('heading', { name: 'Your e-mail domains' }).waitFor();
  await page.getByRole('button', { name: 'Go on without' }).click();
  await page.getByRole('button', { name: 'Test in a new window' }).waitFor();
  await outsider.inspect('provider-setup-test');
  await page.getByRole('button', { name: 'Go on without' }).click();
  await page.getByRole('button', { name: 'Send it to Northwind' }).click();
  await page.getByText('Thank you.').waitFor();
  await outsider.inspect('provider-setup-sent');
  await admin.goto('/admin/sign-in');
  await admin.page.getByText('Initech: look at it').waitFor();
  await admin.inspect('admin-sign-in-submitted');
});

test('somebody at Acme opens the help center from Acme’s own list, and is signed in', async () => {
  const { page } = await newVisitor(browser);
  await page.goto(companyUrl(1));
  await page.getByLabel(/e-mail/i).fill('henrik@acme.example');
  await page.getByLabel('Password').fill(inject('demoPasswords')['henrik@acme.example'] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Northwind help center' }).click();
  await page.waitForURL((url) => url.pathname === '/servicedesk/customer/portals');
  expect(await whoIs(page)).toMatchObject({ displayName: 'Henrik Solberg' });
});

test('a customer sees where they are signed in, and signs out here and at Acme', async () => {
  const { page, goto, inspect } = await newVisitor(browser);
  await goto('/servicedesk/customer/user/sessions');
  await signInAtAcme(page, 'henrik@acme.example');
  await page.getByRole('heading', { level: 1, name: 'Where you are signed in' }).waitFor();
  await page.getByText('This one').waitFor();
  await inspect('sessions');
  await openAccountMenu(page, 'Henrik');
  await inspect('account-menu');
  await page.getByRole('button', { name: 'Sign out of Acme too' }).click();
  await page.getByRole('heading', { level: 1, name: 'You are signed out' }).waitFor();
  await inspect('signed-out');
  expect(await whoIs(page)).toBeNull();
  await page.goto(companyUrl(1));
  await page.getByLabel('Password').waitFor();
});

test('signing out at Acme ends the session here', async () => {
  const { page, goto } = await newVisitor(browser);
  await goto('/servicedesk/customer/user/requests');
  await signInAtAcme(page, 'henrik@acme.example');
  expect(await whoIs(page)).not.toBeNull();
  await page.goto(companyUrl(1));
  await page.getByRole('button', { name: 'Sign out of Acme' }).click();
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  await goto('/servicedesk/customer/portals');
  expect(await whoIs(page)).toBeNull();
});

test('a customer of Globex signs out here and there; signing out there ends the session here, too', async () => {
  const { page, goto } = await newVisitor(browser);
  await goto('/servicedesk/customer/user/requests');
  await signInAtGlobex(page, 'ines@globex.example');
  await openAccountMenu(page, 'Ines');
  await page.getByRole('button', { name: 'Sign out of Globex too' }).click();
  await page.getByRole('button', { name: 'Sign out of Globex', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'You are signed out' }).waitFor();
  expect(await whoIs(page)).toBeNull();
});
