/** Pages that the five steps do not pass: the administration, other languages, dark mode, phones. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor } from './browser.ts';
import { signInAsStaff, signInAtAcme } from './sign-in.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const adminPages = {
  'admin-overview': ['/admin', 'Administration'],
  'admin-service-desks': ['/admin/service-desks', 'Service desks'],
  'admin-service-desk': ['/admin/service-desks/1', 'Northwind Support'],
  'admin-people': ['/admin/people', 'People'],
  'admin-organizations': ['/admin/organizations', 'Organizations'],
  'admin-sign-in': ['/admin/sign-in', 'Sign-in'],
  'admin-provider': ['/admin/sign-in/1', /Acme/],
  'admin-audit': ['/admin/audit', 'Audit log'],
} as const;

test('an administrator finds every page of the administration, accessible and without complaints', async () => {
  const admin = await newVisitor(browser);
  await admin.goto('/admin');
  await signInAsStaff(admin.page, 'sofia@northwind.example');
  for (const [name, [path, heading]] of Object.entries(adminPages)) {
    await admin.goto(path);
    await admin.page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await admin.inspect(name);
  }
});

test('an agent is told in words that the administration is not theirs, and the API refuses', async () => {
  const agent = await newVisitor(browser);
  await agent.goto('/admin');
  await signInAsStaff(agent.page, 'priya@northwind.example');
  await agent.page.getByRole('heading', { level: 1, name: 'This is the administration' }).waitFor();
  await agent.inspect('admin-refused');
  for (const path of ['account', 'identity-provider', 'audit']) {
    expect((await agent.page.request.get(`/rest/portico/1/${path}`)).status(), path).toBe(403);
  }
});

test('a customer is told in words that the agent desk is not theirs', async () => {
  const customer = await newVisitor(browser);
  await customer.goto('/projects');
  await signInAtAcme(customer.page, 'henrik@acme.example');
  await customer.page.getByRole('heading', { level: 1, name: 'This is where agents work' }).waitFor();
  await customer.inspect('agent-desk-refused');
});

test('the portal speaks German to a browser that asks for it', async () => {
  const visitor = await newVisitor(browser, { locale: 'de-DE' });
  await visitor.goto('/');
  await visitor.page.getByRole('heading', { level: 1, name: 'Wie können wir Ihnen helfen?' }).waitFor();
  expect(await visitor.page.getAttribute('html', 'lang')).toBe('de');
  await visitor.inspect('help-center-german');
});

test('on a phone and in the dark, a customer reads and answers', async () => {
  const customer = await newVisitor(browser, { colorScheme: 'dark', isOnPhone: true });
  const { page } = customer;
  await customer.goto('/servicedesk/customer/user/requests');
  await signInAtAcme(page, 'henrik@acme.example');
  await page.getByRole('heading', { level: 1, name: 'My requests' }).waitFor();
  await page.getByRole('row').nth(1).getByRole('link').waitFor();
  await customer.inspect('my-requests-dark');
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('heading', { name: 'Conversation' }).waitFor();
  await customer.inspect('request-dark');
});

test('an agent works in the dark, and on a phone', async () => {
  const agent = await newVisitor(browser, { colorScheme: 'dark' });
  const { page } = agent;
  await agent.goto('/projects');
  await signInAsStaff(page, 'priya@northwind.example');
  await page
    .getByRole('link', { name: /All open/ })
    .first()
    .click();
  await page.getByRole('table').waitFor();
  await agent.inspect('agent-queue-dark');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/browse\/SUP-\d+$/);
  await page.getByRole('heading', { name: 'Activity' }).waitFor();
  await agent.inspect('agent-request-dark');
});

test('a page that does not exist says so, with status 404', async () => {
  const visitor = await newVisitor(browser);
  const answer = await visitor.page.goto('/no/such/page');
  expect(answer?.status()).toBe(404);
  await visitor.page.getByRole('heading', { level: 1 }).waitFor();
  await visitor.inspect('not-found');
});
