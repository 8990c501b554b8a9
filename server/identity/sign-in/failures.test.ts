import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { Provider } from '../providers/store.ts';
import { createTestIdp, type TestIdp } from '../saml/testing-idp.ts';
import { addSamlProvider, signInThroughSaml } from '../testing-sign-in.ts';
import { findTrace } from '../traces/store.ts';

let portico: TestApp;
let acme: TestIdp;
let provider: Provider;
let admin: { readonly cookie: string; readonly origin: string };

beforeAll(async () => {
  portico = await createTestApp();
  acme = await createTestIdp('https://idp.acme.example/metadata');
  provider = await addSamlProvider(portico, acme);
  admin = await portico.signIn(await portico.createAccount({ isAdministrator: true }));
});

beforeEach(async () => {
  await portico.platform.db.deleteFrom('sign_in_trace').execute();
});

afterAll(() => portico?.close());

/** Runs a sign-in while a table takes no new rows, as when a disk is full. */
async function signInWithout(table: 'session' | 'sign_in_attempt' | 'audit_event') {
  const { db } = portico.platform;
  await sql`alter table ${sql.table(table)} add constraint refuses check (false) not valid`.execute(db);
  try {
    return table === 'sign_in_attempt'
      ? await portico.app
          .inject({ url: `/sso/saml/${provider.id}/login?destination=/servicedesk/customer/portal/1` })
          .then(({ headers }) => ({ location: String(headers.location), cookie: '' }))
      : await signInThroughSaml(portico, acme, provider);
  } finally {
    await sql`alter table ${sql.table(table)} drop constraint refuses`.execute(db);
  }
}

describe('an error of our own in a sign-in', () => {
  it('ends on the friendly page with a reference, under which the log says whose fault it was', async () => {
    const { location, cookie } = await signInWithout('session');
    const url = new URL(location, 'http://x');
    expect(url.pathname).toBe('/servicedesk/customer/user/login');
    expect(url.searchParams.get('error')).toBe('internal_error');
    expect(cookie).not.toContain('portico_session');
    const reference = url.searchParams.get('reference') ?? '';
    const shown = await portico.app.inject({
      url: `/rest/portico/1/identity-provider/${provider.id}/sign-in-log/${reference}`,
      headers: admin,
    });
    const { entry } = shown.json();
    expect(entry).toMatchObject({
      outcome: 'refused',
      code: 'internal_error',
      email: 'alice@acme.example',
      explanation: { problem: `Something went wrong in Portico, reference ${reference}.` },
    });
    expect(entry.explanation.fix).toContain('server’s log');
    // What the database said is for that log alone.
    expect(JSON.stringify(entry)).not.toMatch(/constraint|relation|refuses/);
  });

  it('leads back to where the person wanted to go', async () => {
    const { location } = await signInWithout('sign_in_attempt');
    const { searchParams } = new URL(location, 'http://x');
    expect(searchParams.get('error')).toBe('internal_error');
    expect(searchParams.get('destination')).toBe('/servicedesk/customer/portal/1');
    expect(
      await findTrace(portico.platform.db, provider.id, searchParams.get('reference') ?? ''),
    ).toMatchObject({ code: 'internal_error' });
  });

  it('ends there also when it cannot even be recorded', async () => {
    const { location, cookie } = await signInWithout('audit_event');
    expect(location).toContain('error=internal_error');
    expect(cookie).not.toContain('portico_session');
  });

  it('lets the next one through', async () => {
    const { cookie } = await signInThroughSaml(portico, acme, provider);
    expect(cookie).toContain('portico_session');
  });
});
