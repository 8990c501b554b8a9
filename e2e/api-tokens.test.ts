/** API tokens as people meet them: made in the browser, used by programs, seen by administrators, and ended. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, newVisitor } from './browser.ts';
import { signInAsStaff } from './sign-in.ts';

const run = Date.now().toString(36);
const ownTokens = '/servicedesk/customer/user/tokens';
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What a program is answered that asks who it is. */
async function myself(
  authorization: string,
): Promise<{ status: number; displayName?: string; emailAddress?: string }> {
  const answer = await fetch(new URL('/rest/api/3/myself', inject('demoUrl')), {
    headers: { authorization },
  });
  return { status: answer.status, ...(answer.ok && (await answer.json())) };
}

const basic = (user: string, token: string) => `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;

/** As if the sign-in were long ago: the next call of this kind is asked to confirm first. */
async function askToConfirm(page: Page, path: string): Promise<void> {
  let wasAsked = false;
  await page.route(`**${path}`, (route) => {
    if (wasAsked || route.request().method() !== 'POST') return route.fallback();
    wasAsked = true;
    return route.fulfill({
      status: 403,
      contentType: 'application/json',
      body: JSON.stringify({ errorMessages: [], errors: { confirm: 'Confirm first that it is you.' } }),
    });
  });
}

test('an agent makes a token after showing once more that it is them, uses it in both ways, and revokes it', async () => {
  const email = 'priya@northwind.example';
  const name = `Nightly export ${run}`;
  const { page, goto, inspect } = await newVisitor(browser);
  await goto(ownTokens);
  await signInAsStaff(page, email);
  await goto(ownTokens);
  await page.getByRole('heading', { name: 'API tokens', level: 1 }).waitFor();
  await inspect('tokens-empty');
  await page.getByRole('button', { name: 'New token' }).click();
  const form = page.getByRole('form', { name: 'New token' });
  await form.getByRole('button', { name: 'Create token' }).click();
  await page.getByText('Say what the token is for').waitFor();
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Works for').selectOption('30');
  await form.getByRole('checkbox', { name: 'See issues as agents do' }).check();
  await inspect('tokens-new');

  await askToConfirm(page, '/rest/portico/1/my-token');
  await form.getByRole('button', { name: 'Create token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('You are about to change something that matters').waitFor();
  await dialog.getByLabel('Password', { exact: true }).fill('not my password');
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await dialog.getByText('This is not your password').waitFor();
  await dialog.getByLabel('Password', { exact: true }).fill(inject('demoPasswords')[email] ?? '');
  await dialog.getByRole('button', { name: 'Confirm' }).click();

  const made = page.getByText(`The token “${name}” is made`);
  await made.waitFor();
  await inspect('tokens-made');
  const token =
    (await page
      .locator('code')
      .filter({ hasText: /^ptco_/ })
      .first()
      .textContent()) ?? '';
  expect(await myself(basic(email, token))).toMatchObject({ status: 200, emailAddress: email });
  expect(await myself(`Bearer ${token}`)).toMatchObject({ status: 200, emailAddress: email });
  expect((await myself(basic('sofia@northwind.example', token))).status).toBe(401);
  expect((await myself(`Bearer ${token}x`)).status).toBe(401);

  // It is shown once, and where it was used is known.
  await page.reload();
  const item = page.getByRole('listitem').filter({ hasText: name });
  await item.getByText('Last used').waitFor();
  expect(await page.content()).not.toContain(token);
  await item.getByText('from 127.0.0.1').or(item.getByText('from ::1')).first().waitFor();
  await inspect('tokens');

  await item.getByRole('button', { name: `Revoke the token ${name}` }).click();
  await inspect('tokens-revoke');
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('The token is revoked.').waitFor();
  expect((await myself(basic(email, token))).status).toBe(401);
  expect((await myself(`Bearer ${token}`)).status).toBe(401);
});

test('the page of tokens speaks German too, on a phone', async () => {
  const { page, goto, inspect } = await newVisitor(browser);
  await goto(ownTokens);
  await signInAsStaff(page, 'priya@northwind.example');
  const session = await page.context().storageState();
  const phone = await newVisitor(browser, { locale: 'de-DE', isOnPhone: true, colorScheme: 'dark' });
  await phone.context.addCookies(session.cookies);
  await phone.goto('/servicedesk/customer/user/tokens');
  await phone.page.getByRole('heading', { level: 1 }).waitFor();
  await phone.page.getByRole('button').filter({ hasText: 'Neues Token' }).click();
  await phone.inspect('tokens-new-de');
  await goto(ownTokens);
  await inspect('tokens-again');
});

test('an administrator makes a service account and its token; it works, is listed among all, and ends', async () => {
  const name = `Mailroom robot ${run}`;
  const { page, goto, inspect } = await newVisitor(browser);
  await goto('/admin/people/service-accounts');
  await signInAsStaff(page, 'sofia@northwind.example');
  await page.getByRole('heading', { name: 'Service accounts' }).waitFor();
  await inspect('admin-service-accounts');
  await page.getByRole('button', { name: 'New service account' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page.getByRole('button', { name: 'New token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Scanner in the basement');
  await inspect('admin-service-token');
  await dialog.getByRole('button', { name: 'Create token' }).click();
  await page.getByText('it is not shown again').waitFor();
  await inspect('admin-service-token-made');
  const token = await dialog.getByLabel('Token', { exact: true }).inputValue();
  const user = await dialog.getByLabel('User name for Basic', { exact: true }).inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  expect(await myself(basic(user, token))).toMatchObject({ status: 200, displayName: name });
  expect(await myself(`Bearer ${token}`)).toMatchObject({ status: 200, displayName: name });
  await inspect('admin-service-account');

  await goto('/admin/people/tokens');
  const row = page.getByRole('row').filter({ hasText: name });
  await row.waitFor();
  await inspect('admin-tokens');
  await row.getByRole('button', { name: 'Revoke the token Scanner in the basement' }).click();
  await page.getByText(`What uses this token of ${name} is refused`).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await row.waitFor({ state: 'detached' });
  expect((await myself(`Bearer ${token}`)).status).toBe(401);
});
