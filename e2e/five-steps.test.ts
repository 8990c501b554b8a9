/**
 * The five steps of the README, with real identity providers: a customer signs in with her company's login, raises a
 * request, and sees the agent answer live. One story in order; each test goes on where the one before ended.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, newVisitor, type Visitor } from './browser.ts';
import { signInAsStaff, signInAtAcme, signInAtGlobex } from './sign-in.ts';

/** Another one in each run: a demo that is used again has the earlier requests still. */
const summary = `Scanner at dock ${Date.now() % 900} keeps losing its connection`;

let browser: Browser;
let alice: Visitor;
let bob: Visitor;
let agent: Visitor;
/** the address of Alice's request, and of the file that came with it */
let requestUrl: string;
let key: string;
let attachmentUrl: string;

beforeAll(async () => {
  browser = await launchBrowser();
  [alice, bob, agent] = await Promise.all([newVisitor(browser), newVisitor(browser), newVisitor(browser)]);
});
afterAll(() => browser.close());

test('1. Alice chooses a portal, is sent to Acme, signs in there by SAML, and is back with an account', async () => {
  const { page } = alice;
  await alice.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await alice.inspect('help-center-signed-out');
  await page.getByRole('link', { name: /Northwind Support/ }).click();

  await page.getByLabel('E-mail').waitFor();
  await alice.inspect('sign-in');
  await signInAtAcme(page, 'alice@acme.example');

  await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/servicedesk\/customer\/portal\/\d+$/);
  await page.getByRole('heading', { level: 1, name: 'Northwind Support' }).waitFor();
  await alice.inspect('portal');
  const session = await (await page.request.get('/rest/portico/1/session')).json();
  expect(session.account).toMatchObject({
    displayName: 'Alice Moreau',
    emailAddress: 'alice@acme.example',
    isAgent: false,
    isAdministrator: false,
  });
});

test('2. Bob signs in at Globex by OpenID Connect, and belongs to Globex', async () => {
  const { page } = bob;
  await bob.goto('/servicedesk/customer/portals');
  await page.getByRole('link', { name: /Northwind Support/ }).click();
  await signInAtGlobex(page, 'bob@globex.example');
  await page.getByRole('heading', { level: 1, name: 'Northwind Support' }).waitFor();
  const myself = await (await page.request.get('/rest/api/3/myself')).json();
  expect(myself).toMatchObject({ displayName: 'Bob Castellano', emailAddress: 'bob@globex.example' });
});

test('4a. An agent signs in with a password and opens the queue', async () => {
  const { page } = agent;
  await agent.goto('/projects');
  await signInAsStaff(page, 'priya@northwind.example');
  await page.getByRole('heading', { level: 1, name: 'Service desks' }).waitFor();
  await agent.inspect('agent-desks');
  await page
    .getByRole('link', { name: /All open/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'All open' }).waitFor();
  await page.getByRole('table').waitFor();
  await agent.inspect('agent-queue');
});

test('3. Alice raises a request with a file, and finds it in “My requests”', async () => {
  const { page } = alice;
  await page.getByRole('link', { name: /Report a problem/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Report a problem' }).waitFor();
  await alice.inspect('create-request');

  await page.getByLabel('What is the problem?').fill(summary);
  await page
    .getByLabel('What happens, and what did you expect?')
    .fill(
      'It shows “No server” every few minutes.\n\nRestarting it helps for a while. The other docks are fine.',
    );
  await page.getByLabel('Who is affected?').selectOption({ label: 'A team' });
  await page.locator('input[type=file]').setInputFiles({
    name: 'scanner-log.html',
    mimeType: 'text/html',
    buffer: Buffer.from('<script>document.title = "owned"</script>'),
  });
  // Without waiting for the upload: whoever sends means the file too.
  await page.getByRole('button', { name: 'Send' }).click();

  await page.getByText('Your request is sent').waitFor();
  requestUrl = page.url();
  key = new URL(requestUrl).pathname.split('/').at(-1) ?? '';
  expect(key).toMatch(/^SUP-\d+$/);
  await alice.inspect('request-just-sent');

  const files = await (await page.request.get(`/rest/servicedeskapi/request/${key}/attachment`)).json();
  attachmentUrl = files.values[0]._links.content;
  const request = await (await page.request.get(`/rest/servicedeskapi/request/${key}`)).json();
  expect(request.reporter.displayName).toBe('Alice Moreau');

  await page.getByRole('link', { name: 'My requests' }).first().click();
  await page.getByRole('link', { name: new RegExp(summary) }).waitFor();
  await alice.inspect('my-requests');
  await page.getByRole('link', { name: new RegExp(summary) }).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(summary) }).waitFor();
});

test('3. Bob, of another company, gets 404 for its address and for its attachment', async () => {
  const { page } = bob;
  const answer = await page.goto(requestUrl);
  expect(answer?.status()).toBe(404);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.textContent('body')).not.toContain(summary);
  await bob.inspect('request-of-somebody-else');

  for (const path of [
    `/rest/servicedeskapi/request/${key}`,
    `/rest/servicedeskapi/request/${key}/comment`,
    `/rest/servicedeskapi/request/${key}/attachment`,
    attachmentUrl,
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
});

test('3. the file, an HTML page, does not run in our origin', async () => {
  const answer = await alice.page.request.get(attachmentUrl);
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment/),
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  });
});

test('4b. The agent sees it appear without reloading, opens it, assigns it, and moves it on', async () => {
  const { page } = agent;
  await page.getByRole('link', { name: new RegExp(summary) }).waitFor();
  await page.getByRole('link', { name: new RegExp(summary) }).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(summary) }).waitFor();
  await agent.inspect('agent-request');

  await page.getByRole('button', { name: 'Assign to me' }).click();
  await page.getByRole('button', { name: /Assignee: Priya/ }).waitFor();
  await page.getByRole('button', { name: /^Status: / }).click();
  await page.getByRole('menuitem', { name: /^Start work/ }).click();
  await page.getByRole('button', { name: /^Status: In progress/i }).waitFor();
});

test('5. Alice sees the new status without reloading', async () => {
  const { page } = alice;
  await page.getByText('In progress').first().waitFor();
});

test('4c. The agent writes an internal note and answers publicly', async () => {
  const { page } = agent;
  await page.getByRole('button', { name: 'Add internal note' }).click();
  await page.getByLabel(/Internal note, for agents only/).fill('The antenna again: third dock this month.');
  await page.getByRole('button', { name: 'Save internal note' }).click();
  await page.getByText('The antenna again: third dock this month.').first().waitFor();

  await page.getByRole('button', { name: 'Reply to customer' }).click();
  await page.getByLabel(/^Reply to Alice/).fill('Please put it on channel 11 for now. Lucas comes at two.');
  await page.getByRole('button', { name: 'Send to customer' }).click();
  await page.getByText('Lucas comes at two.').first().waitFor();
  await agent.inspect('agent-request-answered');
});

test('5. Alice sees the answer live, not the note, and replies; the agent sees the reply live', async () => {
  const { page } = alice;
  await page.getByText('Lucas comes at two.').first().waitFor();
  expect(await page.textContent('body')).not.toContain('third time this month');
  await alice.inspect('request-answered');

  await page.getByLabel('Write a reply').fill('It holds since then. Thank you!');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await page.getByText('It holds since then. Thank you!').first().waitFor();
  await agent.page.getByText('It holds since then. Thank you!').first().waitFor();
});

test('Alice is told of no note by any route', async () => {
  const { request } = alice.page;
  for (const path of [
    `/rest/servicedeskapi/request/${key}?expand=comment,attachment,status,action`,
    `/rest/servicedeskapi/request/${key}/comment`,
    `/rest/servicedeskapi/request/${key}/comment?internal=true&public=false`,
  ]) {
    expect(await (await request.get(path)).text(), path).not.toContain('third time this month');
  }
  expect((await request.get(`/rest/api/3/issue/${key}`)).status()).toBe(404);
  expect(inject('demoUrl')).toBe(new URL(requestUrl).origin);
});
