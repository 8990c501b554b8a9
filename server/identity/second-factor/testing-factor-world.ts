import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { readMails } from '../../platform/mail/testing-mail.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { AccountSummary } from '../accounts/store.ts';
import type { Provider } from '../providers/store.ts';
import { createTestIdp, type TestIdp } from '../saml/testing-idp.ts';
import { addSamlProvider } from '../testing-sign-in.ts';

export let portico: TestApp;
/** another process on the same data */
export let other: TestApp;
export let idp: TestIdp;
export let acme: Provider;
export let alice: AccountSummary;
export let olivia: AccountSummary;

export const password = 'a long and quiet evening';

/** Makes two processes on one database for a test file, and before each test Alice, a customer, and Olivia, an administrator. */
export function inFactorWorld(): void {
  beforeAll(async () => {
    portico = await createTestApp();
    other = await createTestApp({
      database: portico.database,
      config: { sealingKeys: portico.platform.config.sealingKeys },
    });
    idp = await createTestIdp('https://idp.acme.example/metadata');
    acme = await addSamlProvider(portico, idp);
  });

  afterAll(async () => {
    await other.close();
    await portico.close();
  });

  beforeEach(async () => {
    const { db } = portico.platform;
    for (const table of [
      'factor_policy',
      'factor_settings',
      'identity',
      'mail_message',
      'throttle',
      'organization_member',
      'organization',
      'account',
    ] as const) {
      await db.deleteFrom(table).execute();
    }
    await db.updateTable('identity_provider').set({ trusts_factor: false }).execute();
    alice = await portico.createAccount({ email: 'alice@acme.example', displayName: 'Alice', password });
    olivia = await portico.createAccount({
      email: 'olivia@desk.example',
      displayName: 'Olivia',
      password: 'the other long evening',
      isAdministrator: true,
    });
  });
}

export type Headers = Record<string, string>;

export function call(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  headers: Headers,
  payload?: object,
  on = portico,
) {
  return on.app.inject({
    method,
    url: `/rest/portico/1/${path}`,
    headers: { origin: portico.platform.config.url.origin, ...headers },
    ...(payload && { payload }),
  });
}

export function signIn(email = 'alice@acme.example', secret = password, headers: Headers = {}) {
  return call('POST', 'sign-in/password', headers, { email, password: secret });
}

export async function whoIs(cookie: string): Promise<string | undefined> {
  return (await call('GET', 'session', { cookie })).json().account?.accountId;
}

/** The code that an authenticator app shows, `shift` seconds from now. */
export function codeOf(secret: string, shift = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + shift * 1000 });
}

/** Sets up an app for an account, with the code of the step before the present one. Returns its secret. */
export async function setUpTotp(
  account: AccountSummary,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const headers = await portico.signIn(account);
  const { id, secret } = (await call('POST', 'second-factor/totp', headers, { name: 'Phone' })).json();
  const confirmed = await call('POST', `second-factor/totp/${id}/confirm`, headers, {
    code: codeOf(secret, -30),
  });
  expect(confirmed.statusCode).toBe(200);
  return { secret, recoveryCodes: confirmed.json().recoveryCodes };
}

export function decide(
  scope: string,
  requirement: string | null,
  scopeId: string | null = null,
  graceDays = 0,
) {
  return portico
    .signIn(olivia)
    .then((headers) =>
      call('PUT', 'second-factor-policy', headers, { scope, scopeId, requirement, graceDays }),
    );
}

export async function actions(): Promise<string[]> {
  const rows = await portico.platform.db.selectFrom('audit_event').select('action').orderBy('id').execute();
  return rows.map(({ action }) => action);
}

export async function mailTexts(): Promise<string[]> {
  return (await readMails(portico.platform)).map(({ text }) => text);
}

export async function mailedCode(): Promise<string> {
  const code = /\b\d{6}\b/.exec((await mailTexts())[0] ?? '')?.[0];
  if (!code) throw new Error('no code was mailed');
  return code;
}
