/** An administrator of a desk sets up a queue; an agent stars it, and takes what waits in it. */
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
  await signInAsStaff(visitor.page, 'sofia@northwind.example');
});
afterAll(() => browser?.close());

test('a queue is added with a query and columns of its own, starred, and worked from', async () => {
  const { page, goto, inspect } = visitor;
  await goto('/projects/SUP/queues/manage');
  await page.getByRole('heading', { name: 'Manage queues' }).waitFor();
  await page.getByRole('list', { name: 'By urgency' }).waitFor();
  await inspect('queues-manage');

  await page.getByRole('link', { name: 'Add queue' }).click();
  const name = `Open and free ${Date.now().toString(36)}`;
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  const query = page.getByRole('textbox', { name: 'Query (JQL)' });
  await query.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText('assignee is EMPTY AND resolution = Unresolved ORDER BY created ASC');
  await page.getByRole('radio', { name: 'Columns of its own' }).check();
  await page.getByRole('button', { name: 'Add Priority', exact: true }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByRole('columnheader', { name: 'Priority' }).waitFor();
  await preview.getByText(/^(The first|All) \d/).waitFor();
  await inspect('queue-editor');
  await page.getByRole('button', { name: 'Add queue' }).click();

  await page.getByRole('heading', { name }).waitFor();
  await page.getByRole('columnheader', { name: 'Priority' }).waitFor();
  await page
    .getByRole('main')
    .getByRole('button', { name: `Star ${name}` })
    .click();
  const starred = page.getByRole('region', { name: 'Starred' });
  await starred.getByRole('link', { name: new RegExp(`^${name}`) }).waitFor();

  const first = await page.getByRole('main').getByRole('row').nth(1).getByRole('link').textContent();
  await page.keyboard.press('n');
  await page.waitForURL(/\/browse\/SUP-\d+/);
  await page.getByRole('heading', { name: first ?? '' }).waitFor();
  await expect.poll(() => page.getByText(/is yours now/).count()).toBeGreaterThan(0);
  // back it goes, so that the test can be repeated at the same demo
  const given = await page.request.put(`/rest/api/3/issue/${page.url().split('/').at(-1)}/assignee`, {
    headers: { origin: new URL(page.url()).origin },
    data: { accountId: null },
  });
  expect(given.status()).toBe(204);

  await goto('/projects/SUP/queues/manage');
  await page.getByRole('button', { name: `More about ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText(`“${name}” is deleted`).waitFor();
});
