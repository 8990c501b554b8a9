import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../server/testing.ts';
import { companies } from './companies.ts';
import { planRequests } from './plan.ts';
import { isSeeded, seedNorthwind } from './seed.ts';

// A Tuesday.
const now = new Date('2026-03-17T10:20:00Z');
const passwordOf = () => 'k7dm-2xqp-9fhw-3rtz';

describe('the plan', () => {
  test('the same seed at the same moment gives the same requests, another seed others', () => {
    const plan = planRequests('a', now);
    expect(planRequests('a', now)).toEqual(plan);
    expect(planRequests('b', now)).not.toEqual(plan);
  });

  test('at another moment the same things happen at other dates', () => {
    const people = (at: Date) =>
      planRequests('a', at)
        .map(({ desk, reporter, topic }) => `${desk} ${reporter} ${topic}`)
        .sort();
    expect(people(new Date('2026-07-01T09:00:00Z'))).toEqual(people(now));
  });

  test('500 requests over three months, in office hours, with some from the last hours', () => {
    const plan = planRequests('northwind', now);
    expect(plan).toHaveLength(500);
    const days = (at: Date) => (now.getTime() - at.getTime()) / (24 * 60 * 60_000);
    expect(Math.max(...plan.map(({ at }) => days(at)))).toBeGreaterThan(80);
    expect(plan.filter(({ at }) => days(at) < 0.2).length).toBeGreaterThanOrEqual(4);
    expect(plan.every(({ at }) => at.getUTCDay() >= 1 && at.getUTCDay() <= 5)).toBe(true);
    expect(plan.every(({ at }) => at.getUTCHours() >= 7 && at.getUTCHours() < 17)).toBe(true);
  });

  test('on a Sunday night too there are requests from the last hours, and nothing from the future', () => {
    const sunday = new Date('2026-03-15T23:30:00Z');
    const plan = planRequests('northwind', sunday);
    expect(plan.filter(({ at }) => sunday.getTime() - at.getTime() < 3 * 60 * 60_000)).toHaveLength(4);
    const moments = plan.flatMap(({ at, steps }) => [at, ...steps.map((step) => step.at)]);
    expect(moments.every((at) => at <= sunday)).toBe(true);
  });

  test('what happens to a request happens in order, and no text has a gap', () => {
    for (const request of planRequests('northwind', now)) {
      const times = [request.at, ...request.steps.map(({ at }) => at)].map((at) => at.getTime());
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      const texts = request.steps.map((step) => ('body' in step ? step.body : 'x'));
      for (const text of [request.summary, request.description, ...texts]) expect(text).toMatch(/^[^{}]+$/);
    }
  });
});

describe('the data', () => {
  let portico: TestApp;
  beforeAll(async () => {
    portico = await createTestApp();
    await seedNorthwind(portico.platform, passwordOf, now);
  }, 120_000);
  afterAll(() => portico.close());

  const rowsOf = async <Row>(query: string): Promise<Row[]> =>
    (await sql.raw<Row>(query).execute(portico.platform.db)).rows;

  test('40 customers in six organizations, none of them Alice or Bob', async () => {
    expect(companies.flatMap(({ people }) => people)).toHaveLength(40);
    const rows = await rowsOf<{ name: string; count: string }>(
      `select organization.name, count(*)::text as count from organization
       join organization_member on organization_id = organization.id group by 1`,
    );
    const expected = companies.map(({ name, people }) => ({ name, count: String(people.length) }));
    expect(rows.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual(
      expected.toSorted((a, b) => a.name.localeCompare(b.name)),
    );
    const newcomers = await rowsOf(
      `select 1 from account where email in ('alice@acme.example', 'bob@globex.example')`,
    );
    expect(newcomers).toEqual([]);
  });

  test('three service desks: support for all six, field service without Globex, billing open', async () => {
    const rows = await rowsOf(
      `select project.key, service_desk.access, array_agg(organization.name order by organization.name) as names
       from service_desk join project on project.id = project_id
       left join service_desk_organization on service_desk_id = service_desk.id
       left join organization on organization.id = organization_id
       group by service_desk.id, project.key order by service_desk.position`,
    );
    const all = companies.map(({ name }) => name).sort();
    expect(rows).toEqual([
      { key: 'SUP', access: 'restricted', names: all },
      { key: 'BIL', access: 'open', names: [null] },
      {
        key: 'FLD',
        access: 'restricted',
        names: all.filter((name) => name !== 'Globex' && name !== 'Harbour Legal'),
      },
    ]);
  });

  test('500 requests with keys in order of time; most resolved, each desk has open ones in several statuses', async () => {
    const [count] = await rowsOf<{ requests: string; resolved: string }>(
      `select count(*) as requests, count(resolved_at) as resolved from request`,
    );
    // two of them wait for approval
    expect(count?.requests).toBe('502');
    expect(Number(count?.resolved)).toBeGreaterThan(400);
    const open = await rowsOf<{ desk: string; statuses: number }>(
      `select service_desk_id as desk, count(distinct status_id)::int as statuses from request
       where resolved_at is null group by 1`,
    );
    expect(open).toHaveLength(3);
    for (const { statuses } of open) expect(statuses).toBeGreaterThanOrEqual(2);
    const disorder = await rowsOf(
      `select 1 from (select created_at, lag(created_at) over (
         partition by service_desk_id order by split_part(key, '-', 2)::int) as before from request) as pairs
       where created_at < before`,
    );
    expect(disorder).toEqual([]);
  });

  test('two requests wait for approval by somebody of the company that raised them', async () => {
    const rows = await rowsOf(
      `select request.summary, approver.email from request
       join approval on approval.request_id = request.id and outcome is null
       join approval_approver on approval_id = approval.id join account approver on approver.id = approval_approver.account_id
       where exists (select from organization_member m where m.organization_id = request.organization_id
                     and m.account_id = approver.id) order by request.id`,
    );
    expect(rows).toEqual([
      { summary: 'A second machine for the third floor', email: 'henrik@acme.example' },
      { summary: 'Filter coffee for the meeting rooms', email: 'ines@globex.example' },
    ]);
  });

  test('a form of field service has sections, rules and many types of fields, and requests that were raised with it', async () => {
    const [form] = await rowsOf<Record<string, number>>(
      `select count(distinct section_id)::int as sections, count(distinct field.type)::int as types,
              count(entry.show_when)::int as rules,
              (select count(*)::int from request where request_type_id = max(type.id)) as requests
       from request_type type join request_type_field entry on request_type_id = type.id
       left join field on field.id = field_id where type.name = 'Plan an installation'`,
    );
    expect(form).toEqual({ sections: 3, types: 13, rules: 1, requests: expect.any(Number) });
    expect(form?.['requests']).toBeGreaterThan(5);
  });

  test('there are public answers, internal notes, attachments and history, none from after now', async () => {
    const [counts] = await rowsOf<Record<string, number>>(
      `select (select count(*)::int from comment where is_public) as answers,
              (select count(*)::int from comment where not is_public) as notes,
              (select count(*)::int from attachment) as files,
              (select count(distinct media_type)::int from attachment) as kinds,
              (select count(*)::int from changelog) as changes,
              (select count(*)::int from temporary_attachment) as waiting`,
    );
    expect(counts?.['answers']).toBeGreaterThan(800);
    expect(counts?.['notes']).toBeGreaterThan(150);
    expect(counts?.['files']).toBeGreaterThan(30);
    expect(counts?.['kinds']).toBeGreaterThanOrEqual(3);
    expect(counts?.['changes']).toBeGreaterThan(1500);
    expect(counts?.['waiting']).toBe(0);
    const late = await rowsOf(
      `select created_at from comment where created_at > '${now.toISOString()}'
       union all select updated_at from request where updated_at > '${now.toISOString()}'
       union all select created_at from changelog where created_at > '${now.toISOString()}'`,
    );
    expect(late).toEqual([]);
  });

  test('work was logged, customers have said what they think, and some requests are linked', async () => {
    const [counts] = await rowsOf<Record<string, number>>(
      `select (select count(*)::int from worklog) as logged,
              (select count(*)::int from request_feedback) as rated,
              (select avg(rating)::float8 from request_feedback) as stars,
              (select count(*)::int from request_link) as links,
              (select count(*)::int from request_feedback join request on request.id = request_id
                where resolved_at is null or author_id <> reporter_id) as wrong`,
    );
    expect(counts?.['logged']).toBeGreaterThan(80);
    expect(counts?.['rated']).toBeGreaterThan(80);
    expect(counts?.['stars']).toBeGreaterThan(3.5);
    expect(counts?.['links']).toBeGreaterThan(5);
    expect(counts?.['wrong']).toBe(0);
  });

  test('a request belongs to the organization of who raised it, and is worked on by agents of its desk', async () => {
    const wrong = await rowsOf(
      `select request.key from request
       join account on account.id = reporter_id
       left join organization_domain on domain = split_part(account.email, '@', 2)
       where request.organization_id is distinct from organization_domain.organization_id
          or (assignee_id is not null and not exists (select from service_desk_agent agent
              where agent.service_desk_id = request.service_desk_id and agent.account_id = assignee_id))`,
    );
    expect(wrong).toEqual([]);
  });

  test('nobody who watches hears of it, and it is made once', async () => {
    expect(await rowsOf('select 1 from event')).toEqual([]);
    expect(await isSeeded(portico.platform.db)).toBe(true);
    await seedNorthwind(portico.platform, passwordOf, new Date());
    expect(await rowsOf('select count(*)::int as count from request')).toEqual([{ count: 502 }]);
  });

  test('what was interrupted goes on at the next start', async () => {
    const again = await createTestApp();
    try {
      const broken = {
        ...again.platform,
        files: { ...again.platform.files, put: () => Promise.reject(new Error('disk full')) },
      };
      await expect(seedNorthwind(broken, passwordOf, now, 60)).rejects.toThrow('disk full');
      expect(await isSeeded(again.platform.db)).toBe(false);
      await seedNorthwind(again.platform, passwordOf, new Date(), 60);
      const { rows } = await sql<{ count: number; last: Date }>`
        select count(*)::int as count, max(created_at) as last from request`.execute(again.platform.db);
      expect(rows[0]?.count).toBe(62);
      expect(rows[0]?.last.getTime()).toBeLessThanOrEqual(now.getTime());
    } finally {
      await again.close();
    }
  });
});
