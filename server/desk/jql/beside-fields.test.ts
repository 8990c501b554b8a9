import { afterAll, beforeAll, expect, test } from 'vitest';
import { addParticipants } from '../participants/change-participants.ts';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { watchRequest } from '../watchers/watch-request.ts';
import { logWork } from '../worklogs/log-work.ts';
import { compileJql } from './compile.ts';

let world: DeskWorld;
let names: Map<string, string>;

// FIRST is watched and worked on by Anna, SECOND watched by Ada and has Max in it, THIRD got four stars; nothing is beside FOURTH.
beforeAll(async () => {
  world = await createDeskWorld();
  const { people, raise, platform } = world;
  const [first, second, third, fourth] = [await raise(), await raise(), await raise(), await raise()];
  const anna = people.agent.account.id;
  const agent = { accountId: anna, isAgent: true };
  await platform.db.transaction().execute(async (trx) => {
    await watchRequest(trx, { requestId: first.id, accountIds: [anna] });
    await logWork(trx, { requestId: first.id, actor: agent }, { timeSpent: '1h' });
    await watchRequest(trx, { requestId: second.id, accountIds: [people.administrator.account.id] });
    await addParticipants(trx, {
      requestId: second.id,
      actor: agent,
      accountIds: [people.member.account.id],
    });
    await trx
      .insertInto('request_feedback')
      .values({ request_id: third.id, author_id: people.reporter.account.id, rating: 4 })
      .execute();
  });
  names = new Map([
    [first.key, 'FIRST'],
    [second.key, 'SECOND'],
    [third.key, 'THIRD'],
    [fourth.key, 'FOURTH'],
  ]);
});
afterAll(() => world.close());

async function find(jql: string): Promise<(string | undefined)[]> {
  const { people, platform } = world;
  const { where, sorting } = compileJql(jql, {
    viewerId: people.agent.account.id,
    timeZone: null,
    now: new Date(),
  });
  let query = platform.db.selectFrom('request').select('key').where(where);
  for (const { by, direction } of sorting) query = query.orderBy(by, direction);
  return (await query.orderBy('id').execute()).map(({ key }) => names.get(key));
}

test.each([
  ['watcher = currentUser()', ['FIRST']],
  ['watcher != currentUser()', ['SECOND']],
  ['watcher is not empty', ['FIRST', 'SECOND']],
  ['watcher is empty', ['THIRD', 'FOURTH']],
  ['watcher in (currentUser(), empty)', ['FIRST', 'THIRD', 'FOURTH']],
  ['worklogAuthor = currentUser()', ['FIRST']],
  ['worklogAuthor is empty', ['SECOND', 'THIRD', 'FOURTH']],
  ['"Request participants" is not empty', ['SECOND']],
  ['satisfaction >= 4', ['THIRD']],
  ['satisfaction < 4', []],
  ['satisfaction is empty', ['FIRST', 'SECOND', 'FOURTH']],
])('%s', async (jql, expected) => {
  expect((await find(jql)).toSorted()).toEqual(expected.toSorted());
});

test('people are named by their accountId, and requests sorted by their stars', async () => {
  const { member, administrator } = world.people;
  expect(await find(`participants = "${member.account.accountId}"`)).toEqual(['SECOND']);
  expect(await find(`watcher = "${administrator.account.accountId}"`)).toEqual(['SECOND']);
  expect(await find('satisfaction is not empty order by satisfaction desc')).toEqual(['THIRD']);
});
