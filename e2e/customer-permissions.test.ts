/** A service desk from a template, and whom it is for. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor } from './browser.ts';
import { signInAsStaff } from './sign-in.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('an administrator makes a desk from a template that was looked at, and says whom it is for', async () => {
  const admin = await newVisitor(browser);
  const { page } = admin;
  await admin.goto('/admin/service-desks');
  await signInAsStaff(page, 'sofia@northwind.example');
  await page.getByRole('button', { name: 'Create service desk' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'HR' }).check();
  const preview = dialog.getByRole('region', { name: 'What you get' });
  await preview.getByText('New hire', { exact: true }).waitFor();
  await dialog.getByRole('radio', { name: 'IT service' }).check();
  await preview.getByText('Request hardware', { exact: true }).waitFor();
  await dialog.getByLabel('Portal name').fill('Our IT');
  await dialog
    .getByLabel('Key', { exact: false })
    .first()
    .fill(`IT${Date.now().toString(36).toUpperCase().slice(-6)}`);
  await admin.inspect('new-service-desk');
  await dialog.getByRole('button', { name: 'Create service desk' }).click();
  await page.getByRole('heading', { level: 1, name: 'Our IT' }).waitFor();

  await admin.goto('/admin/service-desks/1');
  await page.getByRole('tab', { name: 'Customer permissions' }).click();
  await page.getByRole('radio', { name: 'Its people only' }).check();
  await page.getByText(/people can no longer raise requests here/).waitFor();
  await page.getByRole('radio', { name: 'With all customers of this desk' }).check();
  await admin.inspect('customer-permissions');
  await page
    .getByRole('tabpanel', { name: 'Customer permissions' })
    .getByRole('button', { name: 'Save' })
    .click();
  await page.getByText('Saved').first().waitFor();
  await page.getByRole('button', { name: 'Members of organizations' }).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('tab', { name: 'Customer permissions' }).click();
  expect(await page.getByRole('radio', { name: 'Its people only' }).isChecked()).toBe(true);

  // as it was, for whoever comes next
  await page.getByRole('radio', { name: 'Its people and organizations' }).check();
  await page.getByText(/more people can raise requests here/).waitFor();
  await page.getByRole('radio', { name: 'With their organization' }).check();
  await page
    .getByRole('tabpanel', { name: 'Customer permissions' })
    .getByRole('button', { name: 'Save' })
    .click();
  await page.getByText('Saved').first().waitFor();
}, 60_000);
