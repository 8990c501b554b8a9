/** An administrator has the time to the first response measured; an agent sees it count down, and meets it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor } from './browser.ts';
import { signInAsStaff } from './sign-in.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** So that the test can be repeated at the same demo. */
const name = `Time to first word ${Date.now().toString(36)}`;

test('what is measured is tried before it is saved, counts down beside a request, and is met by an answer', async () => {
  const admin = await newVisitor(browser);
  const { page } = admin;
  await admin.goto('/admin/service-desks/1/slas');
  await signInAsStaff(page, 'sofia@northwind.example');
  const headers = { origin: new URL(page.url()).origin };
  const raised = await page.request.post('/rest/servicedeskapi/request', {
    headers,
    data: {
      serviceDeskId: '1',
      requestTypeId: await questionTypeOf(admin),
      requestFieldValues: { summary: 'Who answers first?', description: 'We measure it.' },
    },
  });
  const { issueKey } = (await raised.json()) as { issueKey: string };

  await page.getByRole('link', { name: 'Create SLA' }).click();
  await page.getByLabel('Begin with').selectOption('Time to first response');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByText('From when the request is raised until an agent answers the customer').waitFor();
  await page.getByRole('textbox', { name: 'Time for all others' }).fill('2h 30m');
  await page.getByRole('button', { name: 'Add a goal' }).click();
  const query = page.getByRole('textbox', { name: 'Requests of goal 1' });
  await query.click();
  await page.keyboard.type('priority = Highest');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Time of goal 1' }).fill('soon');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Not a time.').waitFor();
  await page.getByRole('textbox', { name: 'Time of goal 1' }).fill('30m');
  await page.getByRole('textbox', { name: 'Requests', exact: true }).fill(issueKey);
  const row = page.getByRole('row').filter({ hasText: issueKey });
  await row.getByText('of 2h 30m').waitFor();
  await admin.inspect('admin-sla');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText(/Computed anew last/).waitFor();

  const agent = await newVisitor(browser);
  await agent.goto(`/browse/${issueKey}`);
  await signInAsStaff(agent.page, 'priya@northwind.example');
  const sla = agent.page.getByRole('listitem').filter({ hasText: name });
  await sla.getByText(/^2h 2\dm/).waitFor();
  await agent.page.request.post(`/rest/servicedeskapi/request/${issueKey}/comment`, {
    headers,
    data: { body: 'We do.', public: true },
  });
  await sla.getByText('Met', { exact: true }).waitFor();
  await sla.getByText(/took \d+[sm] of 2h 30m/).waitFor();

  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('link', { name: 'Create SLA' }).waitFor();
  await sla.waitFor({ state: 'detached' });
});

async function questionTypeOf({ page }: Awaited<ReturnType<typeof newVisitor>>): Promise<string> {
  const found = await page.request.get(
    '/rest/servicedeskapi/requesttype?searchQuery=question&serviceDeskId=1',
  );
  const { values } = (await found.json()) as { values: { id: string }[] };
  expect(values.length).toBeGreaterThan(0);
  return values[0]?.id ?? '';
}
