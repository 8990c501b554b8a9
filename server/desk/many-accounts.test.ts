import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from './testing.ts';

let world: DeskWorld;
let admin: TestPerson;
const bulk = '/rest/portico/1/account-bulk';

interface Act {
  readonly id: string;
  readonly total: number;
  readonly done: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly isFinished: boolean;
  readonly stopped: string | null;
}

beforeAll(async () => {
  world = await createDeskWorld();
  admin = world.people.administrator;
});
afterAll(() => world?.close());

const begin = (body: object) => world.ask<Act>(admin, 'POST', bulk, body);
const ids = (people: readonly TestPerson[]) => people.map(({ account }) => account.accountId);

async function items(id: string) {
  const url = `${bulk}/${id}/item?outcome=refused`;
  return (await world.ask<{ values: { displayName: string; message: string }[] }>(admin, 'GET', url)).body
    .values;
}

async function found(query: string): Promise<string[]> {
  const url = `/rest/portico/1/account?${query}`;
  const { status, body } = await world.ask<{ values: { displayName: string }[] }>(admin, 'GET', url);
  expect(status).toBe(200);
  return body.values.map(({ displayName }) => displayName);
}

describe('something done to many accounts', () => {
  it('is done to each, recorded for each, and says where nothing was to be done', async () => {
    const people = [await world.person(), await world.person()];
    const [first] = people;
    const off = await begin({ act: 'deactivate', accountIds: ids(people) });
    expect([off.status, off.body]).toMatchObject([200, { total: 2, done: 2, refused: 0, isFinished: true }]);
    expect((await world.ask(first ?? null, 'GET', '/rest/api/3/myself')).status).toBe(401);
    const again = await begin({ act: 'deactivate', accountIds: ids(people) });
    expect(again.body).toMatchObject({ done: 0, unchanged: 2 });
    const on = await begin({ act: 'reactivate', accountIds: ids(people) });
    expect(on.body).toMatchObject({ done: 2 });
    for (const { account } of people) {
      const log = await world.ask<{ values: { actorName: string }[] }>(
        admin,
        'GET',
        `/rest/portico/1/audit?object=account:${account.accountId}&action=account.changed`,
      );
      expect(log.body.values.map(({ actorName }) => actorName)).toEqual(['Ada Admin', 'Ada Admin']);
    }
  });

  it('leaves out oneself and the last administrator, says so, and does the others', async () => {
    const other = await world.person();
    const mine = await begin({ act: 'deactivate', accountIds: ids([admin, other]) });
    expect(mine.body).toMatchObject({ done: 1, refused: 1 });
    expect(await items(mine.body.id)).toMatchObject([
      { displayName: 'Ada Admin', message: 'This is your own account.' },
    ]);
    const groupId = (
      await world.ask<{ groupId: string }>(admin, 'POST', '/rest/portico/1/group', { name: 'Only ones' })
    ).body.groupId;
    const { db } = world.platform;
    const group = await db
      .selectFrom('account_group')
      .select('id')
      .where('group_id', '=', groupId)
      .executeTakeFirstOrThrow();
    await db.insertInto('role_grant').values({ role: 'administrator', group_id: group.id }).execute();
    await db
      .insertInto('account_group_member')
      .values({ group_id: group.id, account_id: admin.account.id })
      .execute();
    await db
      .deleteFrom('role_grant')
      .where('account_id', '=', admin.account.id)
      .where('role', '=', 'administrator')
      .execute();
    const out = await begin({ act: 'remove-from-group', subjectId: groupId, accountIds: ids([admin]) });
    expect(out.body).toMatchObject({ done: 0, refused: 1 });
    expect((await items(out.body.id))[0]?.message).toContain('last active administrator');
    expect((await world.ask(admin, 'GET', '/rest/portico/1/account/count')).status).toBe(200);
  });

  it('fills and empties organizations and groups, which can be searched for', async () => {
    const people = [
      await world.person({ displayName: 'Zoe One' }),
      await world.person({ displayName: 'Zoe Two' }),
    ];
    const made = await world.ask<{ groupId: string }>(admin, 'POST', '/rest/portico/1/group', {
      name: 'Zoes',
    });
    const { groupId } = made.body;
    await begin({ act: 'add-to-group', subjectId: groupId, filter: { query: 'zoe' } });
    expect(await found(`groupId=${groupId}`)).toEqual(['Zoe One', 'Zoe Two']);
    const joined = await begin({
      act: 'add-to-organization',
      subjectId: world.acme.id,
      accountIds: ids(people),
    });
    expect(joined.body).toMatchObject({ done: 2 });
    expect(await found(`organizationId=${world.acme.id}&query=zoe`)).toEqual(['Zoe One', 'Zoe Two']);
    const left = await begin({
      act: 'remove-from-organization',
      subjectId: world.acme.id,
      filter: { query: 'zoe' },
    });
    expect(left.body).toMatchObject({ done: 2 });
    await begin({ act: 'remove-from-group', subjectId: groupId, accountIds: ids(people.slice(0, 1)) });
    expect(await found(`groupId=${groupId}`)).toEqual(['Zoe Two']);
  });

  it('is refused where it is not clear who or what is meant', async () => {
    const accountIds = ids([world.people.member]);
    expect((await begin({ act: 'deactivate' })).status).toBe(400);
    expect((await begin({ act: 'deactivate', accountIds, filter: {} })).status).toBe(400);
    expect((await begin({ act: 'promote', accountIds })).status).toBe(400);
    expect((await begin({ act: 'add-to-group', accountIds })).status).toBe(400);
    expect((await begin({ act: 'add-to-group', subjectId: 'none', accountIds })).status).toBe(404);
    expect((await begin({ act: 'add-to-organization', subjectId: '99', accountIds })).status).toBe(404);
    expect((await begin({ act: 'deactivate', filter: { unheardOf: true } })).status).toBe(400);
  });

  it('beyond a hundred is done by a job, and stops when who began it is no administrator any more', async () => {
    const { db } = world.platform;
    const many = Array.from({ length: 120 }, (_, at) => ({
      email: `many${at}@bulk.example`,
      display_name: `Many ${String(at).padStart(3, '0')}`,
    }));
    await db.insertInto('account').values(many).execute();
    const begun = await begin({ act: 'deactivate', filter: { query: '@bulk.example' } });
    expect([begun.status, begun.body]).toMatchObject([202, { total: 120, isFinished: false }]);
    const other = await world.person({ isAdministrator: true });
    const second = await world.ask<Act>(other, 'POST', bulk, {
      act: 'reactivate',
      filter: { query: '@bulk.example' },
    });
    await db.updateTable('account').set({ is_active: false }).where('id', '=', other.account.id).execute();
    await world.start();
    const ended = async (id: string) => (await world.ask<Act>(admin, 'GET', `${bulk}/${id}`)).body;
    await expect
      .poll(() => ended(begun.body.id), { timeout: 30_000 })
      .toMatchObject({ isFinished: true, done: 120 });
    await expect
      .poll(() => ended(second.body.id), { timeout: 30_000 })
      .toMatchObject({ isFinished: true, done: 0, stopped: expect.stringContaining('not administer') });
  });
});

describe('the table of people', () => {
  it('goes on where it ended, whoever comes in between', async () => {
    for (const name of ['Page A', 'Page B', 'page c', 'Page D']) await world.person({ displayName: name });
    interface Page {
      values: { displayName: string }[];
      nextAfter: string | null;
    }
    const url = '/rest/portico/1/account?query=page&limit=2';
    const first = await world.ask<Page>(admin, 'GET', url);
    await world.person({ displayName: 'Page Aa' });
    const next = await world.ask<Page>(admin, 'GET', `${url}&after=${first.body.nextAfter}`);
    expect(next.body.values.map(({ displayName }) => displayName)).toEqual(['page c', 'Page D']);
    expect(next.body.nextAfter).toBeNull();
    expect((await world.ask(admin, 'GET', `${url}&after=nonsense`)).status).toBe(200);
  });

  it('is filtered by role, state, sign-in, factor and when somebody was last seen', async () => {
    expect(await found('role=administrator&state=active')).toContain('Ada Admin');
    expect(await found('role=agent')).toEqual(['Anna Agent', 'Otto Agent']);
    expect(await found(`serviceDeskId=${world.otherDesk.id}`)).toEqual(['Otto Agent']);
    expect(await found('role=customer&query=anna')).toEqual([]);
    expect(await found('state=locked')).toEqual([]);
    expect(await found('factor=has')).toEqual([]);
    const who = await world.person({ displayName: 'Factor Person', password: 'nine small otters swim' });
    await world.platform.db
      .insertInto('factor_policy')
      .values({ scope: 'account', scope_id: who.account.id, requirement: 'required' })
      .execute();
    expect(await found('factor=required')).toEqual(['Factor Person']);
    expect(await found('signIn=password')).toEqual(['Factor Person']);
    expect(await found('signIn=none&query=factor%20person')).toEqual([]);
    const yesterday = new Date(Date.now() - 86_400_000).toISOString();
    expect(await found(`seenAfter=${yesterday}&query=factor%20person`)).toEqual(['Factor Person']);
    expect(await found(`seenBefore=${yesterday}&query=factor%20person`)).toEqual([]);
    const count = await world.ask(admin, 'GET', '/rest/portico/1/account/count?factor=required');
    expect(count.body).toEqual({ count: 1 });
  });
});
