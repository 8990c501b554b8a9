/** A workflow as administrators make it: copied, changed as lists, seen as a picture, published. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, newVisitor, type Visitor } from './browser.ts';
import { signInAsStaff } from './sign-in.ts';

let browser: Browser;
let visitor: Visitor;
let page: Page;
const origin = new URL(inject('demoUrl')).origin;
/** So that the test can be repeated at the same demo. */
const mark = Date.now().toString(36);
const name = `Customer support ${mark}`;
let workflowId: string | null = null;
let priorityId: string | null = null;

async function remove(path: string): Promise<void> {
  await page.request.fetch(`${origin}/rest/portico/1/${path}`, { method: 'DELETE', headers: { origin } });
}

beforeAll(async () => {
  browser = await launchBrowser();
  visitor = await newVisitor(browser);
  page = visitor.page;
  await visitor.goto('/admin/workflows');
  await signInAsStaff(page, 'sofia@northwind.example');
});

afterAll(async () => {
  if (workflowId) await remove(`workflow/${workflowId}`);
  if (priorityId) await remove(`priority/${priorityId}`);
  await browser.close();
});

test('an administrator copies a workflow, changes it, sees it and publishes it', async () => {
  await page.getByRole('heading', { name: 'Workflows', level: 1 }).waitFor();
  await page.getByRole('table', { name: 'Workflows' }).getByText('Customer support').first().waitFor();
  await visitor.inspect('admin-workflows');
  await page.getByRole('button', { name: 'Create workflow' }).click();
  const making = page.getByRole('dialog');
  await making.getByLabel('Name').fill(name);
  await making.getByLabel('Begin with').selectOption({ label: 'A copy of Customer support' });
  await making.getByRole('button', { name: 'Create workflow' }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  workflowId = new URL(page.url()).pathname.split('/').at(-1) ?? null;

  const picture = page.getByRole('img', { name: /Picture of the workflow/ });
  await picture.waitFor();
  await page.getByLabel('What customers read in In progress').fill('We are at it');
  await page.getByRole('button', { name: 'Add transition' }).click();
  const transition = page.getByRole('dialog', { name: 'New transition' });
  await transition.getByLabel('Name').fill('Close as duplicate');
  await transition.getByLabel('From every status').check();
  await transition.getByLabel('To', { exact: true }).selectOption({ label: 'Resolved' });
  await transition.getByLabel('Resolution', { exact: true }).selectOption({ label: 'Resolved as Duplicate' });
  await transition.getByRole('button', { name: 'Only for some people' }).click();
  await transition.getByRole('button', { name: 'Ask for a field' }).click();
  await transition.getByRole('button', { name: 'Assign the request' }).click();
  await visitor.inspect('admin-workflow-transition');
  await transition.getByRole('button', { name: 'Done', exact: true }).click();
  await expect.poll(() => picture.textContent()).toContain('Close as duplicate');
  await page.getByRole('button', { name: 'Move In progress' }).press('Alt+ArrowUp');

  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('This is a draft').waitFor();
  await visitor.inspect('admin-workflow');
  await page.getByRole('button', { name: 'Publish…' }).click();
  const publishing = page.getByRole('dialog', { name: `Publish ${name}?` });
  await publishing.getByText('New transition Close as duplicate').waitFor();
  await visitor.inspect('admin-workflow-publish');
  await publishing.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('This is a draft').waitFor({ state: 'detached' });
  expect(await picture.textContent()).toContain('Close as duplicate');
});

test('statuses, priorities and resolutions are lists of their own', async () => {
  await page.getByRole('link', { name: 'All workflows' }).click();
  await page.getByRole('link', { name: 'Statuses' }).click();
  await page.getByRole('table', { name: 'Statuses' }).waitFor();
  await visitor.inspect('admin-statuses');
  await page.getByRole('link', { name: 'Priorities' }).click();
  await page.getByRole('button', { name: 'Create priority' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(`Critical ${mark}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Create priority' }).click();
  await page.getByRole('button', { name: `Move Critical ${mark}` }).press('Alt+ArrowUp');
  await page.getByText(/is now number 5 of 6/).waitFor({ state: 'attached' });
  await visitor.inspect('admin-priorities');
  const { values } = await (await page.request.get(`${origin}/rest/portico/1/priority`)).json();
  priorityId = values.find((each: { name: string }) => each.name === `Critical ${mark}`)?.id ?? null;
  await page.getByRole('link', { name: 'Resolutions' }).click();
  await page.getByRole('list', { name: 'Resolutions' }).getByText('Duplicate', { exact: true }).waitFor();
  await visitor.inspect('admin-resolutions');
});
