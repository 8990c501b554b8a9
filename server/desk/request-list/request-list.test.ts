import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

describe('chosen columns', () => {
  const url = '/rest/portico/1/my-request-columns';
  const chosen = async (who: TestPerson) =>
    (await world.ask<{ columns: string[] | null }>(who, 'GET', url)).body.columns;

  test('are kept per account, in order, until they are forgotten', async () => {
    const { reporter, member } = world.people;
    expect(await chosen(reporter)).toBeNull();
    for (const columns of [
      ['summary', 'status'],
      ['updated', 'summary', 'key'],
    ]) {
      expect((await world.ask(reporter, 'PUT', url, { columns })).status).toBe(204);
      expect(await chosen(reporter)).toEqual(columns);
    }
    expect(await chosen(member)).toBeNull();
    expect((await world.ask(reporter, 'DELETE', url)).status).toBe(204);
    expect(await chosen(reporter)).toBeNull();
  });

  test.each([[['summary', 'secret']], [['key', 'status']], [['summary', 'key', 'key']], [[]]])(
    '%j are refused',
    async (columns) => {
      const answer = await world.ask(world.people.reporter, 'PUT', url, { columns });
      expect(answer.status, answer.text).toBe(400);
    },
  );

  test('are nobody’s who is not signed in', async () => {
    expect((await world.ask(null, 'GET', url)).status).toBe(401);
    const put = await world.ask(null, 'PUT', url, { columns: ['summary'] }, { origin: 'http://localhost' });
    expect([401, 403]).toContain(put.status);
  });

  test('that an older Portico does not know are left out', async () => {
    const { account } = world.people.manager;
    await world.platform.db
      .insertInto('request_list_preference')
      .values({ account_id: account.id, columns: ['summary', 'mood'] })
      .execute();
    expect(await chosen(world.people.manager)).toEqual(['summary']);
  });
});

describe('the order of a list', () => {
  interface PageBody {
    readonly values: readonly {
      issueKey: string;
      _portico: { updatedDate: { iso8601: string }; requestType: { name: string } };
    }[];
  }
  const listed = async (who: TestPerson, query: string) =>
    (await world.ask<PageBody>(who, 'GET', `/rest/servicedeskapi/request?${query}`)).body.values;
  const keys = async (who: TestPerson, query: string) =>
    (await listed(who, query)).map(({ issueKey }) => issueKey);

  test('is by age, change or status, either way, and pages follow it', async () => {
    const { member, agent } = world.people;
    const raised = [];
    for (let hour = 1; hour <= 3; hour++) {
      raised.push(await world.raise({ by: member, at: new Date(Date.now() - (10 - hour) * 3_600_000) }));
    }
    const [first, second, third] = raised.map(({ key }) => key) as [string, string, string];
    const transitions = await world.ask<{ transitions: { id: string; name: string }[] }>(
      agent,
      'GET',
      `/rest/api/3/issue/${second}/transitions`,
    );
    const resolve = transitions.body.transitions.find(({ name }) => name === 'Resolve');
    await world.ask(agent, 'POST', `/rest/api/3/issue/${second}/transitions`, {
      transition: { id: resolve?.id },
    });
    expect(await keys(member, '')).toEqual([third, second, first]);
    expect(await keys(member, 'orderBy=created')).toEqual([first, second, third]);
    expect(await keys(member, 'orderBy=-updated')).toEqual([second, third, first]);
    expect(await keys(member, 'orderBy=updated')).toEqual([first, third, second]);
    expect(await keys(member, 'orderBy=status')).toEqual([third, first, second]);
    expect(await keys(member, 'orderBy=-status')).toEqual([second, third, first]);
    expect(await keys(member, 'orderBy=-status&limit=1&start=1')).toEqual([third]);
    // what is found along two ways is there once
    expect(
      await keys(member, 'orderBy=status&requestOwnership=OWNED_REQUESTS&requestOwnership=ALL_REQUESTS'),
    ).toEqual([third, first, second]);
    expect((await world.ask(member, 'GET', '/rest/servicedeskapi/request?orderBy=summary')).status).toBe(400);
  });

  test('comes with what is shown: the kind of request, and when it was changed last', async () => {
    const [shown] = await listed(world.people.member, 'limit=1');
    expect(shown?._portico.requestType.name).toBe('Report a problem');
    expect(Date.parse(shown?._portico.updatedDate.iso8601 ?? '')).toBeGreaterThan(0);
  });
});

describe('what lists can be narrowed to', () => {
  const sources = (who: TestPerson) =>
    world.ask<{ organizations: { name: string }[]; participates: boolean; approves: boolean }>(
      who,
      'GET',
      '/rest/portico/1/my-request-sources',
    );

  test('is what shows somebody requests of others', async () => {
    const { platform, people, acme, raise, person } = world;
    const nothing = { organizations: [], participates: false, approves: false };
    expect((await sources(await person())).body).toEqual(nothing);
    const acmeAlone = { organizations: [{ id: acme.id, name: 'Acme' }] };
    expect((await sources(people.manager)).body).toEqual({ ...nothing, ...acmeAlone });
    expect((await sources(people.member)).body).toEqual(nothing);
    const { id } = await raise();
    await platform.db
      .insertInto('request_participant')
      .values({ request_id: id, account_id: people.member.account.id })
      .execute();
    await platform.db
      .insertInto('request_share')
      .values({ request_id: id, organization_id: acme.id, request_created_at: new Date() })
      .execute();
    expect((await sources(people.member)).body).toEqual({
      ...acmeAlone,
      participates: true,
      approves: false,
    });
    expect((await sources(people.otherManager)).body.organizations.map(({ name }) => name)).toEqual([
      'Globex',
    ]);
    expect((await world.ask(null, 'GET', '/rest/portico/1/my-request-sources')).status).toBe(401);
  });
});

describe('a search', () => {
  interface Found {
    readonly values: readonly { summary?: string; name?: string }[];
  }
  const found = async (route: string, words: string) =>
    (
      await world.ask<Found>(
        world.people.customerOfB,
        'GET',
        `/rest/servicedeskapi/${route}${encodeURIComponent(words)}`,
      )
    ).body.values.map(({ summary, name }) => summary ?? name);

  test('finds requests whose summary has all the words, in any order, and nothing of others', async () => {
    const { raise, people } = world;
    await raise({ by: people.reporter, summary: 'The printer in Oslo is on fire' });
    for (const summary of ['The printer in Rome is on fire', 'Printer paper']) {
      await world.platform.db
        .updateTable('request')
        .set({ summary })
        .where('id', '=', (await raise({ by: people.member })).id)
        .execute();
    }
    await world.platform.db
      .updateTable('request')
      .set({ reporter_id: people.customerOfB.account.id, organization_id: null })
      .where('summary', 'in', ['The printer in Rome is on fire', 'Printer paper'])
      .execute();
    expect(await found('request?searchTerm=', 'FIRE  printer')).toEqual(['The printer in Rome is on fire']);
    expect(await found('request?searchTerm=', 'printer')).toHaveLength(2);
    expect(await found('request?searchTerm=', 'PRINTING papers')).toEqual(['Printer paper']);
    expect(await found('request?searchTerm=', 'oslo')).toEqual([]);
    expect(await found('request?searchTerm=', '%')).toEqual([]);
  });

  test('finds kinds of request whose name and description have all the words', async () => {
    expect(await found('requesttype?searchQuery=', 'system access')).toEqual(['Request access']);
    expect(await found('requesttype?searchQuery=', 'system bicycle')).toEqual([]);
  });
});
