import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { Provider } from '../providers/store.ts';
import { createTestIdp, responseXml, type TestIdp } from '../saml/testing-idp.ts';
import {
  addSamlProvider,
  answerTo,
  expectRefused,
  leaveForSaml,
  postResponse,
  signInThroughSaml,
} from '../testing-sign-in.ts';

let portico: TestApp;
let acme: TestIdp;
let provider: Provider;

beforeAll(async () => {
  portico = await createTestApp();
  acme = await createTestIdp('https://idp.acme.example/metadata');
  provider = await addSamlProvider(portico, acme, { domains: ['acme.example', 'acme-labs.example'] });
});

beforeEach(async () => {
  const { db } = portico.platform;
  await db.deleteFrom('identity').execute();
  await db.deleteFrom('account').execute();
  await setProvider({ creates_accounts: true, admits_staff: false });
});

afterAll(async () => {
  await portico?.close();
});

async function setProvider(columns: { creates_accounts?: boolean; admits_staff?: boolean }): Promise<void> {
  await portico.platform.db
    .updateTable('identity_provider')
    .set(columns)
    .where('id', '=', provider.id)
    .execute();
}

function signIn(nameId: string, email: string, name = 'Alice Archer') {
  return signInThroughSaml(portico, acme, provider, {
    nameId,
    attributes: { mail: email, displayName: name },
  });
}

async function whoIs(cookie: string) {
  const response = await portico.app.inject({ url: '/rest/portico/1/session', headers: { cookie } });
  return response.json().account;
}

async function actions(): Promise<string[]> {
  const rows = await portico.platform.db.selectFrom('audit_event').select('action').orderBy('id').execute();
  return rows.map(({ action }) => action);
}

describe('who a verified person is', () => {
  it('is the account of the identity, and stays it when name and address change at the provider', async () => {
    const first = await whoIs((await signIn('alice-1', 'alice@acme.example')).cookie);
    const later = await whoIs(
      (await signIn('alice-1', 'alice.brewer@acme-labs.example', 'Alice Brewer')).cookie,
    );
    expect(later).toMatchObject({
      accountId: first.accountId,
      emailAddress: 'alice.brewer@acme-labs.example',
      displayName: 'Alice Brewer',
    });
    expect(await actions()).toContain('account.changed');
  });

  it('keeps its old address when another account has the new one', async () => {
    await signIn('alice-1', 'alice@acme.example');
    await portico.createAccount({ email: 'shared@acme.example' });
    const account = await whoIs((await signIn('alice-1', 'shared@acme.example')).cookie);
    expect(account.emailAddress).toBe('alice@acme.example');
  });

  it('is refused with an address outside the provider’s domains, however well the identity is known', async () => {
    await signIn('alice-1', 'alice@acme.example');
    await expectRefused(portico, 'domain_not_owned', () => signIn('alice-1', 'alice@globex.example'));
    await expectRefused(portico, 'domain_not_owned', () => signIn('alice-1', 'alice@sub.acme.example'));
    await expectRefused(portico, 'domain_not_owned', () => signIn('mallory', 'ceo@gmail.com'));
  });

  it('is a customer’s existing account with that address, whose password and sessions then end', async () => {
    const account = await portico.createAccount({
      email: 'alice@acme.example',
      password: 'somebody elses words',
    });
    const { cookie: earlier } = await portico.signIn(account);
    const { cookie } = await signIn('alice-1', 'Alice@ACME.example');
    expect((await whoIs(cookie)).accountId).toBe(account.accountId);
    expect(await whoIs(earlier)).toBeNull();
    const { db } = portico.platform;
    expect(await db.selectFrom('password_credential').selectAll().execute()).toEqual([]);
    expect(await actions()).toContain('account.password-removed');
  });

  it('is nobody’s account that the same provider knows under another subject', async () => {
    await signIn('alice-1', 'alice@acme.example');
    await expectRefused(portico, 'account_exists', () => signIn('alice-2', 'alice@acme.example'));
  });

  it('is refused for a deactivated account, by identity and by address', async () => {
    const { db } = portico.platform;
    await signIn('alice-1', 'alice@acme.example');
    await portico.createAccount({ email: 'carl@acme.example' });
    await db.updateTable('account').set({ is_active: false }).execute();
    await expectRefused(portico, 'account_inactive', () => signIn('alice-1', 'alice@acme.example'));
    await expectRefused(portico, 'account_inactive', () => signIn('carl-1', 'carl@acme.example'));
  });

  it('is refused without an account when the provider creates none', async () => {
    await setProvider({ creates_accounts: false });
    await expectRefused(portico, 'creation_disabled', () => signIn('alice-1', 'alice@acme.example'));
    await portico.createAccount({ email: 'alice@acme.example' });
    expect((await signIn('alice-1', 'alice@acme.example')).location).toBe('/servicedesk/customer/portals');
  });

  it('is one account when the person comes for the first time in many windows at once', async () => {
    const journeys = await Promise.all(Array.from({ length: 6 }, () => leaveForSaml(portico, provider)));
    const attributes = { mail: 'alice@acme.example' };
    const done = await Promise.all(
      journeys.map(async (journey) => {
        const xml = responseXml(acme, answerTo(journey, { attributes }));
        const posted = await postResponse(portico, journey, xml);
        const { headers } = await portico.app.inject({
          url: String(posted.headers.location),
          headers: { cookie: journey.cookie },
        });
        return String(headers.location);
      }),
    );
    expect(done).toEqual(Array.from({ length: 6 }, () => '/servicedesk/customer/portals'));
    const { db } = portico.platform;
    expect(await db.selectFrom('account').select('email').execute()).toEqual([
      { email: 'alice@acme.example' },
    ]);
    expect(await db.selectFrom('identity').select('subject').execute()).toHaveLength(1);
  });
});

describe('staff', () => {
  it('is refused by a provider that may sign in customers only: administrators and agents, linked or not', async () => {
    const admin = await portico.createAccount({ email: 'admin@acme.example', isAdministrator: true });
    await expectRefused(portico, 'staff_not_admitted', () => signIn('admin-1', 'admin@acme.example'));
    await signIn('alice-1', 'alice@acme.example');
    const { db } = portico.platform;
    await db.updateTable('account').set({ is_administrator: true }).where('id', '<>', admin.id).execute();
    await expectRefused(portico, 'staff_not_admitted', () => signIn('alice-1', 'alice@acme.example'));
  });

  it('is signed in by one that may, and keeps the password that works when the provider does not', async () => {
    await setProvider({ admits_staff: true });
    const admin = await portico.createAccount({
      email: 'admin@acme.example',
      isAdministrator: true,
      password: 'in case of emergency',
    });
    const { location, cookie } = await signIn('admin-1', 'admin@acme.example', 'Ada Admin');
    expect(location).toBe('/projects');
    expect(await whoIs(cookie)).toMatchObject({
      accountId: admin.accountId,
      isAdministrator: true,
      isAgent: true,
    });
    const { db } = portico.platform;
    expect(await db.selectFrom('password_credential').select('account_id').execute()).toEqual([
      { account_id: admin.id },
    ]);
  });
});

describe('what a sign-in leaves behind', () => {
  it('is audited: account, identity, sign-in', async () => {
    const before = (await actions()).length;
    await signIn('alice-1', 'alice@acme.example');
    expect((await actions()).slice(before)).toEqual([
      'account.created',
      'identity.linked',
      'sign-in.succeeded',
    ]);
  });

  it('is nothing when a room’s part of it fails', async () => {
    const broken = await createTestApp();
    try {
      const there = await addSamlProvider(broken, acme);
      // A membership cannot be written: the whole sign-in is undone.
      await broken.platform.db
        .insertInto('organization')
        .values({ name: 'Acme' })
        .returning('id')
        .executeTakeFirstOrThrow()
        .then(({ id }) =>
          broken.platform.db
            .insertInto('organization_domain')
            .values({ domain: 'acme.example', organization_id: id })
            .execute(),
        );
      await broken.database.pool.query('alter table organization_member add constraint broken check (false)');
      const journey = await leaveForSaml(broken, there);
      const posted = await postResponse(broken, journey, responseXml(acme, answerTo(journey)));
      const completed = await broken.app.inject({
        url: String(posted.headers.location),
        headers: { cookie: journey.cookie },
      });
      expect(completed.headers.location).toContain('error=internal_error');
      expect(completed.headers['set-cookie']).toBeUndefined();
      const { db } = broken.platform;
      expect(await db.selectFrom('account').selectAll().execute()).toEqual([]);
      expect(await db.selectFrom('session').selectAll().execute()).toEqual([]);
      await broken.database.pool.query('alter table organization_member drop constraint broken');
      const again = await broken.app.inject({
        url: String(posted.headers.location),
        headers: { cookie: journey.cookie },
      });
      expect(again.headers.location).toBe('/servicedesk/customer/portals');
    } finally {
      await broken.close();
    }
  });
});
