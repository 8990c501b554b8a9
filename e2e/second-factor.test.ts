/** Second factors, with an authenticator that Chromium plays and an app that is computed here. */
import { TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, newVisitor } from './browser.ts';
import { signInAsStaff } from './sign-in.ts';

const email = 'frieda@freelance.example';
const password = 'slow boats to the islands';
const security = '/servicedesk/customer/user/security';
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('an app and a passkey are set up, asked for, remembered, and the passkey signs in alone', async () => {
  const admin = await newVisitor(browser);
  await admin.goto('/admin/second-factor');
  await signInAsStaff(admin.page, 'sofia@northwind.example');
  await admin.page.getByRole('heading', { name: 'Who needs one' }).waitFor();
  await admin.inspect('admin-second-factor');
  const created = await admin.page.request.post('/rest/portico/1/account', {
    data: { displayName: 'Frieda Freelance', email, password },
    headers: { origin: inject('demoUrl') },
  });
  expect(created.ok(), await created.text()).toBe(true);

  const { page, context, goto, inspect } = await newVisitor(browser);
  const authenticator = await context.newCDPSession(page);
  await authenticator.send('WebAuthn.enable');
  const { authenticatorId } = await authenticator.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const touches = (enabled: boolean) =>
    authenticator.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
  async function typePassword(): Promise<void> {
    await goto(`/servicedesk/customer/user/login?choose=1&destination=${security}`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  await typePassword();
  await page.getByText('You have none yet.').waitFor();
  await inspect('security-empty');
  await page.getByRole('button', { name: 'Set up' }).nth(1).click();
  await page.getByLabel('Name').fill('Phone');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByAltText('QR code for your authenticator app').waitFor();
  await inspect('security-app');
  const secret = ((await page.locator('code').first().textContent()) ?? '').replaceAll(' ', '');
  // of the step before, so that the present one is left for the sign-in
  const earlier = new TOTP({ secret }).generate({ timestamp: Date.now() - 30_000 });
  await page.getByLabel('Code from the app').fill(earlier);
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor();
  await inspect('recovery-codes');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('Phone is set up.').waitFor();
  await page.getByRole('button', { name: 'Set up' }).first().click();
  await page.getByLabel('Name').fill('Laptop');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Set up now' }).click();
  await page.getByText('Laptop is set up.').waitFor();
  await inspect('security');

  await touches(false);
  await context.clearCookies();
  await typePassword();
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  await inspect('second-factor');
  await page.getByRole('button', { name: 'Authenticator app' }).click();
  await page.getByRole('checkbox').check();
  await page.getByLabel('Code from your app').fill(new TOTP({ secret }).generate());
  await page.getByRole('button', { name: 'Sign in', exact: true }).last().click();
  await page.waitForURL((url) => url.pathname === security);
  await page.getByRole('button', { name: /^Forget / }).click();
  await page.getByText('You are asked there again.').waitFor();

  await context.clearCookies();
  await typePassword();
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  await touches(true);
  await page.getByRole('button', { name: 'Use my passkey' }).click();
  await page.waitForURL((url) => url.pathname === security);

  // The browser fills it in by itself: here somebody always touches it.
  await context.clearCookies();
  await goto(`/servicedesk/customer/user/login?choose=1&destination=${security}`);
  await page.waitForURL((url) => url.pathname === security);
});

test('a second factor is shown where it is required, and an agent helps who has lost it', async () => {
  const name = 'Greta Walker';
  const address = 'greta@freelance.example';
  const admin = await newVisitor(browser);
  await admin.goto('/projects');
  await signInAsStaff(admin.page, 'sofia@northwind.example');
  const origin = inject('demoUrl');
  const send = async (method: string, path: string, data: object) => {
    const answer = await admin.page.request.fetch(path, { method, data, headers: { origin } });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer;
  };
  const made = await send('POST', '/rest/portico/1/account', { displayName: name, email: address, password });
  const { accountId } = (await made.json()) as { accountId: string };
  await send('POST', '/rest/servicedeskapi/servicedesk/1/customer', { accountIds: [accountId] });

  const portal = '/servicedesk/customer/portal/1';
  const greta = await newVisitor(browser);
  await greta.goto(`/servicedesk/customer/user/login?choose=1&destination=${portal}`);
  await greta.page.getByLabel('E-mail').fill(address);
  await greta.page.getByRole('button', { name: 'Continue' }).click();
  await greta.page.getByLabel('Password', { exact: true }).fill(password);
  await greta.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await greta.page.waitForURL((url) => url.pathname === portal);
  // She is in; from now on she needs one.
  await send('PUT', `/rest/portico/1/account/${accountId}/second-factor`, { isRequired: true });
  await greta.goto(portal);
  await greta.page.getByText('This portal needs one more step').waitFor();
  await greta.page.getByRole('button', { name: 'Go on' }).click();
  await greta.page.getByRole('heading', { name: 'One more step' }).waitFor();
  await greta.inspect('step-up');
  await greta.page.getByRole('button', { name: 'Set up' }).nth(1).click();
  await greta.page.getByAltText('QR code for your authenticator app').waitFor();
  const secret = ((await greta.page.locator('code').first().textContent()) ?? '').replaceAll(' ', '');
  await greta.page.getByLabel('Code from the app').fill(new TOTP({ secret }).generate());
  await greta.page.getByRole('button', { name: 'Finish' }).click();
  await greta.page.getByRole('button', { name: 'I have kept them' }).click();
  await greta.page.waitForURL((url) => url.pathname === portal);
  await greta.page.getByRole('heading', { level: 1 }).waitFor();

  const agent = await newVisitor(browser);
  await agent.goto('/projects/SUP/customers');
  await signInAsStaff(agent.page, 'priya@northwind.example');
  await agent.page.getByLabel('Search by name or e-mail address').fill('greta');
  await agent.page.getByRole('button', { name: `Help to sign in: ${name}` }).waitFor();
  await expect.poll(() => agent.page.getByRole('row').count()).toBe(2);
  await agent.inspect('agent-customers');
  await agent.page.getByRole('button', { name: `Help to sign in: ${name}` }).click();
  await agent.page.getByRole('button', { name: 'Reset' }).click();
  await agent.page.getByText('Be sure that it is really').waitFor();
  await agent.page.getByRole('button', { name: 'Reset' }).last().click();
  await agent.page.getByText(`The second factor of ${name} is reset.`).waitFor();
  await agent.inspect('agent-second-factor');
  // Her sessions ended with it.
  await greta.goto(portal);
  await greta.page.waitForURL((url) => url.pathname.endsWith('/user/login'));
});
