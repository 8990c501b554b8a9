/** An administrator who sees the portal as a customer, in a tab of its own. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor, type Visitor } from './browser.ts';
import { signInAsStaff } from './sign-in.ts';

const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };
let browser: Browser;
let admin: Visitor;

beforeAll(async () => {
  browser = await launchBrowser();
  admin = await newVisitor(browser);
  await admin.goto('/admin/people');
  await signInAsStaff(admin.page, 'sofia@northwind.example');
});
afterAll(() => browser.close());

async function openMenuOf(name: string): Promise<void> {
  const { page } = admin;
  await page.getByLabel('Search people').fill(name);
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
}

/** Begins, and returns the new tab. */
async function seeAs(name: string, reason: string): Promise<Page> {
  const { page, context } = admin;
  await openMenuOf(name);
  await page.getByRole('menuitem', { name: `See the portal as ${name}` }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill(reason);
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'See the portal' }).click(),
  ]);
  await banner(tab).waitFor();
  return tab;
}

function banner(tab: Page) {
  return tab.getByRole('region', { name: 'You see the portal as somebody else' });
}

async function isInSight(tab: Page): Promise<boolean> {
  const box = await banner(tab).boundingBox();
  return box !== null && box.y >= 0 && box.y < 5 && box.height > 20;
}

test('what cannot be is said in the menu: oneself, and who works here', async () => {
  const { page } = admin;
  await openMenuOf('Priya Nair');
  const item = page.getByRole('menuitem', { name: 'See the portal as Priya Nair' });
  expect(await item.isDisabled()).toBe(true);
  expect(await item.textContent()).toContain('only customers');
  await page.keyboard.press('Escape');
});

test('the portal is seen as a customer: read, under a banner that stays, and nothing can be sent', async () => {
  const { page } = admin;
  await openMenuOf('Henrik Solberg');
  await page.getByRole('menuitem', { name: 'See the portal as Henrik Solberg' }).click();
  await page.getByRole('dialog').getByLabel('Reason').waitFor();
  await admin.inspect('admin-impersonate');
  await page.getByRole('button', { name: 'See the portal' }).click();
  await page.getByText('Write why').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();

  const tab = await seeAs('Henrik Solberg', 'He called: a request is missing from his list');
  expect(new URL(tab.url()).hash).toBe('');
  expect(await banner(tab).textContent()).toMatch(
    /You see the portal as Henrik Solberg \(Acme.*\)\. Nothing can be changed\. Ends at \d\d?:\d\d/,
  );
  await tab.goto('/servicedesk/customer/user/requests');
  await tab.locator('main a[href*="/portal/"]').first().waitFor();
  await tab.screenshot({ path: '.artifacts/screenshots/seen-as-requests-1440.png' });
  await tab.locator('main a[href*="/portal/"]').first().click();
  await tab.getByRole('button', { name: 'Send' }).waitFor();
  expect(await tab.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
  await tab.getByText('Not possible: you see the portal as Henrik Solberg.').first().waitFor();
  for (const size of [desktop, phone]) {
    await tab.setViewportSize(size);
    await tab.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    expect(await isInSight(tab), `the banner at ${size.width} px`).toBe(true);
    await tab.screenshot({ path: `.artifacts/screenshots/seen-as-request-${size.width}.png` });
    const overflow = await tab.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `scrolls sideways at ${size.width} px`).toBeLessThanOrEqual(0);
  }
  await tab.setViewportSize(desktop);
  // past the button: the server's own words
  await tab.getByRole('textbox', { name: 'Write a reply' }).fill('I am not Henrik');
  await tab.getByRole('textbox', { name: 'Write a reply' }).press('Control+Enter');
  await tab.getByText('You see the portal as Henrik Solberg: nothing can be changed.').waitFor();

  // his account is none of theirs
  await tab.getByRole('button', { name: /Henrik Solberg/ }).click();
  expect(await tab.getByRole('link', { name: 'Security' }).count()).toBe(0);
  expect(await tab.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
  await tab.goto('/servicedesk/customer/user/security');
  await tab.getByText('the settings of the account itself are not shown').waitFor();
  // nor is the administration his
  await tab.goto('/admin');
  await tab.getByText('You are signed in as Henrik Solberg').waitFor();
  expect(await isInSight(tab)).toBe(true);

  // a link that is opened in another tab stays his; the administrator's own tabs stay theirs
  await tab.goto('/servicedesk/customer/portals');
  const [beside] = await Promise.all([
    admin.context.waitForEvent('page'),
    tab
      .locator('main a[href*="/portal/"]')
      .first()
      .click({ modifiers: ['Control'] }),
  ]);
  await banner(beside).waitFor();
  await beside.close();
  await page.reload();
  await page.getByRole('heading', { name: 'People' }).waitFor();
  const own = await admin.context.newPage();
  await own.goto('/servicedesk/customer/portals');
  await own.getByRole('button', { name: /Sofia/ }).waitFor();
  expect(await banner(own).count()).toBe(0);
  await own.close();

  await banner(tab).getByRole('button', { name: 'End' }).click();
  await tab.waitForURL((url) => url.pathname === '/admin/people');
  await tab.getByRole('button', { name: 'Actions for Henrik Solberg' }).waitFor();
  expect(await banner(tab).count()).toBe(0);
  await tab.close();

  await admin.goto('/admin/people/seen-as');
  const row = page.getByRole('row', { name: /Henrik Solberg/ }).first();
  await row.waitFor();
  expect(await row.textContent()).toContain('a request is missing');
  expect(await row.textContent()).toMatch(/[A-Z]+-\d+/);
  expect(await row.textContent()).toContain('Ended by hand');
  await admin.inspect('admin-seen-as');
});

test('when it is ended elsewhere, the tab says so, and goes on saying so', async () => {
  const { page } = admin;
  await admin.goto('/admin/people');
  const tab = await seeAs('Ines Carvalho', 'She called about her list');
  await admin.goto('/admin/people/seen-as');
  await page.getByRole('button', { name: /End it for .* as Ines Carvalho/ }).click();
  await page.getByText('Ended', { exact: true }).waitFor();
  await tab.goto('/servicedesk/customer/user/requests');
  const over = tab.getByRole('heading', { name: 'You no longer see the portal as Ines Carvalho' });
  await over.waitFor();
  await tab.reload();
  await over.waitFor();
  await tab.screenshot({ path: '.artifacts/screenshots/seen-as-over-1440.png' });
  await tab.getByRole('button', { name: 'Back to Ines Carvalho' }).click();
  await tab.waitForURL((url) => url.pathname === '/admin/people');
  await tab.close();
});
