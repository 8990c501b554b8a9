/** What customers look for: the one search of the help center, and the list of their requests as each likes it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor } from './browser.ts';
import { signInAtAcme } from './sign-in.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a customer searches with the keyboard, then narrows, sorts and arranges the list, and finds it so again', async () => {
  const customer = await newVisitor(browser);
  const { page } = customer;
  await customer.goto('/servicedesk/customer/user/requests?status=all');
  await signInAtAcme(page, 'henrik@acme.example');
  await page.getByRole('heading', { level: 1, name: 'My requests' }).waitFor();
  const rows = page.getByRole('table', { name: 'Requests' }).getByRole('row');
  await rows.nth(1).waitFor();

  // the columns, kept with the account
  await page.getByRole('button', { name: 'Columns' }).click();
  const panel = page.getByRole('region', { name: 'Columns of this list' });
  await panel.getByRole('checkbox', { name: 'Changed' }).check();
  await panel.getByRole('checkbox', { name: 'Kind of request' }).check();
  await panel.getByRole('button', { name: 'Move Kind of request up' }).click();
  await page.getByRole('columnheader', { name: 'Kind of request' }).waitFor();
  await customer.inspect('my-requests-columns');
  await page.keyboard.press('Escape');
  expect(await panel.count()).toBe(0);

  // order and filters stand in the address
  await page.getByRole('columnheader', { name: 'Changed' }).getByRole('button').click();
  await page.waitForURL(/sort=-updated/);
  expect(await page.getByRole('columnheader', { name: 'Changed' }).getAttribute('aria-sort')).toBe(
    'descending',
  );
  await page.getByRole('combobox', { name: 'Kind of request' }).selectOption({ label: 'Report a problem' });
  await page.waitForURL(/type=\d+/);
  await page.getByRole('combobox', { name: 'Whose' }).selectOption({ label: 'Raised by me' });
  await page.waitForURL(/owner=me/);
  await customer.inspect('my-requests-narrowed');
  await page.reload();
  await page.getByRole('columnheader', { name: 'Kind of request' }).waitFor();
  expect(await page.getByRole('combobox', { name: 'Whose' }).inputValue()).toBe('me');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.waitForURL((url) => !url.search.includes('owner'));
  await page.getByRole('button', { name: 'Columns' }).click();
  await panel.getByRole('button', { name: 'Back to the usual ones' }).click();
  await page.getByRole('columnheader', { name: 'Changed' }).waitFor({ state: 'detached' });

  // the search, without a mouse
  const summary = (await rows.nth(1).getByRole('link').textContent()) ?? '';
  await customer.goto('/servicedesk/customer/portals');
  await page.getByRole('heading', { level: 1, name: 'How can we help?' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(summary.split(' ').slice(0, 3).toReversed().join(' '));
  await page.getByRole('heading', { name: 'Your requests' }).waitFor();
  await customer.inspect('help-center-found');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('searchbox').evaluate((box) => box === document.activeElement)).toBe(true);
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('ArrowDown');
    if ((await page.locator(':focus').textContent())?.includes(summary)) break;
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/portal\/\d+\/[A-Z]+-\d+$/);
  await page.goBack();
  await page.getByRole('heading', { name: 'Your requests' }).waitFor();

  // and in a portal, which at its own host is all there is
  await customer.goto('/servicedesk/customer/portal/1');
  await page.getByRole('searchbox', { name: 'Search in this portal' }).fill('access');
  await page.getByRole('link', { name: /Request access/ }).waitFor();
  await page.waitForURL(/q=access/);
  await customer.inspect('portal-found');
}, 60_000);
