/** Rich text: an agent prepares an answer, writes with it, mentions somebody, and the customer reads it as it was written. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor } from './browser.ts';
import { signInAsStaff, signInAtAcme } from './sign-in.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const stamp = Date.now();
const name = `Restart ${stamp}`;
const link = `https://example.com/${stamp}`;
let key = '';

test('an agent prepares a canned response and sees what it will say', async () => {
  const agent = await newVisitor(browser);
  const { page } = agent;
  await agent.goto('/projects/SUP/canned-responses');
  await signInAsStaff(page, 'priya@northwind.example');
  await page.getByRole('heading', { level: 1, name: 'Canned responses' }).waitFor();
  await page.getByRole('button', { name: 'New canned response' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  const text = dialog.getByRole('textbox', { name: 'Text', exact: true });
  await text.click();
  await page.keyboard.type('Hello ');
  await dialog.getByRole('button', { name: 'Insert customer.firstName' }).click();
  await page.keyboard.type(', please try this:');
  await page.keyboard.press('Enter');
  await page.keyboard.type('1. Save your work');
  await page.keyboard.press('Enter');
  await page.keyboard.type('**Restart** the computer');
  await dialog.getByText('Preview', { exact: true }).click();
  await dialog.getByText('Hello Alice, please try this:').waitFor();
  await dialog.getByText('Write', { exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Text', exact: true }).waitFor();
  await agent.inspect('canned-response-dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText(`“${name}” is saved`).waitFor();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: `Edit ${name}` }).waitFor();
  await agent.inspect('canned-responses');
});

test('an agent answers in rich text by keyboard, and the draft survives a reload', async () => {
  const customer = await newVisitor(browser);
  await customer.goto('/servicedesk/customer/user/requests');
  await signInAtAcme(customer.page, 'henrik@acme.example');
  await customer.page.getByRole('row').nth(1).getByRole('link').click();
  await customer.page.getByRole('heading', { name: 'Conversation' }).waitFor();
  key = new URL(customer.page.url()).pathname.split('/').at(-1) ?? '';

  const agent = await newVisitor(browser);
  const { page } = agent;
  await agent.goto(`/browse/${key}`);
  await signInAsStaff(page, 'priya@northwind.example');
  await page.getByRole('button', { name: 'Reply to customer' }).click();
  const reply = page.getByRole('textbox', { name: /^Reply to/ });
  await reply.click();
  await page.keyboard.type(`/${name.slice(0, 7)}`);
  await page.getByRole('option', { name: new RegExp(name) }).waitFor();
  await page.keyboard.press('Enter');
  await reply.getByText('Restart').waitFor();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ask @Pri');
  await page.getByRole('option', { name: /Priya/ }).waitFor();
  await agent.inspect('composer-mention');
  await page.keyboard.press('Enter');
  await page.keyboard.type(`or see ${link} now`);
  await page.reload();
  const again = page.getByRole('textbox', { name: /^Reply to/ });
  await again.getByText(link).waitFor();
  await again.click();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Sent to the customer').waitFor();
  const said = page.getByRole('article').filter({ has: page.getByRole('link', { name: link }) });
  await said.locator('ol > li').nth(2).waitFor();
  expect(await said.locator('strong').filter({ hasText: 'Restart' }).count()).toBe(1);
  expect(await said.getByText('@Priya').count()).toBe(1);
  await agent.inspect('conversation-rich-text');

  await said.hover();
  await said.getByRole('button', { name: 'Edit the comment of Priya Nair' }).click();
  const edited = said.getByRole('textbox', { name: 'Comment' });
  await edited.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(', please');
  await agent.inspect('comment-edit');
  await said.getByRole('button', { name: 'Save' }).click();
  await said.getByText('edited').waitFor();

  const { page: portal } = customer;
  const answer = portal.getByRole('link', { name: link });
  await answer.waitFor();
  expect(await answer.getAttribute('rel')).toContain('noopener');
  await customer.inspect('portal-rich-text');
});
