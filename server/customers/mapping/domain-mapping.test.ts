import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { AccountSummary } from '../../identity/index.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import { addMember, createOrganization, type Organization, replaceDomains } from '../organizations/store.ts';
import { mapByDomain } from './domain-mapping.ts';

let portico: TestApp;
let alice: AccountSummary;
let acme: Organization;
let globex: Organization;

beforeAll(async () => {
  portico = await createTestApp();
});

beforeEach(async () => {
  const { db } = portico.platform;
  await db.deleteFrom('organization').execute();
  alice = await portico.createAccount();
  acme = await createOrganization(db, { name: 'Acme', domains: ['acme.example'] });
  globex = await createOrganization(db, { name: 'Globex', domains: ['globex.example'] });
});

afterAll(async () => {
  await portico?.close();
});

/** Alice signs in through a provider with this address. */
async function signIn(
  email: string,
  domains: readonly string[] = ['acme.example', 'acme-labs.example', 'globex.example'],
  emailVerified = true,
): Promise<string[]> {
  const { db } = portico.platform;
  const before = await db.selectFrom('audit_event').select('id').execute();
  await db.transaction().execute((trx) =>
    mapByDomain(trx, {
      account: alice,
      isNew: false,
      provider: { id: '1', name: 'Acme login', domains },
      assertion: {
        subject: 'a',
        email,
        emailVerified,
        displayName: null,
        groups: [],
        groupsAreComplete: true,
        raw: {},
      },
      address: '192.0.2.7',
    }),
  );
  const after = await db
    .selectFrom('audit_event')
    .select(['id', 'action', 'object_name'])
    .orderBy('id')
    .execute();
  return after.slice(before.length).map(({ action, object_name }) => `${action} ${object_name}`);
}

async function memberships() {
  const rows = await portico.platform.db
    .selectFrom('organization_member')
    .innerJoin('organization', 'organization.id', 'organization_member.organization_id')
    .select(['organization.name', 'role', 'origin', 'origin_rule'])
    .where('account_id', '=', alice.id)
    .orderBy('organization.name')
    .execute();
  return rows.map(({ name, role, origin, origin_rule }) => [name, role, origin, origin_rule].join(' '));
}

it('makes people members of the organization that has their domain, once', async () => {
  expect(await signIn('alice@acme.example')).toEqual(['organization.member-added Acme']);
  expect(await memberships()).toEqual(['Acme member domain acme.example']);
  expect(await signIn('alice@acme.example')).toEqual([]);
});

it('leaves people of other domains alone, also of domains that end the same', async () => {
  for (const email of ['alice@elsewhere.example', 'alice@sub.acme.example', 'alice@notacme.example']) {
    expect(await signIn(email)).toEqual([]);
  }
  expect(await memberships()).toEqual([]);
});

it('moves people with their domain, and audits both ends', async () => {
  await signIn('alice@acme.example');
  const { db } = portico.platform;
  await replaceDomains(db, acme.id, []);
  await replaceDomains(db, globex.id, ['globex.example', 'acme.example']);
  expect(await signIn('alice@acme.example')).toEqual([
    'organization.member-removed Acme',
    'organization.member-added Globex',
  ]);
  expect(await memberships()).toEqual(['Globex member domain acme.example']);
});

it('moves people whose address moves to another domain', async () => {
  await signIn('alice@acme.example');
  await signIn('alice@globex.example');
  expect(await memberships()).toEqual(['Globex member domain globex.example']);
});

it('ends memberships whose domain nobody has any more', async () => {
  await signIn('alice@acme.example');
  await replaceDomains(portico.platform.db, acme.id, []);
  expect(await signIn('alice@acme.example')).toEqual(['organization.member-removed Acme']);
  expect(await memberships()).toEqual([]);
});

it('never touches memberships given by hand', async () => {
  const { db } = portico.platform;
  await addMember(db, { organizationId: globex.id, accountId: alice.id, origin: 'manual', role: 'manager' });
  await addMember(db, { organizationId: acme.id, accountId: alice.id, origin: 'manual' });
  await signIn('alice@acme.example');
  await replaceDomains(db, acme.id, []);
  await signIn('alice@elsewhere.example');
  expect(await memberships()).toEqual(['Acme member manual ', 'Globex manager manual ']);
});

it('keeps the role when another domain of the same organization gives the membership', async () => {
  const { db } = portico.platform;
  await signIn('alice@acme.example');
  await db.updateTable('organization_member').set({ role: 'manager' }).execute();
  await replaceDomains(db, acme.id, ['acme.example', 'acme-labs.example']);
  expect(await signIn('alice@acme-labs.example')).toEqual([]);
  expect(await memberships()).toEqual(['Acme manager domain acme-labs.example']);
});

it('L11: joins nobody to an organization through a provider that is not authoritative, or by an unverified address', async () => {
  expect(await signIn('alice@acme.example', [])).toEqual([]);
  expect(await signIn('alice@acme.example', ['globex.example'])).toEqual([]);
  expect(await signIn('alice@acme.example', ['acme.example'], false)).toEqual([]);
  expect(await memberships()).toEqual([]);
});

it('L13: ends what the domain gave when the provider has lost it, and nothing else', async () => {
  const { db } = portico.platform;
  await addMember(db, { organizationId: globex.id, accountId: alice.id, origin: 'manual' });
  await signIn('alice@acme.example');
  expect(await signIn('alice@acme.example', ['globex.example'])).toEqual([
    'organization.member-removed Acme',
  ]);
  expect(await memberships()).toEqual(['Globex member manual ']);
});
