/** A calendar as administrators keep it: made, its hours typed and painted, holidays pasted, tried, saved. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, newVisitor, type Visitor } from './browser.ts';
import { signInAsStaff } from './sign-in.ts';

let browser: Browser;
let visitor: Visitor;
let page: Page;
const origin = new URL(inject('demoUrl')).origin;
/** So that the test can be repeated at the same demo. */
const name = `Night shift ${Date.now().toString(36)}`;
let made: string | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
  visitor = await newVisitor(browser);
  page = visitor.page;
  await visitor.goto('/admin/service-desks/1/calendars');
  await signInAsStaff(page, 'sofia@northwind.example');
});

afterAll(async () => {
  if (made) {
    const path = `/rest/portico/1/service-desk/1/calendar/${made}`;
    await page.request.fetch(origin + path, { method: 'DELETE', headers: { origin } });
  }
  await browser.close();
});

test('an administrator makes a calendar and sees what is due by it', async () => {
  const list = page.getByRole('table', { name: 'Calendars' });
  await list.getByText('Hamburg office').waitFor();
  await visitor.inspect('admin-calendars');
  await page.getByRole('button', { name: 'Create calendar' }).click();
  const making = page.getByRole('dialog');
  await making.getByLabel('Name').fill(name);
  await making.getByRole('combobox', { name: 'Time zone' }).fill('berlin');
  await page.getByRole('option', { name: /Europe\/Berlin/ }).click();
  await making.getByRole('button', { name: 'Create calendar' }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  made = new URL(page.url()).pathname.split('/').at(-1) ?? null;

  // typed, with the keyboard alone
  await page.getByLabel('Monday, end of hours 1').fill('12');
  await page.getByRole('button', { name: 'Add hours on Monday' }).press('Enter');
  await expect.poll(() => page.getByLabel('Monday, start of hours 2').inputValue()).toBe('13:00');
  await page.getByLabel('Monday, end of hours 2').press('ArrowUp');
  await page.getByRole('button', { name: 'Monday’s hours to Friday' }).click();
  expect(await page.getByLabel('Friday, end of hours 2').inputValue()).toBe('17:15');

  await page.getByRole('button', { name: 'Paste a list…' }).click();
  const pasting = page.getByRole('dialog', { name: 'Paste holidays' });
  await pasting.getByRole('textbox').fill('12-25 Christmas Day\n2026-04-03 Good Friday\nnothing');
  await pasting.getByRole('button', { name: 'Show what is in it' }).click();
  await pasting.getByText('1 is no holiday').waitFor();
  await visitor.inspect('admin-calendar-paste');
  await pasting.getByRole('button', { name: 'Add 2 holidays' }).click();
  await page.getByLabel('Name of December 25').waitFor();

  await page.getByLabel('From', { exact: true }).fill('2026-12-24T16:15');
  await page.getByLabel('Working time').fill('2h');
  // an hour on Thursday; Friday is Christmas Day
  await page.getByText(/^Due Monday, December 28, 2026 at 10:00/).waitFor();
  await visitor.inspect('admin-calendar');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved').first().waitFor();
});

test('a file is looked into before it is taken', async () => {
  await page.getByRole('button', { name: 'Import a file…' }).click();
  const importing = page.getByRole('dialog', { name: 'Import holidays' });
  const event = 'BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\nSUMMARY:Christmas Eve\r\nEND:VEVENT\r\n';
  const buffer = Buffer.from(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${event}END:VCALENDAR\r\n`);
  const file = { name: 'holidays.ics', mimeType: 'text/calendar', buffer };
  await importing.locator('input[type=file]').setInputFiles(file);
  await importing.getByText('1 new holiday').waitFor();
  await importing.getByRole('button', { name: 'Add 1 holiday' }).click();
  await page.getByText(/^Due Monday, December 28, 2026 at 11:00/).waitFor();
  await page.getByRole('button', { name: 'Discard changes' }).click();
});

test('an agent votes for a request, and takes the vote back', async () => {
  const found = await page.request.get(
    `${origin}/rest/api/3/search?jql=${encodeURIComponent('resolution is EMPTY AND reporter != currentUser() AND votes = 0')}&maxResults=1`,
  );
  const { issues } = (await found.json()) as { issues: { key: string }[] };
  await visitor.goto(`/browse/${issues[0]?.key}`);
  await page.getByRole('button', { name: '0 votes' }).click();
  const votes = page.getByRole('dialog', { name: /vote/ });
  await votes.getByText('Nobody has voted').waitFor();
  await votes.getByRole('button', { name: 'Vote for this request' }).click();
  await votes.getByRole('list', { name: 'Votes' }).getByText('Sofia').waitFor();
  await visitor.inspect('agent-votes');
  await votes.getByRole('button', { name: 'Take your vote back' }).click();
  await page.getByRole('button', { name: '0 votes' }).waitFor();
});
