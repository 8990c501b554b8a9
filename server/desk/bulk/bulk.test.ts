import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';
import { runOperation } from './run.ts';

let world: DeskWorld;
let agent: TestPerson;
beforeAll(async () => {
  world = await createDeskWorld();
  agent = world.people.agent;
});
afterAll(() => world.close());

const bulk = '/rest/portico/1/bulk';

interface Operation {
  readonly id: string;
  readonly about: string[];
  readonly total: number;
  readonly done: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly isFinished: boolean;
  readonly isCancelled: boolean;
  readonly stopped: string | null;
}
interface Item {
  readonly key: string;
  readonly summary: string | null;
  readonly outcome: string | null;
  readonly message: string | null;
}

/** The job, as a worker runs it. */
const run = (id: string) => {
  const { db, jobs } = world.platform;
  return runOperation({ db, jobs, log: pino({ level: 'silent' }) }, id);
};

async function begin(body: object, who: TestPerson = agent) {
  const { status, body: operation, text } = await world.ask<Operation>(who, 'POST', bulk, body);
  expect(status, text).toBe(202);
  return operation;
}

async function look(id: string, who: TestPerson = agent): Promise<Operation> {
  const { status, body } = await world.ask<Operation>(who, 'GET', `${bulk}/${id}`);
  expect(status).toBe(200);
  return body;
}

async function does(body: object, who: TestPerson = agent): Promise<Operation> {
  const { id } = await begin(body, who);
  await run(id);
  return look(id, who);
}

async function items(id: string, query = '', who: TestPerson = agent): Promise<Item[]> {
  const { body } = await world.ask<{ values: Item[] }>(who, 'GET', `${bulk}/${id}/item${query}`);
  return body.values;
}

async function raise(count: number): Promise<string[]> {
  const keys: string[] = [];
  for (let index = 0; index < count; index += 1) {
    keys.push((await world.raise({ summary: `Request ${index}` })).key);
  }
  return keys;
}

/** The id of a transition of the workflow that all requests here go by. */
async function transitionNamed(name: string): Promise<string> {
  const { id } = await world.platform.db
    .selectFrom('workflow_transition')
    .innerJoin('request_type', 'request_type.workflow_id', 'workflow_transition.workflow_id')
    .select('workflow_transition.id')
    .where('request_type.id', '=', world.types.get('Report a problem') ?? '')
    .where('workflow_transition.name', '=', name)
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}

const move = async (keys: readonly string[], name: string) =>
  does({ act: 'transition', issueIdsOrKeys: keys, transitionIds: [await transitionNamed(name)] });

interface Row {
  readonly status: string;
  readonly assignee: string | null;
  readonly version: number;
}

async function rowOf(key: string): Promise<Row> {
  return world.platform.db
    .selectFrom('request')
    .innerJoin('status', 'status.id', 'request.status_id')
    .leftJoin('account', 'account.id', 'request.assignee_id')
    .select(['status.name as status', 'account.display_name as assignee', 'request.version'])
    .where('request.key', '=', key)
    .executeTakeFirstOrThrow();
}

describe('something done to many requests', () => {
  it('is done to each by a job, and says how it went for each', async () => {
    const [first = '', second = ''] = await raise(2);
    const assignee = { accountId: agent.account.accountId };
    await does({ act: 'edit', issueIdsOrKeys: [second], fields: { assignee } });

    const begun = await begin({
      act: 'edit',
      issueIdsOrKeys: [first, second, first.toLowerCase(), 'NORTH-9999'],
      fields: { assignee },
    });
    expect(begun).toMatchObject({ total: 3, done: 0, isFinished: false, about: ['Assignee'] });
    await run(begun.id);

    expect(await look(begun.id)).toMatchObject({ done: 1, unchanged: 1, refused: 1, isFinished: true });
    expect((await rowOf(first)).assignee).toBe('Anna Agent');
    expect(await items(begun.id)).toEqual([
      { key: first, summary: 'Request 0', outcome: 'done', message: null },
      { key: second, summary: 'Request 1', outcome: 'unchanged', message: 'It has these values already.' },
      {
        key: 'NORTH-9999',
        summary: null,
        outcome: 'refused',
        message: 'There is no such request, or you may not see it.',
      },
    ]);
    expect((await items(begun.id, '?outcome=refused')).map(({ key }) => key)).toEqual(['NORTH-9999']);
  });

  it('makes the transition that each request has where it stands, with what is said', async () => {
    const [open = '', waiting = '', resolved = ''] = await raise(3);
    const resolve = await transitionNamed('Resolve');
    await move([waiting], 'Ask the customer');
    await move([resolved], 'Resolve');
    const { body: options } = await world.ask<{
      total: number;
      transitions: { ids: string[]; keys: string[]; to: { name: string } }[];
    }>(agent, 'POST', `${bulk}/options`, { issueIdsOrKeys: [open, waiting, resolved] });
    const offered = options.transitions.find(({ to }) => to.name === 'Resolved');
    expect(options.total).toBe(3);
    expect(offered?.ids).toContain(resolve);
    expect(offered?.keys.toSorted()).toEqual([open, waiting].toSorted());

    const ended = await does({
      act: 'transition',
      issueIdsOrKeys: [open, waiting, resolved],
      transitionIds: offered?.ids,
      comment: { body: 'The network is back.', public: true },
    });
    expect(ended).toMatchObject({ done: 2, unchanged: 1, refused: 0, about: ['Resolve'] });
    expect((await rowOf(waiting)).status).toBe('Resolved');
    const comments = `/rest/servicedeskapi/request/${open}/comment`;
    const { body } = await world.ask<{ values: { body: string }[] }>(world.people.reporter, 'GET', comments);
    expect(body.values.map((comment) => comment.body)).toEqual(['The network is back.']);
  });

  it('is refused to one request in words, without keeping it from the others', async () => {
    const keys = await raise(2);
    const impact = world.fields.get('Impact') ?? '';
    const ended = await does({
      act: 'edit',
      issueIdsOrKeys: keys,
      fields: { [impact]: { value: 'Nobody has heard of it' } },
    });
    expect(ended).toMatchObject({ done: 0, refused: 2, about: ['Impact'] });
    expect((await items(ended.id))[0]?.message).toMatch(/\w/);
    await move(keys.slice(0, 1), 'Resolve');
    const moved = await move(keys, 'Ask the customer');
    expect(moved).toMatchObject({ done: 1, refused: 1 });
    expect((await items(moved.id))[0]?.message).toContain('the status of');
  });

  it('adds to lists and takes out of them', async () => {
    const keys = await raise(1);
    const field = await world.platform.db
      .insertInto('field')
      .values({ name: 'Tags', type: 'labels' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const key = `customfield_${field.id}`;
    const add = (label: string) => ({
      act: 'edit',
      issueIdsOrKeys: keys,
      update: { [key]: [{ add: label }] },
    });
    expect(await does(add('vpn'))).toMatchObject({ done: 1, about: ['Tags'] });
    expect(await does(add('berlin'))).toMatchObject({ done: 1 });
    const row = await world.platform.db
      .selectFrom('request')
      .select('custom_fields')
      .where('key', '=', keys[0] ?? '')
      .executeTakeFirstOrThrow();
    expect(row.custom_fields).toMatchObject({ [field.id]: ['vpn', 'berlin'] });
  });

  it('lets the agent follow requests, and follow them no more', async () => {
    const [first = '', second = ''] = await raise(2);
    const act = (name: string, keys: readonly string[]) => does({ act: name, issueIdsOrKeys: keys });
    expect(await act('watch', [first])).toMatchObject({ done: 1, about: [] });
    expect(await act('watch', [first, second])).toMatchObject({ done: 1, unchanged: 1 });
    expect(await act('unwatch', [first, second])).toMatchObject({ done: 2 });
    expect(await act('unwatch', [first])).toMatchObject({ unchanged: 1 });
  });

  it('deletes for administrators of the desk alone, and keeps in the audit log what was there', async () => {
    const keys = await raise(2);
    const mine = await does({ act: 'delete', issueIdsOrKeys: keys });
    expect(mine).toMatchObject({ done: 0, refused: 2 });
    const { administrator } = world.people;
    const theirs = await does({ act: 'delete', issueIdsOrKeys: keys }, administrator);
    expect(theirs).toMatchObject({ done: 2, refused: 0 });
    expect(await items(theirs.id, '', administrator)).toMatchObject(
      keys.map((key) => ({ key, summary: null, outcome: 'done' })),
    );
    const log = await world.platform.db
      .selectFrom('audit_event')
      .select(['actor_name', 'object_name'])
      .where('action', '=', 'request.deleted')
      .orderBy('id')
      .execute();
    expect(log).toEqual(keys.map((key) => ({ actor_name: 'Ada Admin', object_name: key })));
  });

  it('takes all that a query or a queue finds, of the desks that the agent works on', async () => {
    const [key = ''] = await raise(1);
    const { db } = world.platform;
    const other = await db
      .insertInto('request')
      .values({
        service_desk_id: world.otherDesk.id,
        key: 'OTHER-77',
        request_type_id: world.types.get('Ask a question') ?? '',
        status_id: sql<string>`(select id from status where name = 'Waiting for support')`,
        reporter_id: world.people.customerOfB.account.id,
        summary: 'Elsewhere',
      })
      .returning('key')
      .executeTakeFirstOrThrow();
    const select = async (body: object) =>
      (await world.ask<{ keys: string[]; isCapped: boolean }>(agent, 'POST', `${bulk}/selection`, body)).body;
    const found = await select({ jql: 'status = "Waiting for support"' });
    expect(found.keys).toContain(key);
    expect(found.keys).not.toContain(other.key);
    const queue = await db
      .selectFrom('queue')
      .select('id')
      .where('service_desk_id', '=', world.desk.id)
      .where('name', '=', 'Unassigned')
      .executeTakeFirstOrThrow();
    const inQueue = await select({ queue: { serviceDeskId: world.desk.id, queueId: queue.id } });
    expect(inQueue).toMatchObject({ isCapped: false });
    expect(inQueue.keys).toContain(key);

    const ended = await does({
      act: 'edit',
      jql: `key in (${key}, OTHER-77)`,
      fields: { assignee: { accountId: agent.account.accountId } },
    });
    expect(ended).toMatchObject({ total: 1, done: 1 });
    const named = await does({ act: 'edit', issueIdsOrKeys: ['OTHER-77'], fields: { assignee: null } });
    expect(named).toMatchObject({ refused: 1 });
  });

  it('says what is missing before anything is begun', async () => {
    const keys = await raise(1);
    for (const body of [
      { act: 'edit', fields: { assignee: null } },
      { act: 'edit', issueIdsOrKeys: keys },
      { act: 'edit', issueIdsOrKeys: keys, jql: 'order by created', fields: { assignee: null } },
      { act: 'edit', issueIdsOrKeys: keys, comment: { body: '  ' } },
      { act: 'transition', issueIdsOrKeys: keys },
      { act: 'transition', issueIdsOrKeys: keys, transitionIds: ['none'] },
      { act: 'edit', jql: 'key = NORTH-9999', fields: { assignee: null } },
      { act: 'edit', jql: 'nothing at all', fields: { assignee: null } },
      { act: 'explode', issueIdsOrKeys: keys },
    ]) {
      const { status, text } = await world.ask(agent, 'POST', bulk, body);
      expect([status, JSON.stringify(body), text.length > 20]).toEqual([400, JSON.stringify(body), true]);
    }
  });
});

describe('an operation that does not go through', () => {
  it('is done to nobody twice when it is run again, or by two processes at once', async () => {
    const keys = await raise(6);
    const { id } = await begin({
      act: 'edit',
      issueIdsOrKeys: keys,
      comment: { body: 'Once', public: false },
    });
    await Promise.all([run(id), run(id)]);
    await run(id);
    expect(await look(id)).toMatchObject({ done: 6, isFinished: true });
    const { count } = await world.platform.db
      .selectFrom('comment')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('body_text', '=', 'Once')
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(6);
  });

  it('can be cancelled, and what is left be done later', async () => {
    const keys = await raise(3);
    const { id } = await begin({ act: 'edit', issueIdsOrKeys: keys, fields: { assignee: null } });
    const early = await world.ask(agent, 'POST', `${bulk}/${id}/retry`);
    expect([early.status, early.text]).toEqual([409, expect.stringContaining('still under way')]);
    const cancelled = await world.ask<Operation>(agent, 'POST', `${bulk}/${id}/cancel`);
    expect(cancelled.body).toMatchObject({ isCancelled: true });
    await run(id);
    expect(await look(id)).toMatchObject({ done: 0, unchanged: 0, isFinished: true, isCancelled: true });
    expect((await items(id, '?outcome=open')).map(({ key }) => key)).toEqual(keys);

    const again = await world.ask<Operation>(agent, 'POST', `${bulk}/${id}/retry`);
    expect([again.status, again.body.total]).toEqual([202, 3]);
    await run(again.body.id);
    expect(await look(again.body.id)).toMatchObject({ unchanged: 3, isFinished: true });
    expect((await world.ask(agent, 'POST', `${bulk}/${again.body.id}/retry`)).status).toBe(409);
    const { body } = await world.ask<{ values: Operation[] }>(agent, 'GET', `${bulk}?limit=2`);
    expect(body.values.map((operation) => operation.id)).toEqual([again.body.id, id]);
  });

  it('is not done once more while it is done once more', async () => {
    const keys = await raise(2);
    const comment = { body: 'Said once', public: false };
    const { id } = await begin({ act: 'edit', issueIdsOrKeys: keys, comment });
    await world.ask(agent, 'POST', `${bulk}/${id}/cancel`);
    await run(id);
    const retry = () => world.ask<Operation>(agent, 'POST', `${bulk}/${id}/retry`);
    const answers = await Promise.all([retry(), retry()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect((await retry()).text).toContain('under way already');
  });

  it('ends when whoever began it does not work here any more, and what they may not do is refused', async () => {
    const helper = await world.person({ displayName: 'Hal Helper' });
    const { db } = world.platform;
    const serve = (deskId: string) =>
      db.insertInto('service_desk_agent').values({ service_desk_id: deskId, account_id: helper.account.id });
    const leave = (deskId: string) =>
      db
        .deleteFrom('service_desk_agent')
        .where('account_id', '=', helper.account.id)
        .where('service_desk_id', '=', deskId);
    await serve(world.desk.id).execute();
    const keys = await raise(2);
    const body = { act: 'edit', issueIdsOrKeys: keys, fields: { assignee: null } };
    const first = await begin(body, helper);
    const second = await begin(body, helper);
    await leave(world.desk.id).execute();
    await serve(world.otherDesk.id).execute();
    await run(first.id);
    expect(await look(first.id, helper)).toMatchObject({ refused: 2, stopped: null });
    expect((await items(first.id, '', helper)).map(({ summary }) => summary)).toEqual([null, null]);
    await leave(world.otherDesk.id).execute();
    await run(second.id);
    expect(await look(second.id, helper)).toMatchObject({
      refused: 0,
      isFinished: true,
      stopped: 'Whoever began this is not an agent any more.',
    });
  });
});

describe('who has nothing to do with it', () => {
  it('finds no operation of others, and customers begin none', async () => {
    const keys = await raise(1);
    const { id } = await begin({ act: 'edit', issueIdsOrKeys: keys, fields: { assignee: null } });
    const { reporter, otherAgent, administrator } = world.people;
    for (const who of [reporter, otherAgent, administrator]) {
      expect((await world.ask(who, 'GET', `${bulk}/${id}`)).status).toBe(404);
      expect((await world.ask(who, 'GET', `${bulk}/${id}/item`)).status).toBe(404);
      expect((await world.ask(who, 'POST', `${bulk}/${id}/cancel`)).status).toBe(404);
      expect((await world.ask(who, 'POST', `${bulk}/${id}/retry`)).status).toBe(404);
    }
    const body = { act: 'edit', issueIdsOrKeys: keys, fields: { assignee: null } };
    expect((await world.ask(reporter, 'POST', bulk, body)).status).toBe(403);
    expect((await world.ask(null, 'POST', bulk, body)).status).toBe(401);
    const update = { labels: Array.from({ length: 1001 }, (_, index) => ({ add: String(index) })) };
    const endless = { act: 'edit', issueIdsOrKeys: keys, update };
    expect((await world.ask(world.people.agent, 'POST', bulk, endless)).status).toBe(400);
    const listen = await world.ask(otherAgent, 'GET', `/events?topic=bulk:${id}`);
    expect(listen.status).toBe(404);
  });
});
