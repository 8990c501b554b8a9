import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantRole, startSession } from '../identity/index.ts';
import { createTestApp } from '../testing.ts';
import { createDeskWorld, type DeskWorld, type TestPerson } from './testing.ts';

let world: DeskWorld;
let admin: TestPerson;
const grants = '/rest/portico/1/role-grant';
const groups = '/rest/portico/1/group';

interface Grant {
  readonly id: string;
  readonly role: string;
}
interface Rights {
  readonly values: {
    readonly right: string;
    readonly place: { readonly id: string } | null;
    readonly reasons: {
      readonly kind: string;
      readonly grantId: string | null;
      through: { name: string } | null;
    }[];
  }[];
}

beforeAll(async () => {
  world = await createDeskWorld();
  admin = world.people.administrator;
});
afterAll(() => world?.close());

async function makeGroup(name: string, members: readonly TestPerson[] = []): Promise<string> {
  const made = await world.ask<{ groupId: string }>(admin, 'POST', groups, { name });
  expect(made.status).toBe(201);
  const { groupId } = made.body;
  if (members.length > 0) {
    const accountIds = members.map(({ account }) => account.accountId);
    const added = await world.ask(admin, 'POST', `${groups}/${groupId}/member`, { accountIds });
    expect(added.status).toBe(204);
  }
  return groupId;
}

async function grant(body: object, by = admin): Promise<Grant> {
  const made = await world.ask<Grant>(by, 'POST', grants, body);
  expect(made.status).toBe(201);
  return made.body;
}

async function rightsOf({ account }: TestPerson): Promise<Rights['values']> {
  const url = `/rest/portico/1/account/${account.accountId}/rights`;
  return (await world.ask<Rights>(admin, 'GET', url)).body.values;
}

async function factsOf({ account }: TestPerson) {
  const { db } = world.platform;
  const { is_administrator: isAdministrator } = await db
    .selectFrom('account')
    .select('is_administrator')
    .where('id', '=', account.id)
    .executeTakeFirstOrThrow();
  const desks = await db
    .selectFrom('service_desk_agent')
    .select(['service_desk_id as desk', 'is_administrator as administers'])
    .where('account_id', '=', account.id)
    .execute();
  return { isAdministrator, desks };
}

/** Signs in anew: whoever gains or loses the administration of the site is signed out. */
async function again({ account }: TestPerson): Promise<TestPerson> {
  const { cookie } = await startSession(world.platform.db, {
    accountId: account.id,
    address: null,
    userAgent: null,
    config: world.platform.config,
  });
  return { account, headers: { ...admin.headers, cookie: cookie.split(';', 1)[0] ?? '' } };
}

describe('a role', () => {
  it('is held as long as any grant gives it, and no longer', async () => {
    const who = await world.person();
    const groupId = await makeGroup('Two ways', [who]);
    const { accountId } = who.account;
    const serviceDeskId = world.desk.id;
    const direct = await grant({ role: 'agent', serviceDeskId, accountId });
    const shared = await grant({ role: 'desk-administrator', serviceDeskId, groupId });
    expect((await factsOf(who)).desks).toEqual([{ desk: serviceDeskId, administers: true }]);
    expect((await world.ask(admin, 'DELETE', `${grants}/${shared.id}`)).status).toBe(204);
    expect((await factsOf(who)).desks).toEqual([{ desk: serviceDeskId, administers: false }]);
    expect((await world.ask(admin, 'DELETE', `${grants}/${direct.id}`)).status).toBe(204);
    expect((await factsOf(who)).desks).toEqual([]);
    expect((await world.ask(admin, 'DELETE', `${grants}/${direct.id}`)).status).toBe(404);
  });

  it('of a group comes and goes with membership, and with the group', async () => {
    const [first, second] = [await world.person(), await world.person()];
    const groupId = await makeGroup('Night shift', [first]);
    await grant({ role: 'agent', serviceDeskId: world.desk.id, groupId });
    const member = `${groups}/${groupId}/member`;
    await world.ask(admin, 'POST', member, { accountIds: [second.account.accountId] });
    expect((await factsOf(second)).desks).toHaveLength(1);
    await world.ask(admin, 'DELETE', member, { accountIds: [first.account.accountId] });
    expect((await factsOf(first)).desks).toEqual([]);
    expect((await world.ask(admin, 'DELETE', `${groups}/${groupId}`)).status).toBe(204);
    expect((await factsOf(second)).desks).toEqual([]);
    expect((await world.ask(admin, 'GET', `${groups}/${groupId}`)).status).toBe(404);
    const log = await world.ask<{ values: { before: { members: number; roles: string[] } }[] }>(
      admin,
      'GET',
      '/rest/portico/1/audit?action=group.deleted',
    );
    expect(log.body.values[0]?.before).toMatchObject({ members: 1, roles: ['agent of NORTH'] });
  });

  it('is explained: granted directly, by a group, an organization, a domain, or to everybody', async () => {
    const who = world.people.reporter;
    const groupId = await makeGroup('Helpers of the reporter', [who]);
    await grant({ role: 'customer', serviceDeskId: world.desk.id, groupId });
    const rights = await rightsOf(who);
    const customer = rights.find(({ right, place }) => right === 'customer' && place?.id === world.desk.id);
    expect(customer?.reasons.map(({ kind, through }) => [kind, through?.name])).toEqual([
      ['group', 'Helpers of the reporter'],
      ['organization', 'Acme'],
    ]);
    expect(rights.find(({ right }) => right === 'member')?.reasons[0]?.kind).toBe('hand');
    await world.ask(admin, 'DELETE', `${groups}/${groupId}`);
  });

  it('that a group gives is not taken from one person, and it is said where it comes from', async () => {
    const who = await world.person();
    const groupId = await makeGroup('First level', [who]);
    const serviceDeskId = world.desk.id;
    await grant({ role: 'agent', serviceDeskId, groupId });
    const url = `/rest/portico/1/service-desk/${serviceDeskId}/agent`;
    const refused = await world.ask<{ errorMessages: string[] }>(admin, 'DELETE', url, {
      accountId: who.account.accountId,
    });
    expect(refused.status).toBe(409);
    expect(refused.body.errorMessages[0]).toContain('First level');
    expect((await factsOf(who)).desks).toHaveLength(1);
  });

  it('reaches everybody when members and grants are added at the same time', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => world.person()));
    const groupId = await makeGroup('All at once');
    const member = `${groups}/${groupId}/member`;
    const answers = await Promise.all([
      ...people.map(({ account }) => world.ask(admin, 'POST', member, { accountIds: [account.accountId] })),
      world.ask(admin, 'POST', grants, { role: 'agent', serviceDeskId: world.desk.id, groupId }),
    ]);
    expect(answers.filter(({ status }) => status >= 300)).toEqual([]);
    for (const who of people) expect((await factsOf(who)).desks).toHaveLength(1);
  });

  it('is refused with words when it is not understood or was granted already', async () => {
    const { accountId } = world.people.reporter.account;
    const serviceDeskId = world.desk.id;
    for (const [body, field] of [
      [{ role: 'agent', accountId }, 'serviceDeskId'],
      [{ role: 'agent', serviceDeskId: '999999', accountId }, 'serviceDeskId'],
      [{ role: 'administrator', serviceDeskId, accountId }, 'serviceDeskId'],
      [{ role: 'agent', serviceDeskId }, 'accountId'],
      [{ role: 'agent', serviceDeskId, accountId: 'nobody' }, 'accountId'],
      [{ role: 'agent', serviceDeskId, groupId: 'none' }, 'groupId'],
    ] as const) {
      const refused = await world.ask<{ errors: object }>(admin, 'POST', grants, body);
      expect([refused.status, Object.keys(refused.body.errors)]).toEqual([400, [field]]);
    }
    const who = await world.person();
    const body = { role: 'agent', serviceDeskId, accountId: who.account.accountId };
    await grant(body);
    expect((await world.ask(admin, 'POST', grants, body)).status).toBe(409);
  });
});

describe('an administrator of a desk', () => {
  it('grants and takes roles there, and nowhere else', async () => {
    const who = await world.person();
    await grantRole(
      world.platform.db,
      { role: 'desk-administrator', deskId: world.desk.id, holder: { accountId: who.account.id } },
      null,
    );
    const { accountId } = (await world.person()).account;
    const made = await grant({ role: 'agent', serviceDeskId: world.desk.id, accountId }, who);
    expect((await world.ask(who, 'GET', `${grants}?serviceDeskId=${world.desk.id}`)).status).toBe(200);
    expect((await world.ask(who, 'DELETE', `${grants}/${made.id}`)).status).toBe(204);
    expect((await world.ask(who, 'GET', groups)).status).toBe(200);
    const elsewhere = await grant({ role: 'agent', serviceDeskId: world.otherDesk.id, accountId });
    for (const [method, url, body] of [
      ['POST', grants, { role: 'agent', serviceDeskId: world.otherDesk.id, accountId }],
      ['POST', grants, { role: 'administrator', accountId: who.account.accountId }],
      ['DELETE', `${grants}/${elsewhere.id}`, undefined],
      ['GET', `${grants}?serviceDeskId=${world.otherDesk.id}`, undefined],
      ['GET', grants, undefined],
      ['POST', groups, { name: 'Mine' }],
      ['GET', `/rest/portico/1/account/${accountId}/rights`, undefined],
      ['GET', `/rest/portico/1/portal/${world.otherDesk.id}/sign-in`, undefined],
      ['GET', '/rest/portico/1/account', undefined],
    ] as const) {
      expect((await world.ask(who, method, url, body)).status).toBe(403);
    }
    const signIn = await world.ask(who, 'GET', `/rest/portico/1/portal/${world.desk.id}/sign-in`);
    expect(signIn.status).toBe(200);
  });
});

describe('the administration of the site', () => {
  it('signs out whoever gains or loses it, however that comes', async () => {
    const who = await world.person();
    const groupId = await makeGroup('Board', [who]);
    const myself = '/rest/api/3/myself';
    const held = await grant({ role: 'administrator', groupId });
    expect((await world.ask(who, 'GET', myself)).status).toBe(401);
    const raised = await again(who);
    expect((await world.ask(raised, 'GET', '/rest/portico/1/account')).status).toBe(200);
    await world.ask(admin, 'DELETE', `${grants}/${held.id}`);
    expect((await world.ask(raised, 'GET', myself)).status).toBe(401);
    expect((await factsOf(who)).isAdministrator).toBe(false);
  });

  it('never loses its last administrator, in whatever way, nor when two ways are gone at once', async () => {
    const alone = await createTestApp();
    try {
      const [one, two] = [await alone.createAccount(), await alone.createAccount()];
      const { db } = alone.platform;
      const group = async (name: string, id: string) => {
        const made = await db
          .insertInto('account_group')
          .values({ name })
          .returning(['id', 'group_id'])
          .executeTakeFirstOrThrow();
        await db.insertInto('account_group_member').values({ group_id: made.id, account_id: id }).execute();
        await grantRole(db, { role: 'administrator', deskId: null, holder: { groupId: made.id } }, null);
        return made.group_id;
      };
      const [first, second] = [await group('First', one.id), await group('Second', two.id)];
      const [asOne, asTwo] = [await alone.signIn(one), await alone.signIn(two)];
      const send = (
        method: 'PUT' | 'DELETE',
        url: string,
        headers: Record<string, string>,
        payload?: object,
      ) => alone.app.inject({ method, url: `/rest/portico/1/${url}`, headers, ...(payload && { payload }) });
      const answers = await Promise.all([
        send('DELETE', `group/${second}`, asOne),
        send('DELETE', `group/${first}/member`, asTwo, { accountIds: [one.accountId] }),
      ]);
      // Whoever comes second is refused, is no administrator any more, or signed out before the question is reached.
      const [done = 0, refusal = 0] = answers.map(({ statusCode }) => statusCode).sort();
      expect(done).toBe(204);
      expect([401, 403, 409]).toContain(refusal);
      const left = await db
        .selectFrom('account')
        .select(['id', 'account_id'])
        .where('is_administrator', '=', true)
        .execute();
      expect(left).toHaveLength(1);
      const isOne = left[0]?.id === one.id;
      const last = isOne ? asOne : asTwo;
      const groupId = isOne ? first : second;
      const accountId = left[0]?.account_id ?? '';
      const { id: grantId } = await db
        .selectFrom('role_grant')
        .innerJoin('account_group', 'account_group.id', 'role_grant.group_id')
        .select('role_grant.id')
        .where('account_group.group_id', '=', groupId)
        .executeTakeFirstOrThrow();
      for (const refused of [
        await send('DELETE', `group/${groupId}`, last),
        await send('DELETE', `group/${groupId}/member`, last, { accountIds: [accountId] }),
        await send('DELETE', `role-grant/${grantId}`, last),
        await send('PUT', `account/${accountId}`, last, { isActive: false }),
      ]) {
        expect(refused.statusCode).toBe(409);
        expect(refused.json().errorMessages[0]).toContain('last active administrator');
      }
      const viaAccount = await send('PUT', `account/${accountId}`, last, { isAdministrator: false });
      expect(viaAccount.json().errorMessages[0]).toContain(isOne ? 'First' : 'Second');
    } finally {
      await alone.close();
    }
  });
});

describe('a group', () => {
  it('is changed only as it was seen, and its name is its own', async () => {
    const groupId = await makeGroup('Tier 2');
    await makeGroup('Tier 3');
    const url = `${groups}/${groupId}`;
    expect((await world.ask(admin, 'POST', groups, { name: ' tier 2 ' })).status).toBe(409);
    const renamed = await world.ask(admin, 'PUT', url, { name: 'Tier two', version: 1 });
    expect(renamed.body).toMatchObject({ name: 'Tier two', version: 2 });
    expect((await world.ask(admin, 'PUT', url, { name: 'Late', version: 1 })).status).toBe(409);
    expect((await world.ask(admin, 'PUT', url, { name: 'TIER 3', version: 2 })).status).toBe(409);
    const found = await world.ask<{ values: { name: string; memberCount: number }[] }>(
      admin,
      'GET',
      `${groups}?query=tier%20tw`,
    );
    expect(found.body.values).toMatchObject([{ name: 'Tier two', memberCount: 0, grantCount: 0 }]);
    const unknown = { accountIds: ['nobody'] };
    expect((await world.ask(admin, 'POST', `${url}/member`, unknown)).status).toBe(400);
  });
});
