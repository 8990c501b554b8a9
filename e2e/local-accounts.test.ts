/** Accounts with passwords: made by people themselves or by invitation, and what happens when a password is forgotten or wrong. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, newVisitor, type Visitor } from './browser.ts';
import { mailsTo, mailTo } from './demo-mail.ts';
import { signInAsStaff } from './sign-in.ts';

const run = Date.now().toString(36);
const addressOf = (name: string) => `${name}-${run}@small.example`;
const password = 'nine small otters swim';
const login = '/servicedesk/customer/user/login?choose=1';

let browser: Browser;
let admin: Visitor;
/** the portal that the tests open and close; what it said before */
let portal: { id: string; name: string };
let before: { who: string | null; domains: string[] };

beforeAll(async () => {
  browser = await launchBrowser();
  admin = await newVisitor(browser);
  await admin.goto('/admin/people/invitations');
  await signInAsStaff(admin.page, 'sofia@northwind.example');
  await admin.page.getByRole('heading', { level: 1 }).waitFor();
  const desks = await (await admin.page.request.get('/rest/servicedeskapi/servicedesk')).json();
  const [desk] = desks.values as { id: string; _portico: { portalName: string } }[];
  if (!desk) throw new Error('The demo has no portal');
  portal = { id: desk.id, name: desk._portico.portalName };
  before = await policy();
});

afterAll(async () => {
  if (before) await letSignUp(before.who, before.domains);
  await browser?.close();
});

async function policy() {
  return (await admin.page.request.get(`/rest/portico/1/portal/${portal.id}/sign-up-policy`)).json();
}

async function letSignUp(who: string | null, domains: string[] = []): Promise<void> {
  const { version } = await policy();
  const answer = await admin.page.request.put(`/rest/portico/1/portal/${portal.id}/sign-up-policy`, {
    data: { who, domains, version },
    headers: { origin: inject('demoUrl') },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

const portalPath = () => `/servicedesk/customer/portal/${portal.id}`;
const loginAtPortal = () => `${login}&destination=${encodeURIComponent(portalPath())}`;

/** Opens what a mail leads to, at the address at which the browser is. */
async function follow({ page }: Visitor, link: string): Promise<void> {
  const { pathname, search, hash } = new URL(link);
  await page.goto('about:blank');
  await page.goto(`${pathname}${search}${hash}`);
}

async function typePassword({ page, goto }: Visitor, email: string, typed: string, at = loginAtPortal()) {
  await goto(at);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByLabel('Password', { exact: true }).fill(typed);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function nameOf({ page }: Visitor): Promise<string | undefined> {
  const session = await (await page.request.get('/rest/portico/1/session')).json();
  return session.account?.displayName;
}

test('somebody makes an account at an open portal: link by mail, password, in; and the link works once', async () => {
  await letSignUp('open');
  const email = addressOf('nina');
  const nina = await newVisitor(browser);
  const { page, goto, inspect } = nina;
  await goto(loginAtPortal());
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByRole('heading', { name: `Create an account at ${portal.name}` }).waitFor();
  await inspect('sign-up');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('Enter your name.').waitFor();
  await page.getByLabel('Your name').fill('Nina Small');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
  await inspect('sign-up-sent');

  const mail = await mailTo(admin.page, email, /^Finish your account/);
  expect(mail.subject).toBe(`Finish your account at ${portal.name}`);
  expect(mail.fromName).toBe(portal.name);
  await follow(nina, mail.link);
  await page.getByRole('heading', { name: 'Choose a password' }).waitFor();
  expect(await page.getByLabel('Your name').inputValue()).toBe('Nina Small');

  // What attackers try first is refused before anything is sent, and what is short is counted while it is typed.
  await page.getByLabel('New password').fill('short');
  await page.getByText('7 more characters').waitFor();
  await page.getByLabel('New password').fill('passwordpassword');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByText('among the first that attackers try').waitFor();
  await inspect('sign-up-password-refused');
  await page.getByLabel('New password').fill(`Nina Small ${email}`);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByText('mostly your name').waitFor();
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.waitForURL((url) => url.pathname === portalPath());
  expect(await nameOf(nina)).toBe('Nina Small');

  const other = await newVisitor(browser);
  await follow(other, mail.link);
  await other.page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
  await other.inspect('mailed-link-over');

  // Whoever signs up again is told the same, and the owner reads that there is an account.
  await other.goto(`/servicedesk/customer/user/sign-up?destination=${encodeURIComponent(portalPath())}`);
  await other.page.getByLabel('Your name').fill('Somebody Else');
  await other.page.getByLabel('E-mail').fill(email);
  await other.page.getByRole('button', { name: 'Send the link' }).click();
  await other.page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
  await mailTo(admin.page, email, /^You already have an account/);
});

test('where listed domains may, others are refused in the language of the page, on a phone', async () => {
  await letSignUp('domains', ['small.example']);
  const { page, goto, inspect } = await newVisitor(browser, { locale: 'de-DE', isOnPhone: true });
  await goto(`/servicedesk/customer/user/sign-up?destination=${encodeURIComponent(portalPath())}`);
  await page.getByLabel('Ihr Name').fill('Gustav Gast');
  await page.getByLabel('E-Mail-Adresse').fill('gustav@elsewhere.example');
  await page.getByRole('button', { name: 'Link schicken' }).click();
  await page.getByText('Mit Adressen bei elsewhere.example kann hier kein Konto angelegt werden').waitFor();
  await inspect('sign-up-domain-refused-de');
  expect(await mailsTo(admin.page, 'gustav@elsewhere.example')).toBe(0);
  const email = addressOf('gustav');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByRole('button', { name: 'Link schicken' }).click();
  await page.getByRole('heading', { name: 'Sehen Sie in Ihr Postfach' }).waitFor();
  const mail = await mailTo(admin.page, email, /fertigstellen$/);
  const { pathname, hash } = new URL(mail.link);
  await page.goto(`${pathname}${hash}`);
  await page.getByRole('heading', { name: 'Wählen Sie ein Passwort' }).waitFor();
  await inspect('sign-up-finish-de');
  // Meanwhile accounts are not made there any more.
  await letSignUp('nobody');
  await page.getByLabel('Neues Passwort').fill(password);
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await page.getByText('Konten kann hier niemand mehr selbst anlegen').waitFor();
  await inspect('sign-up-closed-meanwhile-de');
  await goto(`/servicedesk/customer/user/sign-up?destination=${encodeURIComponent(portalPath())}`);
  await page.getByRole('heading', { name: 'Ein Konto wird hier für Sie angelegt' }).waitFor();
  await inspect('sign-up-closed-de');
});

test('an administrator invites somebody, who accepts and is in', async () => {
  await letSignUp('invited');
  const email = addressOf('ivy');
  const { page } = admin;
  await admin.goto('/admin/people/invitations');
  await page.getByRole('button', { name: 'Invite people' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail addresses').fill(`${email}\nnot an address`);
  await dialog.getByRole('combobox', { name: 'Portal' }).or(dialog.getByLabel('Portal')).first().click();
  await page.getByRole('option', { name: portal.name }).click();
  await admin.inspect('admin-invite');
  await dialog.getByRole('button', { name: /^(Invite|Send)/ }).click();
  await page.getByText('This is not an e-mail address.').waitFor();
  await admin.inspect('admin-invite-outcome');

  const mail = await mailTo(page, email, /invites you to/);
  expect(mail.subject).toContain(portal.name);
  const ivy = await newVisitor(browser);
  await follow(ivy, mail.link);
  await ivy.page.getByRole('heading', { name: `Welcome to ${portal.name}` }).waitFor();
  await ivy.inspect('invitation');
  await ivy.page.getByLabel('Your name').fill('Ivy Invited');
  await ivy.page.getByLabel('New password').fill(password);
  await ivy.page.getByRole('button', { name: 'Create the account' }).click();
  await ivy.page.waitForURL((url) => url.pathname === portalPath());
  expect(await nameOf(ivy)).toBe('Ivy Invited');
});

test('a forgotten password: the same words for everybody, a link by mail, and the old sessions end', async () => {
  const email = addressOf('ivy');
  const old = await newVisitor(browser);
  await typePassword(old, email, password);
  await old.page.waitForURL((url) => url.pathname === portalPath());

  const here = await newVisitor(browser);
  async function forget(address: string): Promise<string> {
    await here.goto(loginAtPortal());
    await here.page.getByLabel('E-mail').fill(address);
    await here.page.getByRole('button', { name: 'Continue', exact: true }).click();
    await here.page.getByRole('link', { name: 'Forgotten your password?' }).click();
    await here.page.getByRole('heading', { name: 'Forgotten your password?' }).waitFor();
    await here.page.getByLabel('E-mail').fill(address);
    await here.page.getByRole('button', { name: 'Send the link' }).click();
    await here.page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
    return ((await here.page.getByRole('status').textContent()) ?? '').replace(address, '…');
  }
  const nobody = addressOf('nobody');
  const ofNobody = await forget(nobody);
  const ofIvy = await forget(email);
  expect(ofNobody).toBe(ofIvy);
  await here.inspect('forgotten-sent');

  const mail = await mailTo(admin.page, email, /^Choose a new password/);
  expect(await mailsTo(admin.page, nobody)).toBe(0);
  await follow(here, mail.link);
  await here.page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
  await here.inspect('new-password');
  await here.page.getByLabel('New password').fill('ten small badgers run');
  await here.page.getByRole('button', { name: 'Save the new password' }).click();
  await here.page.waitForURL((url) => url.pathname === portalPath());
  expect(await nameOf(here)).toBe('Ivy Invited');
  expect(await nameOf(old)).toBeUndefined();
  await mailTo(admin.page, email, /^Your password for .* was changed/);

  await typePassword(old, email, password);
  await old.page.getByText('E-mail address or password is not right').waitFor();

  // and in one's own account, where the present password is asked for
  await here.goto('/servicedesk/customer/user/password');
  await here.page.getByLabel('Present password').fill('something else entirely');
  await here.page.getByLabel('New password').fill('eleven small foxes sleep');
  await here.page.getByRole('button', { name: 'Change the password' }).click();
  await here.page.getByText('This is not your present password').waitFor();
  await here.inspect('own-password');
});

test('guessing is slowed down, for accounts that there are as for those that there are not', async () => {
  for (const address of [addressOf('ivy'), addressOf('unknown')]) {
    const visitor = await newVisitor(browser, { isOnPhone: true });
    await visitor.goto(loginAtPortal());
    await visitor.page.getByLabel('E-mail').fill(address);
    await visitor.page.getByRole('button', { name: 'Continue', exact: true }).click();
    const submit = visitor.page.getByRole('button', { name: 'Sign in', exact: true });
    const alert = visitor.page.getByRole('alert');
    const said: string[] = [];
    for (let tries = 0; tries < 9 && !said.at(-1)?.startsWith('Too many tries'); tries++) {
      await visitor.page.getByLabel('Password', { exact: true }).fill(`wrong guess ${tries}`);
      const answered = visitor.page.waitForResponse((response) =>
        response.url().endsWith('/sign-in/password'),
      );
      await submit.click();
      await answered;
      await alert.waitFor();
      await expect.poll(() => submit.isEnabled()).toBe(true);
      said.push((await alert.textContent()) ?? '');
    }
    expect(said[0]).toBe('E-mail address or password is not right. Check both and try again.');
    expect(said.at(-1), address).toMatch(/^Too many tries\. Try again in (one minute|\d+ minutes)\.$/);
    await visitor.inspect('sign-in-slowed-down');
  }
});
