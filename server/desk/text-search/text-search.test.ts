import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

async function found(query: string, scope: TextScope = 'text'): Promise<string> {
  const parsed = parseTextQuery(query);
  if (parsed && 'problem' in parsed) return parsed.problem;
  const { rows } = await sql<{ key: string }>`select key from request
    where ${textCondition(scope, parsed, { id: '0', isAdministrator: true })} order by id`.execute(
    world.platform.db,
  );
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
