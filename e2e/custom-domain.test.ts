/** A portal at a host of its own: what its customers meet there, and that the site's own host knows nothing of it. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, newVisitor } from './browser.ts';
import { signInAsStaff } from './sign-in.ts';

let browser: Browser;
let admin: Page;
const site = new URL(inject('demoUrl'));
/** Chromium leads every name under localhost to this machine. */
const at = (host: string) => `http://${host}.localhost:${site.port}`;
const made: string[] = [];

async function ask(method: 'GET' | 'POST' | 'DELETE', path: string, data?: object) {
  const answer = await admin.request.fetch(`${site.origin}/rest/portico/1/${path}`, {
    method,
    headers: { origin: site.origin },
    ...(data && { data }),
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.status() === 204 ? null : answer.json();
}

/** Gives the portal of this name a host. */
async function giveHost(portalName: string, host: string): Promise<{ id: string; portalId: string }> {
  const { values } = await ask('GET', 'portal');
  const portal = values.find(({ name }: { name: string }) => name === portalName);
  if (!portal) throw new Error(`The demo has no portal ${portalName}`);
  const input = { host: `${host}.localhost`, portalId: portal.id, signInAt: 'site', isMain: false };
  const { id } = await ask('POST', 'portal-domain', input);
  made.push(id);
  return { id, portalId: portal.id };
}

async function fillCompanyForm(page: Page, email: string, button: string, host: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => url.hostname === '127.0.0.1');
  await page.getByLabel(/e-mail/i).fill(email);
  await page.getByLabel('Password').fill(inject('demoPasswords')[email] ?? '');
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL((url) => url.origin === at(host) && !url.pathname.startsWith('/sso/'));
}

async function sessionCookieHosts(context: BrowserContext): Promise<string[]> {
  const cookies = await context.cookies();
  return cookies.filter(({ name }) => name === 'portico_session').map(({ domain }) => domain);
}

beforeAll(async () => {
  browser = await launchBrowser();
  const visitor = await newVisitor(browser);
  admin = visitor.page;
  await visitor.goto('/admin/domains');
  await signInAsStaff(admin, 'sofia@northwind.example');
});

afterAll(async () => {
  for (const id of made) {
    const { version } = await ask('GET', `portal-domain/${id}`);
    await ask('DELETE', `portal-domain/${id}?version=${version}`);
  }
  await browser.close();
});

test('an administrator gives a portal a domain, and reads what it takes', async () => {
  const visitor = await newVisitor(browser);
  const { page, goto, inspect } = visitor;
  await goto('/admin/domains');
  await signInAsStaff(page, 'sofia@northwind.example');
  await page.getByText('No portal has a domain of its own').waitFor();
  await inspect('admin-domains-empty');
  await page.getByRole('button', { name: 'Add domain' }).click();
  await page.getByLabel(/^Domain/).fill('https://support.acme.localhost');
  await page.getByRole('combobox', { name: 'Portal' }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Write the host alone').waitFor();
  await inspect('admin-domain-new');
  await page.getByLabel(/^Domain/).fill('support.acme.localhost');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('heading', { name: 'support.acme.localhost', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByRole('button', { name: 'Check again' }).waitFor();
  await inspect('admin-domain');
  await page.getByRole('radio', { name: 'this domain' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: /Make sign-in at/ }).waitFor();
  await page.getByRole('button', { name: 'I have registered them: switch' }).click();
  await page.getByText('Register these addresses at each provider').waitFor();
  await goto('/admin/sign-in/1');
  await page.getByText('Addresses for domains of portals').waitFor();
  await inspect('admin-provider-domains');
  await goto('/admin/domains');
  await inspect('admin-domains');
  await page.getByRole('link', { name: 'support.acme.localhost' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('From then on').waitFor();
  await inspect('admin-domain-remove');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('No portal has a domain of its own').waitFor();
});

test.each([
  ['SAML', 'help.acme', 'henrik@acme.example', 'Sign in'],
  ['OpenID', 'help.globex', 'ines@globex.example', 'Continue'],
])(
  'a customer signs in at a portal’s host through %s, sees that portal alone, and signs out',
  async (kind, host, email, button) => {
    const portalName = portalOf(kind);
    const { portalId } = await giveHost(portalName, host);
    const { page, context, inspect } = await newVisitor(browser, { url: at(host) });
    await page.goto(at(host));
    await page.waitForURL(`${at(host)}/servicedesk/customer/user/login**`);
    await page.getByRole('heading', { name: new RegExp(portalName) }).waitFor();
    await inspect(`portal-host-${kind}-sign-in`);
    await fillCompanyForm(page, email, button, host);
    await page.waitForURL(`${at(host)}/servicedesk/customer/portal/${portalId}`);
    await page.getByRole('heading', { name: portalName, level: 1 }).waitFor();
    await inspect(`portal-host-${kind}`);

    // there, and nowhere else
    expect(await sessionCookieHosts(context)).toEqual([`${host}.localhost`]);
    const atSite = await page.request.get(`${site.origin}/rest/portico/1/session`);
    expect((await atSite.json()).account).toBeNull();

    // that portal alone
    const portals = await page.evaluate(async () => (await fetch('/rest/portico/1/portal')).json());
    expect(portals.values.map(({ id }: { id: string }) => id)).toEqual([portalId]);
    await page.goto(`${at(host)}/servicedesk/customer/portals`);
    await page.waitForURL(`${at(host)}/servicedesk/customer/portal/${portalId}`);
    await page.getByRole('link', { name: 'My requests' }).click();
    await page.waitForURL(`${at(host)}/servicedesk/customer/user/requests**`);
    await page.getByRole('heading', { name: 'My requests', level: 1 }).waitFor();
    await inspect(`portal-host-${kind}-requests`);

    // a request
    await page.goto(`${at(host)}/servicedesk/customer/portal/${portalId}`);
    await page.locator('main').getByRole('listitem').getByRole('link').first().click();
    // Whatever this type asks for: the first field is what the request will be called.
    await page.locator('main form input[aria-required]').first().waitFor();
    for (const field of await page.locator('main form :is(input, textarea)[aria-required]').all()) {
      await field.fill(`From ${host}`);
    }
    for (const choice of await page.locator('main form select[aria-required]').all()) {
      await choice.selectOption({ index: 1 });
    }
    await page.locator('main form').getByRole('button', { name: 'Send' }).click();
    await page.waitForURL(new RegExp(`^${at(host)}/servicedesk/customer/portal/${portalId}/[A-Z]+-\\d+`));
    await page.getByRole('heading', { name: `From ${host}` }).waitFor();
    await inspect(`portal-host-${kind}-request`);

    await page.getByRole('banner').getByRole('button').last().click();
    await page
      .getByRole('button', { name: /^Sign out( here)?/ })
      .first()
      .click();
    await page.waitForURL((url) => url.origin === at(host));
    await expect.poll(() => sessionCookieHosts(context)).toEqual([]);
  },
);

test('staff pages lead to the site’s own host, and hosts that nobody gave a portal are refused', async () => {
  await giveHost(portalOf('SAML'), 'help.other');
  const { page } = await newVisitor(browser, { url: at('help.other') });
  await page.goto(`${at('help.other')}/admin`);
  expect(new URL(page.url()).origin).toBe(site.origin);
  const refused = await page.goto(at('nobody'));
  expect(refused?.status()).toBe(421);
  await page.getByText('There is no help center at this address').waitFor();
});

function portalOf(kind: string): string {
  return kind === 'SAML' ? 'Northwind Support' : 'Northwind Billing';
}
