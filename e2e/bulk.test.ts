/** An agent selects requests in a queue and changes them at once, and raises one for a customer. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor, type Visitor } from './browser.ts';
import { signInAsStaff } from './sign-in.ts';

let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  browser = await launchBrowser();
  visitor = await newVisitor(browser);
  await visitor.goto('/projects');
  await signInAsStaff(visitor.page, 'priya@northwind.example');
});
afterAll(() => browser?.close());

test('requests are selected by key and by mouse, changed at once, and every result can be read', async () => {
  const { page, goto, inspect } = visitor;
  await goto('/projects/SUP');
  await page.getByRole('link', { name: /^Unassigned/ }).click();
  await page.getByRole('heading', { name: 'Unassigned' }).waitFor();
  const boxes = page.getByRole('checkbox', { name: /^Select [A-Z]+-\d+/ });
  await boxes.first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await boxes.nth(2).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'What is selected' });
  await bar.getByText('3 requests selected').waitFor();
  await inspect('bulk-selected');

  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Edit 3 requests' });
  await dialog.getByRole('combobox', { name: 'Field to change' }).click();
  await page.getByRole('option', { name: 'Priority', exact: true }).click();
  await dialog.getByRole('combobox', { name: /Priority/ }).selectOption('High');
  await dialog.getByRole('button', { name: 'Add a comment' }).click();
  await dialog.getByRole('textbox', { name: 'Comment' }).fill('All of them are urgent.');
  await inspect('bulk-edit');
  await dialog.getByRole('button', { name: 'Change 3 requests' }).click();
  await dialog.getByText('3 requests were changed.').waitFor();
  await dialog.getByRole('link', { name: 'All results' }).click();
  await page.getByRole('heading', { name: 'Change of Priority' }).waitFor();
  await expect.poll(() => page.getByRole('row').count()).toBe(4);
  await inspect('bulk-results');
  await page.getByRole('link', { name: 'All bulk changes' }).click();
  await page.getByRole('heading', { name: 'Bulk changes' }).waitFor();
  await inspect('bulk-changes');
});

test('the status of many is changed, and what could not be changed is said and tried again', async () => {
  const { page, goto, inspect } = visitor;
  await goto('/projects/SUP');
  await page.getByRole('link', { name: /^Assigned to me/ }).click();
  await page.getByRole('heading', { name: 'Assigned to me' }).waitFor();
  await page.getByRole('checkbox', { name: 'Select all that are shown' }).click();
  const bar = page.getByRole('region', { name: 'What is selected' });
  await bar.getByRole('button', { name: 'Change status' }).click();
  const dialog = page.getByRole('dialog', { name: /^Change the status of/ });
  await dialog.getByRole('radio').first().waitFor();
  await dialog.getByRole('radio').last().click();
  await dialog.getByRole('button', { name: /^Change \d+ requests?$/ }).click();
  await dialog.getByText(/requests? (was|were) changed/).waitFor();
  await inspect('bulk-transition-done');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect.poll(() => bar.count()).toBe(0);
});

test('an agent raises a request for a customer, whom it makes a customer first', async () => {
  const { page, goto, inspect } = visitor;
  await goto('/projects/SUP');
  await page.getByRole('link', { name: 'New request' }).waitFor();
  await page.keyboard.press('c');
  await page.getByRole('heading', { name: 'New request' }).waitFor();
  await page.getByRole('button', { name: 'New customer…' }).click();
  const stamp = Date.now().toString(36);
  const dialog = page.getByRole('dialog', { name: 'New customer' });
  await dialog.getByLabel('Name').fill(`Carla Caller ${stamp}`);
  await dialog.getByLabel('E-mail').fill(`carla-${stamp}@caller.example`);
  await inspect('new-request-customer');
  await dialog.getByRole('button', { name: 'Add customer' }).click();
  await page.getByRole('combobox', { name: /Request type/ }).click();
  await page.getByRole('option', { name: 'Report a problem' }).click();
  await page.getByLabel(/^What is the problem/).fill('She called: the machine leaks');
  await page.getByLabel(/^What happens/).fill('Since this morning.');
  await page.getByLabel(/^Who is affected/).selectOption({ index: 1 });
  await inspect('new-request');
  await page.getByRole('button', { name: 'Create request' }).click();
  await page.waitForURL(/\/browse\//);
  await page.getByText(`Carla Caller ${stamp}`).first().waitFor();
});
