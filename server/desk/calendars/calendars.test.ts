import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantRole } from '../../identity/index.ts';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';
import { calendarsOf } from './store.ts';
import { compileCalendar } from './working-time.ts';

let world: DeskWorld;
let base: string;
beforeAll(async () => {
  world = await createDeskWorld();
  base = `/rest/portico/1/service-desk/${world.desk.id}/calendar`;
});
afterAll(() => world.close());

interface Shown {
  id: string;
  name: string;
  version: number;
  hours: Record<string, { start: string; end: string }[]>;
  holidays: { date: string; name: string; isYearly: boolean }[];
  usedBy: { metricId: string; name: string }[];
}

const weekday = [{ start: '09:00', end: '17:00' }];
const christmas = { date: '2026-12-25', name: 'Christmas Day', isYearly: true };
function input(name: string, more: object = {}) {
  return {
    name,
    timeZone: 'Europe/Berlin',
    hours: { monday: weekday, friday: weekday },
    holidays: [],
    ...more,
  };
}
async function add(
  name: string,
  more: object = {},
  who: TestPerson = world.people.administrator,
): Promise<Shown> {
  const answer = await world.ask<Shown>(who, 'POST', base, input(name, more));
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

test('an administrator makes one, and agents read it', async () => {
  const made = await add('  Support   hours ', { holidays: [christmas], timeZone: 'europe/berlin' });
  expect(made).toMatchObject({
    name: 'Support hours',
    timeZone: 'Europe/Berlin',
    hours: { monday: weekday, tuesday: [], friday: weekday },
    holidays: [christmas],
    version: 1,
    usedBy: [],
  });
  const { body } = await world.ask<{ values: Shown[] }>(world.people.agent, 'GET', base);
  expect(body.values.map(({ id }) => id)).toContain(made.id);
  // and what is kept computes
  const kept = (await calendarsOf(world.platform.db, [made.id])).get(made.id) ?? null;
  const due = compileCalendar(kept).add(Date.parse('2026-12-21T16:00+01:00'), 2 * 3_600_000);
  // the Friday is Christmas Day
  expect(due && new Date(due).toISOString()).toBe('2026-12-28T09:00:00.000Z');
});

test('what is wrong with it is said field by field', async () => {
  const { ask, people } = world;
  const answer = await ask(people.administrator, 'POST', base, {
    name: ' ',
    timeZone: 'Europe/Nowhere',
    hours: { monday: [{ start: '17:00', end: '9:00' }] },
    holidays: [{ ...christmas, date: '2026-02-30' }],
  });
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({
    errors: {
      name: expect.stringContaining('name'),
      timeZone: expect.stringContaining('Europe/Berlin'),
      'hours.monday': expect.stringContaining('later than the start'),
      holidays: expect.stringContaining('2026-02-30'),
    },
  });
  const twice = await ask(
    people.administrator,
    'POST',
    base,
    input('Twice', { holidays: [christmas, christmas] }),
  );
  expect(twice.text).toContain('2026-12-25 is there twice.');
  // offsets know no summer time
  expect((await ask(people.administrator, 'POST', base, input('x', { timeZone: '+02:00' }))).status).toBe(
    400,
  );
});

test('names are taken once on a desk, in whatever letters', async () => {
  const made = await add('Only once');
  const { ask, people } = world;
  expect((await ask(people.administrator, 'POST', base, input('ONLY once'))).status).toBe(409);
  const renamed = { ...input('ONLY ONCE'), version: made.version };
  expect((await ask(people.administrator, 'PUT', `${base}/${made.id}`, renamed)).status).toBe(200);
});

test('a change says which version it is of, and what changed is in the audit log', async () => {
  const { ask, people, platform } = world;
  const made = await add('Version');
  const change = (version: number, more: object) =>
    ask<Shown>(people.administrator, 'PUT', `${base}/${made.id}`, { ...input('Version', more), version });
  expect((await change(1, { holidays: [christmas] })).body).toMatchObject({
    version: 2,
    holidays: [christmas],
  });
  expect((await change(1, {})).status).toBe(409);
  // nothing changed: nothing is told
  expect((await change(2, { holidays: [christmas] })).body.version).toBe(2);
  const newYear = { date: '2027-01-01', name: 'New Year', isYearly: true };
  await change(2, { holidays: [christmas, newYear] });
  const events = await platform.db
    .selectFrom('audit_event')
    .select(['action', 'before', 'after'])
    .where('object_type', '=', 'calendar')
    .where('object_id', '=', made.id)
    .orderBy('id')
    .execute();
  expect(events.map(({ action }) => action)).toEqual([
    'calendar.created',
    'calendar.changed',
    'calendar.changed',
  ]);
  expect(events[1]).toMatchObject({
    before: { holidays: [] },
    after: { holidays: ['2026-12-25 Christmas Day, every year'] },
  });
  // what stayed is not told again
  expect(events[2]).toMatchObject({
    before: { holidays: [] },
    after: { holidays: ['2027-01-01 New Year, every year'] },
  });
});

test('it is copied within its desk, and to another desk by who administers both', async () => {
  const { ask, people, otherDesk } = world;
  const made = await add('Copied', { holidays: [christmas] });
  const copy = (body: object, who = people.administrator) =>
    ask<Shown & { serviceDeskId: string }>(who, 'POST', `${base}/${made.id}/copy`, body);
  expect((await copy({})).body).toMatchObject({ name: 'Copied (copy)', holidays: [christmas], version: 1 });
  expect((await copy({})).body.name).toBe('Copied (copy 2)');
  expect((await copy({ name: 'copied' })).status).toBe(409);
  const elsewhere = await copy({ serviceDeskId: otherDesk.id });
  expect(elsewhere.body).toMatchObject({ name: 'Copied', serviceDeskId: otherDesk.id });
  // a desk's calendars are found by its own address only
  expect((await ask(people.administrator, 'GET', `${base}/${elsewhere.body.id}`)).status).toBe(404);
  expect((await copy({}, people.agent)).status).toBe(403);
  const ofOne = await world.person();
  const holder = { accountId: ofOne.account.id };
  const role = { role: 'desk-administrator', deskId: world.desk.id, holder } as const;
  await grantRole(world.platform.db, role, null);
  expect((await copy({ name: 'Theirs' }, ofOne)).status).toBe(201);
  expect((await copy({ serviceDeskId: otherDesk.id }, ofOne)).status).toBe(403);
});

test('it is deleted, but not while an SLA counts by it', async () => {
  const { ask, people, platform, desk } = world;
  const made = await add('Used');
  const { id: metric } = await platform.db
    .insertInto('sla_metric')
    .values({ service_desk_id: desk.id, name: 'Time to answer', position: 99, starts: '[]', stops: '[]' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await platform.db
    .insertInto('sla_goal')
    .values({ metric_id: metric, position: 0, minutes: 60, calendar_id: made.id })
    .execute();
  const shown = await ask<Shown>(people.agent, 'GET', `${base}/${made.id}`);
  expect(shown.body.usedBy).toEqual([{ metricId: metric, name: 'Time to answer' }]);
  // what counts by it is computed anew when it counts differently
  const change = (version: number, more: object) =>
    ask(people.administrator, 'PUT', `${base}/${made.id}`, { ...input('Used', more), version });
  const reasons = async () =>
    (await platform.db.selectFrom('sla_recompute').select('reason').execute()).map(({ reason }) => reason);
  expect((await change(1, { description: 'By the support team' })).status).toBe(200);
  expect(await reasons()).toEqual([]);
  expect((await change(2, { holidays: [christmas] })).status).toBe(200);
  expect(await reasons()).toEqual([expect.stringContaining('Used')]);
  const refused = await ask(people.administrator, 'DELETE', `${base}/${made.id}`);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('Time to answer');
  await platform.db.deleteFrom('sla_metric').where('id', '=', metric).execute();
  expect((await ask(people.administrator, 'DELETE', `${base}/${made.id}`)).status).toBe(204);
  expect((await ask(people.administrator, 'GET', `${base}/${made.id}`)).status).toBe(404);
});

describe('before it is saved', () => {
  test('it is tried', async () => {
    const { ask, people } = world;
    const times = { timeZone: 'Europe/Berlin', hours: { friday: weekday, monday: weekday } };
    const tried = (body: object) => ask(people.agent, 'POST', `${base}-preview`, { ...times, ...body });
    expect(
      (await tried({ start: '2026-03-27T16:00:00+01:00', minutes: 120, end: '2026-03-31T00:00:00+02:00' }))
        .body,
    ).toEqual({
      isWorking: true,
      nextChangeDate: '2026-03-27T16:00:00.000Z',
      dueDate: '2026-03-30T08:00:00.000Z',
      workedMinutes: 540,
    });
    expect((await tried({ start: '2026-03-27T16:00:00' })).text).toContain('with its offset');
    expect((await tried({ start: '2026-03-27T16:00:00Z', hours: {} })).status).toBe(400);
  });

  test('holidays are read out of lines and files', async () => {
    const { ask, people } = world;
    const read = (format: string, text: string) =>
      ask(people.administrator, 'POST', `${base}-holiday-preview`, { format, text });
    const found = (await read('lines', '2026-05-01 Labour Day\nsome text')).body;
    expect(found).toMatchObject({
      holidays: [{ date: '2026-05-01', name: 'Labour Day', isYearly: false }],
      skipped: [{ text: 'some text' }],
      skippedCount: 1,
    });
    const file =
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260501\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Labour Day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    expect((await read('ics', file)).body).toMatchObject({
      holidays: [{ date: '2026-05-01', name: 'Labour Day', isYearly: true }],
    });
    expect((await read('ics', 'no calendar')).body).toMatchObject({
      errors: { text: expect.stringContaining('no calendar file') },
    });
  });
});
