import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { QueryWorld } from './world.ts';

/** A query, and what somebody who knows the tables would write in its place. */
export interface BenchQuery {
  readonly name: string;
  readonly jql: string;
  /** of this desk alone, as a queue; absent: of all desks that are served */
  readonly deskId?: string;
  /** over `request r` */
  readonly where: RawBuilder<SqlBool>;
  readonly orderBy: RawBuilder<unknown>;
  /** its time may grow with the number of requests: nothing that an index could give narrows it */
  readonly grows?: true;
}

/** Ten queues of the large desk, and twenty queries over both desks. */
export function benchQueries(world: QueryWorld): BenchQuery[] {
  return [...queues(world), ...searches(world)];
}

const newest = sql`r.created_at desc, r.id desc`;
const isOpen = sql<SqlBool>`r.resolved_at is null`;

function status(name: string) {
  return sql`(select id from status where name = ${name})`;
}

function priorities(...names: string[]) {
  return sql`array(select id from priority where name = any(${names}::text[]))`;
}

const urgentFirst = sql`(select position from priority p where p.id = r.priority_id), r.created_at, r.id`;

function queues({ deskId, agentId, metricId }: QueryWorld): BenchQuery[] {
  const openIn = sql<SqlBool>`r.service_desk_id = ${deskId} and r.resolved_at is null`;
  const queue = (
    name: string,
    jql: string,
    where: RawBuilder<SqlBool>,
    orderBy: RawBuilder<unknown>,
  ): BenchQuery => ({ name: `queue: ${name}`, jql, deskId, where, orderBy });
  return [
    queue('all open', 'resolution = Unresolved ORDER BY created DESC', openIn, newest),
    queue(
      'unassigned',
      'assignee is EMPTY AND resolution = Unresolved ORDER BY created ASC',
      sql`${openIn} and r.assignee_id is null`,
      sql`r.created_at, r.id`,
    ),
    queue(
      'mine',
      'assignee = currentUser() AND resolution = Unresolved ORDER BY created DESC',
      sql`${openIn} and r.assignee_id = ${agentId}`,
      newest,
    ),
    queue(
      'waiting for customer',
      'status = "Waiting for customer" ORDER BY created DESC',
      sql`r.service_desk_id = ${deskId} and r.status_id = ${status('Waiting for customer')}`,
      newest,
    ),
    queue(
      'most urgent',
      'priority in (Highest, High) AND resolution is EMPTY ORDER BY priority DESC, created ASC',
      sql`${openIn} and r.priority_id = any(${priorities('Highest', 'High')})`,
      urgentFirst,
    ),
    queue(
      'one request type',
      '"Request Type" = "Ask a question" AND resolution is EMPTY ORDER BY created DESC',
      sql`${openIn} and r.request_type_id = (
        select id from request_type where name = 'Ask a question' and service_desk_id = ${deskId})`,
      newest,
    ),
    queue(
      'resolved this week',
      'resolved >= -7d ORDER BY resolved DESC',
      sql`r.service_desk_id = ${deskId} and r.resolved_at >= now() - interval '7 days'`,
      sql`r.resolved_at desc, r.id desc`,
    ),
    queue(
      'waiting for long',
      'statusCategory != Done AND created <= -30d ORDER BY created ASC',
      sql`r.service_desk_id = ${deskId} and r.created_at <= now() - interval '30 days' and r.resolved_at is null`,
      sql`r.created_at, r.id`,
    ),
    queue(
      'missed',
      '"Time to resolution" = breached() AND resolution is EMPTY ORDER BY created DESC',
      sql`${openIn} and exists(select from sla_cycle c where c.request_id = r.id and c.metric_id = ${metricId} and c.is_latest
        and (c.breached_at is not null or (c.state = 'running' and c.due_at < now())))`,
      newest,
    ),
    queue(
      'due first',
      '"Time to resolution" = running() AND resolution is EMPTY ORDER BY "Time to resolution" ASC',
      sql`${openIn} and exists(select from sla_cycle c where c.request_id = r.id and c.metric_id = ${metricId} and c.is_latest
        and c.state = 'running')`,
      sql`(select c.due_at from sla_cycle c where c.request_id = r.id and c.metric_id = ${metricId} and c.is_latest), r.id`,
    ),
    queue(
      'changed lately',
      'resolution is EMPTY ORDER BY updated DESC',
      openIn,
      sql`r.updated_at desc, r.id desc`,
    ),
  ];
}

function searches(world: QueryWorld): BenchQuery[] {
  const { agentId, deskId, sideDeskId, colleague, customer, fields, critical, organizationId, metricIds } =
    world;
  const served = sql<SqlBool>`r.service_desk_id = any(array[${deskId}, ${sideDeskId}]::bigint[])`;
  const search = (
    jql: string,
    where: RawBuilder<SqlBool>,
    orderBy: RawBuilder<unknown> = newest,
    grows?: true,
  ): BenchQuery => ({ name: jql, jql, where: sql`${served} and ${where}`, orderBy, ...(grows && { grows }) });
  return [
    search('project = SIDE ORDER BY created DESC', sql`r.service_desk_id = ${sideDeskId}`),
    search(`key = ${world.requestKey}`, sql`r.key = ${world.requestKey}`),
    search(
      'assignee = currentUser() AND resolution = Unresolved ORDER BY created DESC',
      sql`r.assignee_id = ${agentId} and ${isOpen}`,
    ),
    search(`reporter = "${customer.accountId}" ORDER BY created DESC`, sql`r.reporter_id = ${customer.id}`),
    search(
      'organizations = "Organization 7" ORDER BY created DESC',
      sql`r.organization_id = ${organizationId}`,
    ),
    search('created >= startOfDay("-1d") ORDER BY created DESC', sql`r.created_at >= current_date - 1`),
    search(
      'updated >= -2h ORDER BY updated DESC',
      sql`r.updated_at >= now() - interval '2 hours'`,
      sql`r.updated_at desc, r.id desc`,
    ),
    search(
      'project in (MAIN, SIDE) AND priority = Highest AND status = "In progress" ORDER BY created DESC',
      sql`r.priority_id = any(${priorities('Highest')}) and r.status_id = ${status('In progress')}`,
    ),
    search(
      `reporter = "${customer.accountId}" AND status != Resolved ORDER BY created DESC`,
      sql`r.reporter_id = ${customer.id} and r.status_id <> ${status('Resolved')}`,
    ),
    search(
      'Severity = Critical AND resolution is EMPTY ORDER BY created DESC',
      sql`r.custom_fields ->> ${fields.severity} = ${critical} and ${isOpen}`,
    ),
    search(
      'Seats > 900 AND resolution is EMPTY ORDER BY created DESC',
      sql`(r.custom_fields ->> ${fields.seats})::numeric > 900 and ${isOpen}`,
    ),
    search(
      'Tags = tag7 ORDER BY created DESC',
      sql`r.custom_fields @> jsonb_build_object(${fields.tags}::text, '["tag7"]'::jsonb)`,
    ),
    search(
      '"Time to resolution" = everbreached() AND created >= -30d ORDER BY created DESC',
      sql`r.created_at >= now() - interval '30 days' and exists(select from sla_cycle c
        where c.request_id = r.id and c.metric_id = any(${metricIds}::bigint[])
          and (c.breached_at is not null or (c.state = 'running' and c.due_at < now())))`,
    ),
    search(
      'status = Resolved AND NOT priority in (Low, Medium) ORDER BY created DESC',
      sql`r.status_id = ${status('Resolved')} and r.priority_id <> all(${priorities('Low', 'Medium')})`,
    ),
    search(
      'text ~ word77 ORDER BY created DESC',
      sql`exists(select from request_text t where t.request_id = r.id and t.words @@ 'word77'::tsquery)`,
    ),
    search(
      'summary ~ "word77" AND resolution is EMPTY ORDER BY created DESC',
      sql`${isOpen} and exists(
        select from request_text t where t.request_id = r.id and t.source = 'summary' and t.words @@ 'word77'::tsquery)`,
    ),
    search(
      'text ~ "word1234 word1242" ORDER BY created DESC',
      sql`exists(select from request_text t where t.request_id = r.id and t.words @@ 'word1234 & word1242'::tsquery)`,
    ),
    search(
      'status was "In progress" DURING ("-40d", "-38d") ORDER BY created DESC',
      sql`(exists(
        select from change_item h
         where h.request_id = r.id and h.field = 'status' and h.from_value = ${status('In progress')}::text
           and h.from_at <= now() - interval '38 days' and h.at > now() - interval '40 days')
        or (r.status_id = ${status('In progress')}
          and coalesce((select max(h.at) from change_item h where h.request_id = r.id and h.field = 'status'), r.created_at)
              <= now() - interval '38 days'))`,
    ),
    search(
      'status changed TO Resolved AFTER -1d ORDER BY created DESC',
      sql`r.id in (
        select h.request_id from change_item h
         where h.field = 'status' and h.to_value = ${status('Resolved')}::text and h.at > now() - interval '1 day')`,
    ),
    search(
      'watcher = currentUser() ORDER BY created DESC',
      sql`r.id in (select w.request_id from request_watcher w where w.account_id = ${agentId})`,
    ),
    search(
      `assignee = "${colleague.accountId}" AND resolution = Unresolved AND created >= -30d ORDER BY created DESC`,
      sql`r.assignee_id = ${colleague.id} and ${isOpen} and r.created_at >= now() - interval '30 days'`,
    ),
  ];
}
