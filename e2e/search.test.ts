/** An agent searches by choosing and by JQL, saves what is searched for, and finds requests from anywhere. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor, type Visitor } from './browser.ts';
import { signInAsStaff } from './sign-in.ts';

let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  browser = await launchBrowser();
  visitor = await newVisitor(browser);
  await visitor.goto('/issues/');
  await signInAsStaff(visitor.page, 'priya@northwind.example');
});
afterAll(() => browser?.close());

test('what is chosen becomes JQL, is corrected where it is wrong, and is saved', async () => {
  const { page, goto, inspect } = visitor;
  await goto('/issues/');
  const bar = page.getByRole('region', { name: 'Search' });
  await bar.getByRole('button', { name: 'Status', exact: true }).click();
  await page.getByRole('option', { name: 'In progress' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Status: In progress' }).waitFor();
  await page.getByRole('row').nth(1).getByText('In progress').waitFor();

  await page.getByText('JQL', { exact: true }).click();
  const editor = page.getByRole('textbox', { name: 'JQL query' });
  await expect.poll(() => editor.textContent()).toMatch(/^status = "In progress"/);
  await editor.press('ControlOrMeta+End');
  await editor.pressSequentially(' AND asignee = currentU');
  await page.getByRole('option', { name: 'currentUser()' }).waitFor();
  await editor.press('Tab');
  await page.getByText("Field 'asignee' does not exist").waitFor();
  await inspect('search-jql');
  await page.getByRole('button', { name: 'Use assignee' }).click();
  await editor.press('Enter');
  await page.waitForURL(/assignee/);
  await page.getByRole('button', { name: 'Updated', exact: true }).click();
  await page.waitForURL(/ORDER/);
  await page.getByRole('row').nth(1).getByText('Priya Nair').waitFor();

  const name = `What I do ${Date.now().toString(36)}`;
  await page.getByRole('button', { name: 'Save filter…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save filter' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByRole('listitem').getByText('Everyone who works here').waitFor();
  await inspect('filter-dialog');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name }).waitFor();
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('menuitem', { name }).waitFor();
  await page.getByRole('menuitem', { name: 'All filters' }).click();
  await page.getByRole('link', { name }).waitFor();
  await inspect('filters');
});

test('the box in the header leads to a request, and to all that have the words', async () => {
  const { page, goto } = visitor;
  await goto('/projects');
  await page.keyboard.press('ControlOrMeta+k');
  const box = page.getByRole('searchbox', { name: 'Search requests' });
  await box.fill('coffee');
  await page
    .getByRole('option', { name: /^SUP-\d+/ })
    .first()
    .waitFor();
  await box.press('Enter');
  await page.waitForURL(/\/issues\?jql=/);
  await page.getByRole('table').waitFor();
  const key = (await page
    .getByRole('row')
    .nth(1)
    .getByText(/^SUP-\d+$/)
    .textContent()) as string;
  await box.fill(key.toLowerCase());
  await page.getByRole('option', { name: new RegExp(`^${key}`) }).click();
  await page.waitForURL(`**/browse/${key}`);
});
