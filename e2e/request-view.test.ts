/** An agent's day at one request, by keyboard: its fields in place, what stands beside it, and somebody else at work on it too. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor, type Visitor } from './browser.ts';
import { signInAsStaff } from './sign-in.ts';

let browser: Browser;
let agent: Visitor;
let key: string;
let otherKey: string;

beforeAll(async () => {
  browser = await launchBrowser();
  agent = await newVisitor(browser);
  await agent.goto('/projects');
  await signInAsStaff(agent.page, 'priya@northwind.example');
  await agent.page.getByRole('heading', { level: 1, name: 'Service desks' }).waitFor();
  key = await raised('The label printer prints half a label');
  otherKey = await raised('Labels come out blank');
});
afterAll(() => browser.close());

/** Calls the API as the agent; from inside the page, as pages do. */
async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  return agent.page.evaluate(
    async ([how, where, what]) => {
      const answer = await fetch(where, {
        method: how,
        headers: { 'content-type': 'application/json' },
        ...(what !== null && { body: what }),
      });
      if (!answer.ok) throw new Error(`${where}: ${answer.status} ${await answer.text()}`);
      const text = await answer.text();
      return text === '' ? null : JSON.parse(text);
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  ) as Promise<Answer>;
}

async function raised(summary: string): Promise<string> {
  const { values } = await call<{ values: { id: string; name: string }[] }>(
    'GET',
    '/rest/servicedeskapi/servicedesk/1/requesttype',
  );
  const { issueKey } = await call<{ issueKey: string }>('POST', '/rest/servicedeskapi/request', {
    serviceDeskId: '1',
    requestTypeId: values.find(({ name }) => name === 'Ask a question')?.id,
    requestFieldValues: { summary, description: 'Since this morning.' },
  });
  return issueKey;
}

/** Presses a key of the page, as if nothing on it had the focus. */
async function press(shortcut: string): Promise<void> {
  await agent.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await agent.page.keyboard.press(shortcut);
}

test('an agent edits a request where it stands', async () => {
  const { page } = agent;
  await agent.goto(`/browse/${key}`);
  await page.getByRole('heading', { level: 1, name: 'The label printer prints half a label' }).waitFor();
  await page.getByRole('button', { name: 'Edit Summary' }).waitFor();

  await press('s');
  await page
    .getByRole('textbox', { name: 'Summary' })
    .fill('The label printer at gate 4 prints half a label');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /gate 4/ }).waitFor();

  await press('d');
  await page.getByRole('textbox', { name: 'Description' }).waitFor();
  await page.keyboard.type(' Restarting does not help.');
  // what is being written outlives a reload
  await page.reload();
  const written = page.getByRole('textbox', { name: 'Description' });
  await written.getByText('Restarting does not help.').waitFor();
  await written.press('Control+Enter');
  await page.getByText('Since this morning. Restarting does not help.').first().waitFor();

  await press('p');
  await page.getByRole('menuitem', { name: 'High', exact: true }).click();
  await page.getByRole('button', { name: 'Priority: High' }).waitFor();
});

test('what somebody else made of a field meanwhile is told before it is overwritten', async () => {
  const { page } = agent;
  await press('f');
  await page.getByLabel('Name of the field').fill('summ');
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Summary' });
  await field.fill('My summary');
  await call('PUT', `/rest/api/3/issue/${key}`, { fields: { summary: 'Their summary' } });
  // without waiting for a try to save
  await page.getByText('changed this while you were typing').waitFor();
  expect(await field.inputValue()).toBe('My summary');
  await agent.inspect('agent-request-meanwhile');
  await page.getByRole('button', { name: 'Save mine instead' }).click();
  await page.getByRole('heading', { level: 1, name: 'My summary' }).waitFor();
});

test('watching, linking, working and attaching need no mouse', async () => {
  const { page } = agent;
  await press('w');
  await page.getByRole('button', { name: '1 watcher' }).waitFor();

  await press('l');
  await page.getByRole('textbox', { name: 'Request to link' }).fill(otherKey);
  await page.locator('[data-combobox-selected]', { hasText: otherKey }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Link', exact: true }).last().press('Enter');
  await page.getByRole('link', { name: new RegExp(otherKey) }).waitFor();

  await press('h');
  await page.getByLabel('Time spent').fill('1h 15m');
  await page.getByLabel('What was done').fill('Cleaned the head.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Cleaned the head.').waitFor();

  await page.getByTestId('attach-files').setInputFiles({
    name: 'label.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('half a la'),
  });
  await page.getByRole('link', { name: /label\.txt/ }).waitFor();
  await agent.inspect('agent-request-full');
});

test('the activity shows what is chosen, the newest first if one likes', async () => {
  const { page } = agent;
  await page.getByText('Work log', { exact: true }).click();
  await page.getByText('Cleaned the head.').waitFor();
  expect(await page.getByText('Their summary').count()).toBe(0);
  await page.getByText('History', { exact: true }).click();
  await page.getByText('Their summary').first().waitFor();
  await page.getByRole('button', { name: 'Show the newest first' }).click();
  await page.getByRole('button', { name: 'Show the oldest first' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Show the oldest first' }).waitFor();
});

test('on a phone a field that is found by its name is opened with the details it is folded into', async () => {
  const { page } = agent;
  await page.setViewportSize({ width: 390, height: 844 });
  await agent.goto(`/browse/${otherKey}`);
  await page.getByRole('heading', { level: 1, name: 'Labels come out blank' }).waitFor();
  await press('f');
  await page.keyboard.type('Request t');
  await page.locator('[data-combobox-selected]', { hasText: 'Request type' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Request type' }).waitFor();
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('a request that is deleted while its page is open says so', async () => {
  const administrator = await newVisitor(browser);
  await administrator.goto('/projects');
  await signInAsStaff(administrator.page, 'sofia@northwind.example');
  await administrator.page.getByRole('heading', { level: 1, name: 'Service desks' }).waitFor();
  const status = await administrator.page.evaluate(
    async (path) => (await fetch(path, { method: 'DELETE' })).status,
    `/rest/api/3/issue/${otherKey}`,
  );
  expect(status).toBe(204);
  const { page } = agent;
  await page.getByRole('heading', { level: 1, name: `${otherKey} is no longer here` }).waitFor();
});
