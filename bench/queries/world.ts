import { sql } from 'kysely';
import { addDeskPeople, createField, createServiceDesk } from '../../server/desk/index.ts';
import { keepSlas } from '../../server/desk/sla/keeper.ts';
import { createAccount } from '../../server/identity/index.ts';
import { type Database, inTransaction } from '../../server/platform/database/database.ts';

const nobody = { accountId: null, name: null, address: null };

/** Who asks, of which desks. */
export interface QueryWorld {
  /** account.id, an agent of both desks */
  readonly agentId: string;
  /** service_desk.id of the large and the small desk: MAIN and SIDE */
  readonly deskId: string;
  readonly sideDeskId: string;
  /** account_id (as queries name people) of an agent, of a customer, and the account.id of both */
  readonly colleague: { readonly id: string; readonly accountId: string };
  readonly customer: { readonly id: string; readonly accountId: string };
  /** ids of custom fields and of the option that is asked for */
  readonly fields: { readonly seats: string; readonly severity: string; readonly tags: string };
  readonly critical: string;
  readonly organizationId: string;
  /** "Time to resolution" of the large desk; of both */
  readonly metricId: string;
  readonly metricIds: readonly string[];
  /** in the middle of MAIN */
  readonly requestKey: string;
}

/** Agents of both desks, customers and organizations of the world, whatever the number of requests. */
const agents = 40;
const customers = 5_000;
const organizations = 250;

/**
 * Fills an empty database with two desks and `count` requests over two years, four of five on the large desk: the last twentieth of them
 * open, each with a history of its status and assignee, every third with a comment, every tenth with people beside it.
 */
export async function createQueryWorld(db: Database, count: number): Promise<QueryWorld> {
  const made = await inTransaction(db, async (trx) => {
    const desk = await createServiceDesk(trx, {
      projectKey: 'MAIN',
      projectName: 'Main',
      portalName: 'Main',
      access: 'open',
    });
    const side = await createServiceDesk(trx, {
      projectKey: 'SIDE',
      projectName: 'Side',
      portalName: 'Side',
      access: 'open',
    });
    const agent = await createAccount(trx, { email: 'agent@bench.example', displayName: 'Agent' });
    for (const each of [desk, side])
      await addDeskPeople(trx, { desk: each, auditActor: nobody }, 'agent', [agent]);
    return { desk, side, agent };
  });
  const fields = await makeFields(db);
  await fillPeople(db, made.desk.id);
  await db.connection().execute(async (one) => {
    // In bulk, past the rules: without the triggers that write one row at a time what fillBeside writes at once.
    const tables = ['request', 'comment', 'changelog', 'request_participant', 'request_watcher'];
    for (const table of tables) await sql`alter table ${sql.table(table)} disable trigger user`.execute(one);
    await fillRequests(one, { deskId: made.desk.id, sideDeskId: made.side.id }, fields, count);
    await fillBeside(one);
    for (const table of tables) await sql`alter table ${sql.table(table)} enable trigger user`.execute(one);
  });
  await keepOpen(db);
  await sql`vacuum analyze`.execute(db);
  const account = (email: string) =>
    db
      .selectFrom('account')
      .select(['id', 'account_id as accountId'])
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
  const organization = await db
    .selectFrom('organization')
    .select('id')
    .where('name', '=', 'Organization 7')
    .executeTakeFirstOrThrow();
  const metrics = await db
    .selectFrom('sla_metric')
    .select(['id', 'service_desk_id'])
    .where('name', '=', 'Time to resolution')
    .execute();
  return {
    metricId: metrics.find((metric) => metric.service_desk_id === made.desk.id)?.id ?? '',
    metricIds: metrics.map(({ id }) => id),
    agentId: made.agent.id,
    deskId: made.desk.id,
    sideDeskId: made.side.id,
    colleague: await account('agent7@bench.example'),
    customer: await account('customer77@bench.example'),
    fields,
    critical: fields.critical,
    organizationId: organization.id,
    requestKey: `MAIN-${Math.ceil(count / 2.5)}`,
  };
}

async function makeFields(db: Database) {
  const make = (name: string, type: 'select' | 'number' | 'labels', values: readonly string[] = []) => {
    const options = values.map((value) => ({ value }));
    const context = { name: 'All', isGlobal: true, serviceDeskIds: [], options };
    return createField(db, type, { name, description: '', settings: {}, contexts: [context] }, nobody);
  };
  const severity = await make('Severity', 'select', ['Critical', 'Major', 'Minor', 'Trivial']);
  const options = await db
    .selectFrom('field_option')
    .select(['id', 'value'])
    .where('field_id', '=', severity)
    .orderBy('position')
    .execute();
  return {
    severity,
    seats: await make('Seats', 'number'),
    tags: await make('Tags', 'labels'),
    optionIds: options.map(({ id }) => id),
    critical: options.find(({ value }) => value === 'Critical')?.id ?? '',
  };
}

async function fillPeople(db: Database, deskId: string): Promise<void> {
  await sql`
    insert into account (email, display_name)
    select 'agent' || n || '@bench.example', 'Agent ' || n from generate_series(1, ${agents}::integer) n
    union all
    select 'customer' || n || '@bench.example', 'Customer ' || n
    from generate_series(1, ${customers}::integer) n`.execute(db);
  const rows = await db
    .selectFrom('account')
    .select(['id', 'account_id as accountId', 'display_name as displayName', 'email'])
    .where(sql<boolean>`email ~ '^agent[0-9]'`)
    .execute();
  for (const { id } of rows) {
    await db
      .insertInto('service_desk_agent')
      .values({ service_desk_id: deskId, account_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await sql`
    insert into organization (name)
    select 'Organization ' || n from generate_series(1, ${organizations}::integer) n`.execute(db);
  await sql`
    insert into organization_member (organization_id, account_id, origin)
    select o.id, a.id, 'manual'
    from (select id, row_number() over (order by id) - 1 as i from account where email like 'customer%') a
    join (select id, row_number() over (order by id) - 1 as i from organization) o
      on o.i = a.i % ${organizations}::integer`.execute(db);
}

/** Two thousand words of which a description has twelve: a word is in about one of a hundred and seventy requests. */
const words = 2_000;

/** Requests of one statement: of many more, the sorting alone takes longer than all the rest. */
const batch = 20_000;

async function fillRequests(
  db: Database,
  { deskId, sideDeskId }: { deskId: string; sideDeskId: string },
  fields: Awaited<ReturnType<typeof makeFields>>,
  count: number,
): Promise<void> {
  await sql`
    create temporary table person as
      select id, email like 'agent%' as is_agent,
             row_number() over (partition by email like 'agent%' order by id) - 1 as i
        from account where email ~ '^(agent|customer)[0-9]'`.execute(db);
  await sql`create index on person (is_agent, i)`.execute(db);
  await sql`
    create temporary table kind as
      select id, service_desk_id as desk_id, row_number() over (partition by service_desk_id order by id) - 1 as i,
             count(*) over (partition by service_desk_id) as size
        from request_type`.execute(db);
  await sql`analyze`.execute(db);
  for (let from = 1; from <= count; from += batch) {
    const to = Math.min(count, from + batch - 1);
    // The n-th request of a desk, from the oldest: what it is follows from its number, the same way each time.
    await sql`
      insert into request (service_desk_id, key, request_type_id, status_id, status_since, reporter_id, creator_id, organization_id,
                           assignee_id, priority_id, summary, description, description_text, custom_fields,
                           resolution, resolved_at, created_at, updated_at)
      select r.desk_id, r.project || '-' || r.number, type.id, status.id, r.at + r.took, reporter.id, reporter.id, member.organization_id,
             case when r.is_open and r.n % 3 = 0 then null else assignee.id end, priority.id,
             'Trouble with word' || r.h % ${words}::integer || ' and word' || (r.h / 7) % ${words}::integer, null,
             (select string_agg('word' || ((r.h + k * 7919) % ${words}::integer), ' ') from generate_series(1, 12) k),
             jsonb_strip_nulls(jsonb_build_object(
               ${fields.severity}::text, (${fields.optionIds}::text[])[1 + r.h % 4],
               ${fields.seats}::text, case when r.h % 5 = 0 then r.h % 1000 end,
               ${fields.tags}::text, case when r.h % 4 = 0 then jsonb_build_array('tag' || r.h % 50) end)),
             case when not r.is_open then 'Done' end, case when not r.is_open then r.at + r.took end,
             r.at, r.at + r.took
      from (
        select n, (abs(hashint4(n)::bigint) % 1000000007)::integer as h,
               case when n % 5 = 0 then ${sideDeskId}::bigint else ${deskId}::bigint end as desk_id,
               case when n % 5 = 0 then 'SIDE' else 'MAIN' end as project,
               case when n % 5 = 0 then n / 5 else n - n / 5 end as number,
               now() - (${count}::integer - n) * (interval '730 days' / ${count}::integer) as at,
               least((${count}::integer - n) * (interval '730 days' / ${count}::integer), interval '2 days') as took,
               n > ${count}::integer * 0.95 or n % 97 = 0 as is_open
          from generate_series(${from}::integer, ${to}::integer) n) r
      join kind type on type.desk_id = r.desk_id and type.i = r.h % type.size
      join status on status.name = case
        when not r.is_open then 'Resolved'
        when r.h % 4 = 0 then 'Waiting for customer' when r.h % 4 = 1 then 'In progress' else 'Waiting for support' end
      join (select id, row_number() over (order by position) - 1 as i from priority) priority
        on priority.i = case when r.h % 50 = 0 then 0 when r.h % 10 = 0 then 1 when r.h % 5 < 3 then 2 else 3 end
      join person reporter on not reporter.is_agent and reporter.i = r.h % ${customers}::integer
      join person assignee on assignee.is_agent and assignee.i = r.h % ${agents}::integer
      left join organization_member member on member.account_id = reporter.id
      order by r.n`.execute(db);
  }
  await sql`
    update project set last_request_number = ${count}::integer where key in ('MAIN', 'SIDE')`.execute(db);
}

/** What stands beside the requests: their history, comments, people, and how their service levels stand. */
async function fillBeside(db: Database): Promise<void> {
  // Each was assigned after half an hour; what is not waiting for support was begun after an hour.
  await sql`
    insert into changelog (request_id, author_id, version, items, created_at)
    select id, assignee_id, 1, '[]', created_at + interval '30 minutes' from request where assignee_id is not null`.execute(
    db,
  );
  await sql`
    insert into change_item (request_id, field, from_value, from_text, from_at, from_by, to_value, to_text, author_id, at)
    select r.id, 'assignee', null, null, r.created_at, r.creator_id, a.account_id, a.display_name, a.id,
           r.created_at + interval '30 minutes'
      from request r join account a on a.id = r.assignee_id
    union all
    select r.id, 'status', waiting.id::text, waiting.name, r.created_at, r.creator_id, began.id::text, began.name, r.assignee_id,
           r.created_at + interval '1 hour'
      from request r
      join status waiting on waiting.name = 'Waiting for support'
      join status began on began.name = 'In progress'
     where r.status_id <> waiting.id
    union all
    select r.id, 'status', began.id::text, began.name, r.created_at + interval '1 hour', r.assignee_id, ended.id::text, ended.name,
           r.assignee_id, r.updated_at
      from request r
      join status began on began.name = 'In progress'
      join status ended on ended.id = r.status_id and ended.name in ('Resolved', 'Waiting for customer')`.execute(
    db,
  );
  await sql`
    insert into comment (request_id, author_id, body, body_text, is_public, created_at)
    select id, coalesce(assignee_id, reporter_id), '{}', 'We looked at word' || id * 31 % ${words}::integer, id % 2 = 0,
           created_at + interval '1 hour'
      from request where id % 3 = 0`.execute(db);
  await sql`
    insert into request_participant (request_id, account_id)
    select r.id, p.id from request r join person p on not p.is_agent and p.i = (r.id * 13) % ${customers}::integer
     where r.id % 10 = 0 and p.id <> r.reporter_id`.execute(db);
  await sql`
    insert into request_watcher (request_id, account_id)
    select r.id, p.id from request r join person p on p.is_agent and p.i = (r.id * 7) % ${agents}::integer
     where r.id % 10 = 1`.execute(db);
  await sql`
    insert into request_moment (request_id, at, kind, detail)
    select r.id, r.created_at + interval '30 minutes', 'changed', '{"assignee_id": null}'::jsonb
      from request r where r.assignee_id is not null
    union all
    select r.id, r.created_at + interval '1 hour', 'changed', jsonb_build_object('status_id', waiting.id)
      from request r join status waiting on waiting.name = 'Waiting for support' where r.status_id <> waiting.id
    union all
    select r.id, r.updated_at, 'changed',
           jsonb_build_object('status_id', began.id, 'resolution', null, 'resolved_at', null)
      from request r
      join status began on began.name = 'In progress'
      join status ended on ended.id = r.status_id and ended.name in ('Resolved', 'Waiting for customer')`.execute(
    db,
  );
  // How resolved requests stood; those that are open are computed (sla.ts).
  await sql`
    insert into sla_cycle (request_id, metric_id, number, is_latest, state, started_at, stopped_at, goal_ms, elapsed_ms, breached_at)
    select r.id, m.id, 1, true, 'completed', r.created_at, r.resolved_at, 8 * 3600000, 16 * 3600000,
           case when r.id % 5 = 0 then r.resolved_at end
      from request r join sla_metric m on m.service_desk_id = r.service_desk_id
     where r.resolved_at is not null`.execute(db);
  // All words are of the form word123, of which every language has the same stem.
  await sql`
    insert into request_text (request_id, service_desk_id, source, piece, is_public, words)
    select id, service_desk_id, 'summary', 0, true, to_tsvector('simple', summary) || array_to_tsvector(array[lower(key)]) from request
    union all select id, service_desk_id, 'description', 0, true, to_tsvector('simple', description_text) from request
    union all select c.request_id, r.service_desk_id, 'comment', c.id, c.is_public, to_tsvector('simple', c.body_text)
      from comment c join request r on r.id = c.request_id`.execute(db);
}

/** Computes the service levels of all that is open, as they are computed after every change. */
async function keepOpen(db: Database): Promise<void> {
  await sql`insert into sla_stale (request_id) select id from request where resolved_at is null`.execute(db);
  await sql`analyze`.execute(db);
  await keepSlas(db);
}
