import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../access-rules.ts';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { learnWords } from './learn-words.ts';
import { parseTextQuery } from './parse-text-query.ts';
import { type TextScope, textCondition } from './text-condition.ts';

let world: DeskWorld;
const keys = new Map<string, string>();

beforeAll(async () => {
  world = await createDeskWorld();
  const add = async (name: string, summary: string, details: string) => {
    keys.set((await world.raise({ summary, values: { description: details } })).key, name);
  };
  await add('printer', 'The printers on floor 3 are burning', 'Smoke comes out of tray 2 since noon.');
  await add(
    'vpn',
    'VPN drops connections',
    'Connecting from home fails; see server.example.com and error E-4711.',
  );
  await add('german', 'Drucker in den Büros brennen', 'Die Geräte stehen in der Küche. Größe: 50%.');
  await add('japanese', '印刷機が壊れた', 'foam and roams in the manual');
});
afterAll(() => world.close());

async function found(
  query: string,
  scope: TextScope = 'text',
  person: Person = { id: '0', isAdministrator: true },
): Promise<string> {
  const parsed = parseTextQuery(query);
  if (parsed && 'problem' in parsed) return parsed.problem;
  const { rows } = await sql<{ key: string }>`select key from request
    where ${textCondition(scope, parsed, person)} order by id`.execute(world.platform.db);
  return rows.map(({ key }) => keys.get(key)).join(' ');
}

test.each([
  ['printer', 'printer'],
  ['PRINTING', 'printer'],
  ['burns printer', 'printer'],
  ['printer smoke', ''],
  ['the printer', 'printer'],
  ['the', 'printer japanese'],
  ['connect', 'vpn'],
  ['connection', 'vpn'],
  ['Büro', 'german'],
  ['buro', 'german'],
  ['Gerät', 'german'],
  ['grosse', 'german'],
  ['Küchen', 'german'],
  ['50%', 'german'],
  ['"on floor"', 'printer'],
  ['"floor on"', ''],
  ['"floor printers"~2', 'printer'],
  ['"burning printers"~1', ''],
  ['print*', 'printer'],
  ['burn* smok*', ''],
  ['b?rning', 'printer'],
  ['b*nen', 'german'],
  ['b?rning OR smoke', 'printer'],
  ['roam~', 'japanese'],
  ['prnters~', 'printer'],
  ['vpn OR brennen', 'vpn german'],
  ['Bueros', 'german'],
  ['(printer OR drucker) -floor', 'german'],
  ['roan~', 'japanese'],
  ['+drops NOT printer', 'vpn'],
  ['drops AND connections', 'vpn'],
  ['-printer', 'vpn german japanese'],
  ['server.example.com', 'vpn'],
  ['example', 'vpn'],
  ['E-4711', 'vpn'],
  ['4711', 'vpn'],
  ['印刷', 'japanese'],
  ['印機', ''],
  ['...', ''],
  ['*inter', 'wildcard-first'],
  ['?rinter', 'wildcard-first'],
  ['"open', 'unreadable'],
  ['(open', 'unreadable'],
  ['closed)', 'unreadable'],
  ['AND', ''],
  ["it's 'quoted' \\ <-> & | ! : *", ''],
])('%s finds %s', async (query, names) => {
  await learnWords(world.platform.db);
  expect(await found(query)).toBe(names);
});

test('parts of a request are searched by themselves, and its key as a word', async () => {
  const [key = ''] = keys.keys();
  expect(await found(key.toLowerCase())).toBe('printer');
  expect(await found(key, 'summary')).toBe('');
  expect(await found('smoke', 'summary')).toBe('');
  expect(await found('smoke', 'description')).toBe('printer');
  expect(await found('smoke', 'comment')).toBe('');
});

test('notes for agents are found by agents of the desk, as they are now', async () => {
  const { platform, people, ask } = world;
  const [key = ''] = keys.keys();
  const note = (text: string, isPublic: boolean) =>
    ask<{ id: string }>(people.agent, 'POST', `/rest/servicedeskapi/request/${key}/comment`, {
      body: text,
      public: isPublic,
    });
  const customer: Person = { id: people.reporter.account.id, isAdministrator: false };
  const agent: Person = { id: people.agent.account.id, isAdministrator: false };
  const { id } = (await note('Toner leaks badly', false)).body;
  await note('We look into fuses', true);
  for (const scope of ['text', 'comment'] as const) {
    expect(await found('toner', scope, agent)).toBe('printer');
    expect(await found('toner', scope, customer)).toBe('');
    expect(await found('fuse', scope, customer)).toBe('printer');
  }
  // One text has both words, or it is not found.
  expect(await found('toner fuses')).toBe('');
  await sql`update comment set body_text = 'Ink', is_public = true, updated_at = now(), updated_by = author_id where id = ${id}`.execute(
    platform.db,
  );
  expect(await found('toner')).toBe('');
  expect(await found('ink', 'comment', customer)).toBe('printer');
  await sql`delete from comment where id = ${id}`.execute(platform.db);
  expect(await found('ink')).toBe('');
});

test('what a request says now is found, in custom fields too', async () => {
  const { db } = world.platform;
  const { id, key } = await world.raise({ summary: 'Mouse', values: { description: 'clicks' } });
  keys.set(key, 'mouse');
  const made = await sql<{ id: string }>`
    insert into field (name, type) values ('Serial', 'text'), ('Remarks', 'paragraph') returning id`.execute(
    db,
  );
  const [serial, remarks] = made.rows.map((row) => row.id);
  const fill = (values: object) =>
    sql`update request set custom_fields = ${JSON.stringify(values)}::jsonb where id = ${id}`.execute(db);
  const adf = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'heavily dented' }] }],
  };
  await fill({ [serial ?? '']: 'QX-77', [remarks ?? '']: adf });
  expect(await found('qx-77')).toBe('mouse');
  expect(await found('dent')).toBe('mouse');
  await fill({ [serial ?? '']: 'QX-78' });
  expect(await found('qx-77 OR dented')).toBe('');
  expect(await found('qx-78')).toBe('mouse');
  await sql`update request set summary = 'Keyboard', description_text = '' where id = ${id}`.execute(db);
  expect(await found('mouse OR clicks')).toBe('');
  expect(await found('keyboard', 'summary')).toBe('mouse');
  await sql`update request set description_text = 'sticks' where id = ${id}`.execute(db);
  expect(await found('stick')).toBe('mouse');
});

test('whatever is typed is answered, or refused in words', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'printer',
      'the',
      '"',
      '(',
      ')',
      '+',
      '-',
      '!',
      '*',
      '?',
      '~',
      '^2',
      '\\',
      '&&',
      '||',
      'AND',
      'OR',
      'NOT',
      "'",
      ':*',
      '<->',
      '\0',
      '印刷',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const typed = fc
    .array(fc.tuple(piece, fc.constantFrom('', ' ')), { maxLength: 12 })
    .map((pieces) => pieces.flat().join(''));
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      expect(await found(text)).toBeTypeOf('string');
    }),
    { numRuns: 150 },
  );
  expect(await found('x'.repeat(9_000))).toBe('');
  expect(await found(`"${'a b '.repeat(2_000)}"`)).toBe('');
  expect(await found('('.repeat(9_000))).toBe('unreadable');
  expect(await found('NOT '.repeat(2_000))).toBe('');
});
