import type { Page } from 'playwright-core';
import { inject } from 'vitest';

/** From Portico's sign-in page to Acme's, in there, and back. */
export async function signInAtAcme(page: Page, email: string): Promise<void> {
  await typeEmail(page, email);
  await fillCompanyForm(page, email, 'Sign in');
}

/** From Portico's sign-in page to Globex's, in there, and back. */
export async function signInAtGlobex(page: Page, email: string): Promise<void> {
  await typeEmail(page, email);
  await fillCompanyForm(page, email, 'Continue');
}

/** With a password that Portico itself knows. */
export async function signInAsStaff(page: Page, email: string): Promise<void> {
  await typeEmail(page, email);
  await page.getByLabel('Password', { exact: true }).fill(passwordOf(email));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.includes('/user/login'));
}

async function typeEmail(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** In there, when the page is already at the company or on its way, and back. */
export async function fillCompanyForm(page: Page, email: string, button: string): Promise<void> {
  const portico = new URL(inject('demoUrl'));
  await page.waitForURL((url) => url.host !== portico.host);
  await page.getByLabel(/e-mail/i).fill(email);
  await page.getByLabel('Password').fill(passwordOf(email));
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL((url) => url.host === portico.host && !url.pathname.startsWith('/sso/'));
}

function passwordOf(email: string): string {
  const password = inject('demoPasswords')[email];
  if (!password) throw new Error(`No password of ${email} was handed to the tests`);
  return password;
}
