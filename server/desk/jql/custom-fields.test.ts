import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FieldTypeName } from '../../fields/index.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { compileJql } from './compile.ts';
import { loadJqlContext } from './context.ts';

let world: DeskWorld;
const names = new Map<string, string>();
const ids = new Map<string, string>();
const now = new Date('2026-03-15T12:00:00Z');

// Three requests: A and B have a value in every field, C has none.
beforeAll(async () => {
  world = await createDeskWorld();
  const { platform, people, raise } = world;
  const { db } = platform;
  const requests = { A: await raise({ summary: 'A' }), B: await raise({ summary: 'B' }) };
  const empty = await raise({ summary: 'C' });
  for (const [name, { key }] of Object.entries({ ...requests, C: empty })) names.set(key, name);

  const field = async (name: string, type: FieldTypeName, options: string[] = []) => {
    const { id } = await db
      .insertInto('field')
      .values({ name, type })
      .returning('id')
      .executeTakeFirstOrThrow();
    const context = await db
      .insertInto('field_context')
      .values({ field_id: id, name: 'All', is_global: true })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const [position, value] of options.entries()) {
      const option = await db
        .insertInto('field_option')
        .values({ field_id: id, context_id: context.id, value, position })
        .returning('id')
        .executeTakeFirstOrThrow();
      ids.set(value, option.id);
    }
    ids.set(name, id);
    return id;
  };
  const option = (value: string) => ids.get(value) ?? '';
  const { agent, reporter } = people;
  const organizationId = world.acme.id;
  const values: [string, FieldTypeName, string[], () => [unknown, unknown]][] = [
    ['Ware', 'text', [], () => ['Red 100% wool', 'Blue']],
    [
      'Story',
      'paragraph',
      [],
      () => [
        { type: 'doc', content: [{ type: 'text', text: 'Long tale' }] },
        { type: 'doc', content: [] },
      ],
    ],
    ['Weight', 'number', [], () => [2.5, 10]],
    ['Birthday', 'date', [], () => ['2026-03-14', '2026-03-15']],
    ['Visit', 'date-time', [], () => ['2026-03-15T09:00:00.000Z', '2026-03-16T09:00:00.000Z']],
    ['Extent', 'select', ['Little', 'Great'], () => [option('Great'), option('Little')]],
    [
      'Colours',
      'multi-select',
      ['Green', 'Grey'],
      () => [[option('Green')], [option('Green'), option('Grey')]],
    ],
    [
      'Way',
      'cascading-select',
      ['North', 'South'],
      () => [
        { id: option('North'), child: null },
        { id: option('South'), child: option('North') },
      ],
    ],
    ['Words', 'labels', [], () => [['vip'], ['vip', 'late']]],
    ['Owner', 'person', [], () => [agent.account.accountId, reporter.account.accountId]],
    ['Helpers', 'people', [], () => [[agent.account.accountId], [reporter.account.accountId]]],
    ['Parties', 'organization', [], () => [[organizationId], ['999']]],
    ['Origin', 'country', [], () => ['DE', 'FR']],
    [
      'Price',
      'amount',
      [],
      () => [
        { amount: 12.5, currency: 'EUR' },
        { amount: 100, currency: 'EUR' },
      ],
    ],
  ];
  const filled: Record<'A' | 'B', Record<string, unknown>> = { A: {}, B: {} };
  for (const [name, type, options, of] of values) {
    const id = await field(name, type, options);
    [filled.A[id], filled.B[id]] = of();
  }
  await field('Twin', 'text');
  await field('twin', 'number');
  for (const name of ['A', 'B'] as const) {
    await db
      .updateTable('request')
      .set({ custom_fields: JSON.stringify(filled[name]) })
      .where('id', '=', requests[name].id)
      .execute();
  }
});
afterAll(() => world.close());

async function find(jql: string): Promise<string> {
  const { db } = world.platform;
  const viewer = { id: world.people.agent.account.id, isAdministrator: false, timeZone: 'Europe/Berlin' };
  const { where, sorting } = compileJql(jql, await loadJqlContext(db, viewer, [jql], { now }));
  let query = db.selectFrom('request').select('key').where(where);
  for (const { by, direction } of sorting) query = query.orderBy(by, direction);
  const rows = await query.execute();
  return rows.map(({ key }) => names.get(key) ?? key).join('');
}

describe('a query by a custom field finds', () => {
  test.each([
    ['ware ~ "100%" order by key', 'A'],
    ['Ware !~ red order by key', 'B'],
    ['Ware = blue', 'B'],
    ['Ware != blue', 'A'],
    ['Ware is empty', 'C'],
    ['Ware is not empty order by Ware asc', 'BA'],
    ['Story ~ tale', 'A'],
    ['Story is empty', 'C'],
    ['Weight > 2.5', 'B'],
    ['Weight <= 2.5', 'A'],
    ['Weight in (2.5, 10) order by Weight desc', 'BA'],
    ['Birthday = 2026-03-14', 'A'],
    ['Birthday >= -1d order by Birthday desc', 'BA'],
    ['Birthday < now()', 'A'],
    ['Visit < now()', 'A'],
    ['Visit > "2026-03-15 23:00"', 'B'],
    ['Extent = great', 'A'],
    ['Extent in (Little, Great) order by Extent asc', 'BA'],
    ['Extent is empty', 'C'],
    ['Colours = Grey', 'B'],
    ['Colours = Green order by key asc', 'AB'],
    ['Colours != Grey', 'A'],
    ['Way = North order by key asc', 'AB'],
    ['Way = South', 'B'],
    ['Words = late', 'B'],
    ['Words in (vip) order by key asc', 'AB'],
    ['Owner = currentUser()', 'A'],
    ['Owner != currentUser()', 'B'],
    ['Helpers = currentUser()', 'A'],
    ['Origin = Germany', 'A'],
    ['Origin in (FR, DE) order by Origin desc', 'BA'],
    ['Price >= 50', 'B'],
    ['Price is empty', 'C'],
  ])('%s', async (jql, found) => {
    expect(await find(jql)).toBe(found);
  });

  test('what organizations and ids name', async () => {
    expect(await find(`Parties = "${world.acme.id}"`)).toBe('A');
    expect(await find(`cf[${ids.get('Weight')}] = 10`)).toBe('B');
    expect(await find(`customfield_${ids.get('Weight')} = 2.5 order by cf[${ids.get('Weight')}] asc`)).toBe(
      'A',
    );
    expect(await find(`Extent = ${ids.get('Great')}`)).toBe('A');
  });
});

describe('a query by a custom field is refused', () => {
  test.each([
    ['Weight = heavy', "The value 'heavy' for field 'Weight' is not a number. (line 1, character 10)"],
    ['Birthday = someday', "Date value 'someday' for field 'Birthday' is invalid."],
    ['Extent > Little', "The operator '>' is not supported by the 'Extent' field. (line 1, character 8)"],
    ['Story = x', "The operator '=' is not supported by the 'Story' field."],
    ['twin is empty', "Several fields are named 'twin'. Say which one: cf["],
    ['cf[1] = 2', "Field 'cf[1]' does not exist or you do not have permission to view it."],
    ['Nowhere = 2', "Field 'Nowhere' does not exist or you do not have permission to view it."],
    ['Wieght = 2', 'or you do not have permission to view it.'],
    ['order by Colours', "Not able to sort using field 'Colours'. (line 1, character 10)"],
  ])('%s', async (jql, message) => {
    const refused = find(jql);
    await expect(refused).rejects.toThrow(Invalid);
    await expect(refused).rejects.toThrow(message);
  });
});
