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
  // A has it in the first only, B in the second and something else in the first.
  const [first, second] = [await field('Pair', 'text'), await field('Pair', 'text')];
  filled.A[first] = 'one';
  filled.A[second] = 'two';
  filled.B[first] = 'other';
  filled.B[second] = 'one';
  const elsewhere = await field('Elsewhere', 'text');
  await db.updateTable('field_context').set({ is_global: false }).where('field_id', '=', elsewhere).execute();
  await db
    .insertInto('field_context_desk')
    .values({
      field_id: elsewhere,
      service_desk_id: world.otherDesk.id,
      context_id: (eb) => eb.selectFrom('field_context').select('id').where('field_id', '=', elsewhere),
    })
    .execute();
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
    ['"Extent[Dropdown]" = great', 'A'],
    ['Extent[Dropdown] in (great, little) order by Extent[Dropdown] asc', 'BA'],
    ['Way in cascadeOption(North)', 'A'],
    ['Way in cascadeOption(North, none)', 'A'],
    ['Way in cascadeOption(South)', 'B'],
    ['Helpers in membersOf("Nobody")', ''],
    ['Owner = "Anna Agent"', 'A'],
    ['Owner not in ("anna@northwind.example")', 'B'],
    ['Parties = acme', 'A'],
    // Two fields have the name, and both are texts.
    ['Pair ~ one order by key asc', 'AB'],
    ['Pair = "one" order by key asc', 'AB'],
    ['Pair != "one"', ''],
    ['Pair is empty', 'C'],
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

test('fields of desks alone are there for their agents', async () => {
  const { db } = world.platform;
  const names = async (isAdministrator: boolean, id = world.people.agent.account.id) => {
    const viewer = { id, isAdministrator, timeZone: null };
    const { fields } = await loadJqlContext(db, viewer, [
      'Elsewhere is empty and "Pair[Short text]" is empty',
    ]);
    return fields?.map(({ displayName }) => displayName).toSorted();
  };
  expect(await names(false)).toEqual(['Pair', 'Pair']);
  expect(await names(false, world.people.otherAgent.account.id)).toEqual(['Elsewhere', 'Pair', 'Pair']);
  expect(await names(true)).toEqual(['Elsewhere', 'Pair', 'Pair']);
});

describe('a query by a custom field is refused', () => {
  test.each([
    ['Weight = heavy', "The value 'heavy' for field 'Weight' is not a number. (line 1, character 10)"],
    ['Birthday = someday', "Date value 'someday' for field 'Birthday' is invalid."],
    ['Extent > Little', "The operator '>' is not supported by the 'Extent' field. (line 1, character 8)"],
    ['Story = x', "The operator '=' is not supported by the 'Story' field."],
    ['twin is empty', "Several fields are named 'twin'. Say which one: cf["],
    ['cf[1] = 2', "Field 'cf[1]' does not exist or you do not have permission to view it."],
    ['Elsewhere = 2', "Field 'Elsewhere' does not exist or you do not have permission to view it."],
    ['Way in cascadeOption(South, North)', "The option 'South - North' does not exist for the field 'Way'."],
    ['Nowhere = 2', "Field 'Nowhere' does not exist or you do not have permission to view it."],
    ['Wieght = 2', 'or you do not have permission to view it.'],
    ['order by Colours', "Not able to sort using field 'Colours'. (line 1, character 10)"],
  ])('%s', async (jql, message) => {
    const refused = find(jql);
    await expect(refused).rejects.toThrow(Invalid);
    await expect(refused).rejects.toThrow(message);
  });
});
