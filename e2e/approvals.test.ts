/** A customer's request waits for approval, is shared, and is judged once it is resolved. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor } from './browser.ts';
import { signInAtAcme } from './sign-in.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a manager approves what a colleague wants to buy, with a word for everybody', async () => {
  const manager = await newVisitor(browser);
  const { page } = manager;
  await manager.goto('/servicedesk/customer/user/requests');
  await signInAtAcme(page, 'henrik@acme.example');
  const found = await page.request.get(
    '/rest/servicedeskapi/request?requestOwnership=APPROVER&approvalStatus=MY_PENDING_APPROVAL',
  );
  const { values } = (await found.json()) as { values: { issueKey: string; serviceDeskId: string }[] };
  const [waiting] = values;
  if (!waiting) throw new Error('No request of the sample data waits for Henrik');
  await manager.goto(`/servicedesk/customer/portal/${waiting.serviceDeskId}/${waiting.issueKey}`);
  await page.getByText('You are asked to approve this request.').waitFor();
  await page.getByRole('heading', { name: 'People and notifications' }).waitFor();
  await manager.inspect('request-to-approve');

  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Add a comment').fill('Go ahead, the budget is there.');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Waiting for support').first().waitFor();
  await page.getByText('Go ahead, the budget is there.').waitFor();
  expect(await page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
  await manager.inspect('request-approved');
});

test('a customer shares a request with a colleague and the company, cancels it, and says how it went', async () => {
  const customer = await newVisitor(browser);
  const { page } = customer;
  await customer.goto('/servicedesk/customer/user/requests');
  await signInAtAcme(page, 'henrik@acme.example');
  const types = await page.request.get(
    '/rest/servicedeskapi/requesttype?searchQuery=question&serviceDeskId=1',
  );
  const [type] = ((await types.json()) as { values: { id: string }[] }).values;
  const raised = await page.request.post('/rest/servicedeskapi/request', {
    headers: { origin: new URL(page.url()).origin },
    data: {
      serviceDeskId: '1',
      requestTypeId: type?.id,
      requestFieldValues: { summary: 'Which beans do you recommend?', description: 'For the Barista 4.' },
    },
  });
  const { issueKey } = (await raised.json()) as { issueKey: string };
  await customer.goto(`/servicedesk/customer/portal/1/${issueKey}`);
  await page.getByText('Nobody else takes part.').waitFor();

  await page.getByRole('button', { name: 'Share this request' }).click();
  await page.getByRole('combobox', { name: 'Add somebody' }).fill('Carmen');
  await page.getByRole('option', { name: 'Carmen Ruiz' }).click();
  await page.getByRole('button', { name: 'Take Carmen Ruiz out' }).waitFor();
  await page.getByRole('combobox', { name: 'Share with an organization' }).click();
  await page.getByRole('option', { name: 'Acme' }).click();
  await page.getByRole('button', { name: 'Stop sharing with Acme' }).waitFor();
  await customer.inspect('request-shared');

  await page.getByRole('button', { name: 'Do not notify me' }).click();
  await page.getByText('You do not hear of this request').waitFor();

  await page.getByRole('button', { name: 'Cancel request' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel request' }).click();
  await page.getByRole('radio', { name: '4 stars' }).check();
  await page.getByLabel('What was good').fill('Quick, thank you.');
  await customer.inspect('request-feedback');
  await page.getByRole('button', { name: 'Send feedback' }).click();
  await page.getByText('4 of 5 stars').waitFor();
  await page.getByText('Quick, thank you.').waitFor();
});
