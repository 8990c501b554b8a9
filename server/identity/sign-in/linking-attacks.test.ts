import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { withdrawDomain } from '../domains/domains.ts';
import { startTestOp } from '../oidc/testing-op.ts';
import { requireProvider } from '../providers/providers.ts';
import type { Provider } from '../providers/store.ts';
import { grantRole, roles } from '../roles/store.ts';
import { createTestIdp, responseXml, type TestIdp } from '../saml/testing-idp.ts';
import {
  addProvider,
  addSamlProvider,
  answerTo,
  comeBack,
  expectRefused,
  finishSaml,
  leaveForOidc,
  leaveForSaml,
  postResponse,
  signInThroughSaml,
} from '../testing-sign-in.ts';

// Who becomes whom: docs/attack-classes.md, L01 to L14, each by a whole sign-in. L02 is beside the reading of claims
// (oidc/person.test.ts), proofs of domains beside them (domains/domains.test.ts).

let portico: TestApp;
let acmeIdp: TestIdp;
let globexIdp: TestIdp;
let openIdp: TestIdp;
let acme: Provider;
let globex: Provider;
/** signs in everybody with a verified address */
let open: Provider;

beforeAll(async () => {
  portico = await createTestApp();
  acmeIdp = await createTestIdp('https://idp.acme.example/metadata');
  globexIdp = await createTestIdp('https://idp.globex.example/metadata');
  openIdp = await createTestIdp('https://open.example/metadata');
});

beforeEach(async () => {
  const { db } = portico.platform;
  for (const table of ['identity', 'account', 'identity_provider', 'organization'] as const) {
    await db.deleteFrom(table).execute();
  }
  acme = await add(acmeIdp, { name: 'Acme', domains: ['acme.example', 'acme-labs.example'] });
  globex = await add(globexIdp, { name: 'Globex', domains: ['globex.example'] });
  open = await add(openIdp, { name: 'Anybody', domains: [], admits: 'all' });
});

afterAll(() => portico?.close());

function add(idp: TestIdp, input: Parameters<typeof addSamlProvider>[2]): Promise<Provider> {
  return addSamlProvider(portico, idp, input);
}

type Attributes = Record<string, string | string[]>;

function signIn(idp: TestIdp, provider: Provider, nameId: string, mail: string, others: Attributes = {}) {
  return signInThroughSaml(portico, idp, provider, { nameId, attributes: { mail, ...others } });
}

async function whoIs({ cookie }: { cookie: string }) {
  const response = await portico.app.inject({ url: '/rest/portico/1/session', headers: { cookie } });
  return response.json().account;
}

async function actions(): Promise<string[]> {
  const rows = await portico.platform.db.selectFrom('audit_event').select('action').orderBy('id').execute();
  return rows.map(({ action }) => action);
}

async function memberships(): Promise<string[]> {
  const rows = await portico.platform.db
    .selectFrom('organization_member')
    .innerJoin('organization', 'organization.id', 'organization_member.organization_id')
    .select(['organization.name', 'organization_member.origin'])
    .orderBy('organization.name')
    .execute();
  return rows.map(({ name, origin }) => `${name} ${origin}`);
}

async function addOrganization(name: string, domain: string): Promise<string> {
  const { db } = portico.platform;
  const { id } = await db
    .insertInto('organization')
    .values({ name })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('organization_domain').values({ domain, organization_id: id }).execute();
  return id;
}

async function deskId(): Promise<string> {
  const { db } = portico.platform;
  const project = await db
    .insertInto('project')
    .values({ key: `K${Date.now().toString(36).toUpperCase()}`, name: 'Support' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const desk = await db
    .insertInto('service_desk')
    .values({ project_id: project.id, portal_name: 'Support' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return desk.id;
}

async function change(provider: Provider, columns: { admits?: string; allowed_groups?: string[] }) {
  await portico.platform.db
    .updateTable('identity_provider')
    .set(columns)
    .where('id', '=', provider.id)
    .execute();
}

describe('an address that is not the provider’s', () => {
  it('L01: takes over no account of another company, whose address a foreign directory simply writes', async () => {
    await signIn(acmeIdp, acme, 'alice', 'alice@acme.example');
    for (const [idp, provider] of [
      [globexIdp, globex],
      [openIdp, open],
    ] as const) {
      await expectRefused(portico, 'domain_not_owned', () =>
        signIn(idp, provider, 'mallory', 'alice@acme.example'),
      );
    }
  });

  it('L01: takes over no account when a provider that admits everybody names the address of an account', async () => {
    await portico.createAccount({ email: 'paul@small.example' });
    for (const email of ['paul@small.example', 'PAUL@Small.example']) {
      await expectRefused(portico, 'account_exists', () => signIn(openIdp, open, 'm', email), true);
    }
  });

  it('L01: is refused by the domain that is claimed but not verified, and the reason says so', async () => {
    const unproved = await requireProvider(portico.platform.db, globex.id);
    const [claim] = unproved.claims;
    if (!claim) throw new Error('no claim');
    const actor = { accountId: null, name: 'Test', address: null };
    await withdrawDomain(portico.platform.db, unproved, claim, actor);
    const { detail } = await expectRefused(portico, 'domain_not_owned', () =>
      signIn(globexIdp, globex, 'g', 'gina@globex.example'),
    );
    expect(detail).toContain('not yet verified');
  });

  it('L03: is refused when it is staff’s, in whatever way the provider admits', async () => {
    await portico.createAccount({ email: 'ada@northwind.example', isAdministrator: true });
    await portico.createAccount({ email: 'ada@acme.example', isAdministrator: true });
    await expectRefused(portico, 'domain_not_owned', () =>
      signIn(acmeIdp, acme, 'm', 'ada@northwind.example'),
    );
    await expectRefused(portico, 'staff_not_admitted', () => signIn(acmeIdp, acme, 'm', 'ada@acme.example'));
    const { location } = await signIn(openIdp, open, 'm', 'ada@northwind.example');
    expect(location).toMatch(/error=(account_exists|staff_not_admitted)/);
  });

  it('L03: is not reached by a known identity once its account is another company’s', async () => {
    await signIn(acmeIdp, acme, 'alice', 'alice@acme.example');
    await portico.platform.db.updateTable('account').set({ email: 'alice@globex.example' }).execute();
    await expectRefused(portico, 'domain_not_owned', () =>
      signIn(acmeIdp, acme, 'alice', 'alice@acme.example'),
    );
  });

  it('L04: is another one in a sub-domain, a longer domain, or one that looks the same', async () => {
    for (const mail of [
      'a@sub.acme.example',
      'a@acme.example.evil.example',
      'a@notacme.example',
      // a Cyrillic а
      'a@аcme.example',
    ]) {
      await expectRefused(portico, 'domain_not_owned', () => signIn(acmeIdp, acme, 'a', mail));
    }
    const { cookie } = await signIn(acmeIdp, acme, 'a', 'a@ACME.example.');
    expect((await whoIs({ cookie })).emailAddress).toBe('a@acme.example');
  });

  it('L05: is refused from the moment the domain is withdrawn or removed', async () => {
    await signIn(acmeIdp, acme, 'alice', 'alice@acme.example');
    const { db } = portico.platform;
    await db.deleteFrom('identity_provider_domain').where('domain', '=', 'acme.example').execute();
    await expectRefused(portico, 'domain_not_owned', () =>
      signIn(acmeIdp, acme, 'alice', 'alice@acme.example'),
    );
  });
});

describe('a sign-in under way', () => {
  it('L06: links for the browser alone that proved the account, whoever else is under way', async () => {
    const [alice, mallory] = [await leaveForSaml(portico, acme), await leaveForSaml(portico, acme)];
    const attributes = { mail: 'alice@acme.example' };
    const xml = responseXml(acmeIdp, answerTo(alice, { nameId: 'alice', attributes }));
    await expectRefused(portico, 'attempt_unknown', () => finishSaml(portico, alice, xml, mallory.cookie));
  });

  it('L07: hands over to a session once', async () => {
    const journey = await leaveForSaml(portico, acme);
    const attributes = { mail: 'alice@acme.example' };
    const posted = await postResponse(
      portico,
      journey,
      responseXml(acmeIdp, answerTo(journey, { attributes })),
    );
    const url = String(posted.headers.location);
    const { cookie } = journey;
    expect((await portico.app.inject({ url, headers: { cookie } })).headers['set-cookie']).toBeDefined();
    await expectRefused(portico, 'attempt_unknown', async () => {
      const again = await portico.app.inject({ url, headers: { cookie } });
      return { location: String(again.headers.location), cookie: String(again.headers['set-cookie'] ?? '') };
    });
  });
});

describe('an account', () => {
  it('L08: that somebody else registered first is its owner’s alone after the first proved sign-in', async () => {
    const account = await portico.createAccount({
      email: 'alice@acme.example',
      password: 'the words of somebody else',
    });
    const earlier = await portico.signIn(account);
    const { cookie } = await signIn(acmeIdp, acme, 'alice', 'alice@acme.example');
    expect((await whoIs({ cookie })).accountId).toBe(account.accountId);
    expect(await whoIs(earlier)).toBeNull();
    const { db } = portico.platform;
    expect(await db.selectFrom('password_credential').selectAll().execute()).toEqual([]);
  });

  it('L08: that was made through an open provider loses that way in when the company proves its domain', async () => {
    const squatted = await signIn(openIdp, open, 'squatter', 'ned@new.example');
    expect((await whoIs(squatted)).emailAddress).toBe('ned@new.example');
    const idp = await createTestIdp('https://idp.new.example/metadata');
    const provider = await add(idp, { name: 'New', domains: ['new.example'] });
    const { cookie } = await signIn(idp, provider, 'ned', 'ned@new.example');
    expect((await whoIs({ cookie })).emailAddress).toBe('ned@new.example');
    expect(await whoIs(squatted)).toBeNull();
    const { db } = portico.platform;
    const identities = await db.selectFrom('identity').select('subject').execute();
    expect(identities).toEqual([{ subject: 'ned' }]);
    expect(await actions()).toContain('identity.removed');
    await expectRefused(portico, 'domain_not_owned', () =>
      signIn(openIdp, open, 'squatter', 'ned@new.example'),
    );
  });

  it('L09: is not reached by a provider that takes another’s name, or its subjects', async () => {
    const before = await signIn(acmeIdp, acme, 'alice', 'alice@acme.example');
    const idp = await createTestIdp('https://idp.evil.example/metadata');
    const evil = await add(idp, { name: 'Acme', domains: ['evil.example'] });
    await expectRefused(portico, 'domain_not_owned', () => signIn(idp, evil, 'alice', 'alice@acme.example'));
    const other = await signIn(idp, evil, 'alice', 'alice@evil.example');
    expect((await whoIs(other)).accountId).not.toBe((await whoIs(before)).accountId);
    await expect(add(acmeIdp, { name: 'Acme again', domains: ['again.example'] })).rejects.toMatchObject({
      statusCode: 409,
    });
  });

  describe('L10: gets no rights of staff from groups, roles or attributes, whatever they are called', () => {
    const ours = ['Second line', 'Site administrators'];
    let desk: string;

    beforeEach(async () => {
      const { db } = portico.platform;
      const [workers, administrators] = await db
        .insertInto('account_group')
        .values(ours.map((name) => ({ name })))
        .returning(['id', 'group_id as groupId'])
        .execute();
      desk = await deskId();
      for (const [group, role, deskId] of [
        [workers, 'agent', desk],
        [workers, 'desk-administrator', desk],
        [administrators, 'administrator', null],
      ] as const) {
        await grantRole(db, { role, deskId, holder: { groupId: group?.id ?? '' } }, null);
      }
      wishes = [...roles, ...ours, ...[workers, administrators].map((group) => group?.groupId ?? '')];
    });
    afterEach(() => portico.platform.db.deleteFrom('account_group').execute());

    // what Portico itself, and others, call those who may more
    const others = ['administrators', 'site-admins', 'jira-administrators', 'agents', 'staff'];
    let wishes: string[];

    async function expectNothing({ cookie, location }: { cookie: string; location: string }) {
      const { db } = portico.platform;
      expect(location).toBe('/servicedesk/customer/portals');
      expect(await whoIs({ cookie })).toMatchObject({ isAdministrator: false, isAgent: false });
      for (const path of [
        'portico/1/identity-provider',
        'api/3/group/bulk',
        `portico/1/portal/${desk}/sign-in`,
      ]) {
        const denied = await portico.app.inject({ url: `/rest/${path}`, headers: { cookie } });
        expect([path, denied.statusCode]).toEqual([path, 403]);
      }
      for (const table of ['account_group_member', 'service_desk_agent'] as const) {
        expect(await db.selectFrom(table).select('account_id').execute()).toEqual([]);
      }
      expect(
        await db.selectFrom('role_grant').select('id').where('account_id', 'is not', null).execute(),
      ).toEqual([]);
    }

    const claims = () => ({
      groups: [...others, ...wishes],
      role: 'admin',
      roles: [...wishes],
      isAdministrator: 'true',
      is_administrator: 'true',
    });

    it('of a SAML provider, also where its groups decide who gets in', async () => {
      const alice = () => signIn(acmeIdp, acme, 'alice', 'alice@acme.example', claims());
      await expectNothing(await alice());
      await change(acme, { admits: 'groups', allowed_groups: ['Site administrators', 'administrators'] });
      await expectNothing(await alice());
    });

    it('of an OpenID provider', async () => {
      const op = await startTestOp();
      const { issuer, clientId, clientSecret } = op;
      const provider = await addProvider(portico, {
        protocol: 'oidc',
        name: 'Initech',
        domains: ['initech.example'],
        oidc: { issuer, clientId, clientSecret },
      });
      op.open(`http://localhost:8080/sso/oidc/${provider.id}/callback`);
      op.people.set('peter', { sub: 'peter', email: 'peter@initech.example', name: 'Peter', ...claims() });
      const journey = await leaveForOidc(portico, provider);
      const back = await op.authorize(journey.target, 'peter');
      const { cookie, location } = await comeBack(portico, back, journey.cookie);
      await expectNothing({ cookie, location });
      await op.close();
    });
  });

  it('L11: joins no organization through a provider that is not authoritative for its domain', async () => {
    await addOrganization('Small', 'small.example');
    await signIn(openIdp, open, 'sam', 'sam@small.example');
    expect(await memberships()).toEqual([]);
  });

  it('L13: keeps memberships that no rule gave when its domain’s rule is gone', async () => {
    const { db } = portico.platform;
    const byDomain = await addOrganization('Acme', 'acme.example');
    const byHand = await addOrganization('Club', 'club.example');
    await signIn(acmeIdp, acme, 'alice', 'alice@acme.example');
    const { id } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow();
    await db
      .insertInto('organization_member')
      .values({ organization_id: byHand, account_id: id, origin: 'manual' })
      .execute();
    expect(await memberships()).toEqual(['Acme domain', 'Club manual']);
    await db.deleteFrom('organization_domain').where('organization_id', '=', byDomain).execute();
    await signIn(acmeIdp, acme, 'alice', 'alice@acme.example');
    expect(await memberships()).toEqual(['Club manual']);
  });

  it('L14: stays the same person’s when the address changes at the provider', async () => {
    const first = await whoIs(await signIn(acmeIdp, acme, 'alice', 'alice@acme.example'));
    const later = await whoIs(await signIn(acmeIdp, acme, 'alice', 'a.brewer@acme-labs.example'));
    expect(later).toMatchObject({
      accountId: first.accountId,
      emailAddress: 'a.brewer@acme-labs.example',
    });
  });
});

describe('groups', () => {
  const overage = {
    'http://schemas.microsoft.com/claims/groups.link': 'https://graph.windows.net/x/users/y/getMemberObjects',
  };

  beforeEach(() => change(acme, { admits: 'groups', allowed_groups: ['support', 'ops'] }));

  it('lets in members of one of them, named exactly, and refuses everybody else', async () => {
    const { cookie } = await signIn(acmeIdp, acme, 'a', 'a@acme.example', { groups: ['x', 'ops'] });
    expect((await whoIs({ cookie })).emailAddress).toBe('a@acme.example');
    for (const groups of [['Support'], ['support-all'], ['x'], []]) {
      await expectRefused(portico, 'group_not_allowed', () =>
        signIn(acmeIdp, acme, 'b', 'b@acme.example', { groups }),
      );
    }
    await expectRefused(portico, 'domain_not_owned', () =>
      signIn(acmeIdp, acme, 'c', 'c@globex.example', { groups: ['ops'] }),
    );
  });

  it('L12: that were left out are not read as none: the refusal says so, and nobody loses a membership', async () => {
    await addOrganization('Acme', 'acme.example');
    await signIn(acmeIdp, acme, 'a', 'a@acme.example', { groups: ['ops'] });
    await expectRefused(portico, 'groups_incomplete', () =>
      signIn(acmeIdp, acme, 'a', 'a@acme.example', overage),
    );
    expect(await memberships()).toEqual(['Acme domain']);
    await change(acme, { admits: 'domains' });
    await signIn(acmeIdp, acme, 'a', 'a@acme.example', overage);
    await signIn(acmeIdp, acme, 'a', 'a@acme.example', overage);
    expect(await memberships()).toEqual(['Acme domain']);
    const alerts = (await actions()).filter((action) => action === 'sign-in.groups-incomplete');
    expect(alerts).toHaveLength(1);
  });
});
