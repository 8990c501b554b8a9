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
