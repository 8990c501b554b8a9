import { parse } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { disarmed } from './cell-text.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

async function exported(query: string, who = world.people.agent) {
  return world.ask(who, 'GET', `/rest/portico/1/search/export?${query}`);
}

test('what a query finds is a file of the columns that are wanted', async () => {
  const { raise, people, fields, platform } = world;
  const at = new Date('2026-03-29T22:30:00Z');
  await raise({ summary: 'He said "no", twice', at });
  await raise({ summary: '=HYPERLINK("http://evil.example")', at, by: people.member });
  await platform.db
    .updateTable('account')
    .set({ time_zone: 'Europe/Berlin' })
    .where('id', '=', people.agent.account.id)
    .execute();
  const columns = `issuekey,summary,reporter,assignee,status,created,requesttype,watches,${fields.get('Impact')}`;
  const { status, text, headers } = await exported(
    `jql=${encodeURIComponent('order by key')}&fields=${columns}`,
  );
  expect(status, text).toBe(200);
  expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8; header=present' });
  const { name, ext } = parse(/filename="(.*)"/.exec(String(headers['content-disposition']))?.[1] ?? '');
  expect([name, ext]).toEqual([expect.stringMatching(/^requests-\d{4}-\d\d-\d\d$/), '.csv']);
  expect(text).toBe(
    [
      '\uFEFFKey,Summary,Reporter,Assignee,Status,Created,Request Type,Watchers,Impact',
      'NORTH-1,"He said ""no"", twice",Alice Reporter,,Waiting for support,2026-03-30 00:30,Report a problem,0,A team',
      'NORTH-2,"\'=HYPERLINK(""http://evil.example"")",Max Member,,Waiting for support,2026-03-30 00:30,Report a problem,0,A team',
      '',
    ].join('\r\n'),
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+49 30 1234', "'+49 30 1234"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  ['＝1+1', "'＝1+1"],
  ['-12.5', '-12.5'],
  ['-2h 6m', '-2h 6m'],
  ['a=b', 'a=b'],
])('%s is written as %s', (text, written) => {
  expect(disarmed(text)).toBe(written);
});

test('without fields it has all that can be columns', async () => {
  const [head = ''] = (await exported('jql=')).text.split('\r\n');
  expect(head).toMatch(/^\uFEFFKey,Summary,Description,.*,Impact/);
  expect(head).not.toContain('Comment');
});

test('it is for people who work here, of what they work on, and for queries', async () => {
  const { people } = world;
  expect((await exported('jql=', people.reporter)).status).toBe(403);
  expect((await exported('jql=', people.otherAgent)).text.trim().split('\r\n')).toHaveLength(1);
  expect((await exported('jql=nonsense')).status).toBe(400);
  expect((await exported('jql=&fields=nonsense')).status).toBe(400);
});
