/**
 * The floor: the least that answers the same questions. A bare Fastify, one pool of `pg`, SQL by hand. It looks up the
 * session as Portico does, but knows no rules, no schema, no limits and no events: nobody could ship it.
 */
import { createHash } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import pg from 'pg';

const sessionSql = `
  select account.id from session join account on account.id = session.account_id
  where session.token_hash = $1 and session.expires_at > now() and account.is_active`;

const requestSql = `
  select r.id, r.key, r.summary, r.description, r.description_text, r.custom_fields, r.created_at, r.status_since,
         s.name as status, s.category, t.id as type_id, t.name as type, d.id as desk_id,
         a.account_id, a.display_name, a.email, a.time_zone
  from request r
  join status s on s.id = r.status_id
  join request_type t on t.id = r.request_type_id
  join service_desk d on d.id = r.service_desk_id
  join account a on a.id = r.reporter_id
  where r.key = $1
    and (r.reporter_id = $2 or exists (
      select from service_desk_agent x where x.service_desk_id = r.service_desk_id and x.account_id = $2))`;

const queueSql = `
  select r.id, r.key, r.summary, r.created_at, r.updated_at, s.name as status, s.category, t.name as type,
         a.account_id, a.display_name, a.email, b.account_id as assignee_id, b.display_name as assignee
  from (select * from request where service_desk_id = $1 and resolved_at is null
        order by created_at desc, id desc limit $2) r
  join status s on s.id = r.status_id
  join request_type t on t.id = r.request_type_id
  join account a on a.id = r.reporter_id
  left join account b on b.id = r.assignee_id
  order by r.created_at desc, r.id desc`;

const ownSql = `
  select r.id, r.key, r.summary, r.description_text, r.custom_fields, r.created_at, r.status_since,
         s.name as status, s.category, t.name as type, a.account_id, a.display_name, a.email
  from (select * from request where reporter_id = $1 order by created_at desc, id desc limit $2) r
  join status s on s.id = r.status_id
  join request_type t on t.id = r.request_type_id
  join account a on a.id = r.reporter_id
  order by r.created_at desc, r.id desc`;

const lockSql = `
  select r.id, r.version, r.status_id, r.service_desk_id from request r
  where r.key = $1 and exists (
    select from service_desk_agent x where x.service_desk_id = r.service_desk_id and x.account_id = $2)
  for update`;

const commentSql = `
  with touched as (update request set updated_at = now() where id = $1)
  insert into comment (request_id, author_id, body, body_text, is_public) values ($1, $2, $3, $4, true)
  returning id, created_at`;

const moveSql = `
  update request set status_id = t.to_status_id, status_since = now(), updated_at = now(), version = version + 1
  from workflow_transition t
  where request.id = $1 and t.id = $2 and exists (
    select from workflow_transition_from f where f.transition_id = t.id and f.status_id = request.status_id)
  returning t.to_status_id as to`;

const changeSql = `insert into changelog (request_id, author_id, version, items) values ($1, $2, $3, $4)`;

const numberSql = `
  update project set last_request_number = last_request_number + 1
  where id = (select project_id from service_desk where id = $1)
  returning key || '-' || last_request_number as key`;

const insertSql = `
  insert into request (service_desk_id, key, request_type_id, status_id, reporter_id, summary, description, description_text)
  select $1, $2, t.id, w.initial_status_id, $3, $4, $5, $6
  from request_type t join workflow w on w.id = t.workflow_id where t.id = $7
  returning id, key, summary, description_text, created_at`;

const eventSql = `
  insert into event (kind, topics, audience, payload) values ($3, $1, 'customers', $2)`;

interface NewRequest {
  readonly serviceDeskId: string;
  readonly requestTypeId: string;
  readonly requestFieldValues: { readonly summary: string; readonly description: string };
}

/** Makes the floor on a pool of as many connections as Portico has. */
export function createFloor(url: string, maxConnections: number): FastifyInstance {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    options: '-c search_path=portico',
  });
  const app = Fastify({ logger: false });
  app.addHook('onClose', () => pool.end());

  async function whoAsks(cookie = ''): Promise<string> {
    const token = cookie.slice(cookie.indexOf('=') + 1);
    const hash = createHash('sha256').update(token).digest();
    const { rows } = await pool.query(sessionSql, [hash]);
    return rows[0].id;
  }

  app.get<{ Params: { key: string } }>('/request/:key', async (request) => {
    const viewerId = await whoAsks(request.headers.cookie);
    const { rows } = await pool.query(requestSql, [request.params.key, viewerId]);
    return rows[0];
  });

  app.get<{ Querystring: { limit: string } }>('/own', async (request) => {
    const viewerId = await whoAsks(request.headers.cookie);
    const { rows } = await pool.query(ownSql, [viewerId, request.query.limit]);
    return { values: rows };
  });

  app.get<{ Params: { deskId: string }; Querystring: { limit: string } }>(
    '/queue/:deskId',
    async (request) => {
      await whoAsks(request.headers.cookie);
      const { rows } = await pool.query(queueSql, [request.params.deskId, request.query.limit]);
      return { values: rows };
    },
  );

  app.post<{ Body: NewRequest }>('/request', async (request, reply) => {
    const viewerId = await whoAsks(request.headers.cookie);
    const { serviceDeskId, requestTypeId, requestFieldValues } = request.body;
    const { summary, description } = requestFieldValues;
    reply.code(201);
    return inTransaction(async (client) => {
      const { rows: numbered } = await client.query(numberSql, [serviceDeskId]);
      const { rows } = await client.query(insertSql, [
        serviceDeskId,
        numbered[0].key,
        viewerId,
        summary,
        adf(description),
        description,
        requestTypeId,
      ]);
      await tell(client, { id: rows[0].id, service_desk_id: serviceDeskId }, 'request.created');
      return rows[0];
    });
  });

  app.post<{ Params: { key: string }; Body: { body: string } }>(
    '/request/:key/comment',
    async (request, reply) => {
      const viewerId = await whoAsks(request.headers.cookie);
      const { body } = request.body;
      reply.code(201);
      return inTransaction(async (client) => {
        const { rows: locked } = await client.query(lockSql, [request.params.key, viewerId]);
        const { rows } = await client.query(commentSql, [locked[0].id, viewerId, adf(body), body]);
        await tell(client, locked[0], 'comment.added');
        return rows[0];
      });
    },
  );

  app.post<{ Params: { key: string }; Body: { transitionId: string } }>(
    '/request/:key/move',
    async (request, reply) => {
      const viewerId = await whoAsks(request.headers.cookie);
      reply.code(201);
      return inTransaction(async (client) => {
        const { rows: locked } = await client.query(lockSql, [request.params.key, viewerId]);
        const { id, status_id: from, version } = locked[0];
        const { rows } = await client.query(moveSql, [id, request.body.transitionId]);
        const { to } = rows[0];
        await client.query(changeSql, [
          id,
          viewerId,
          version + 1,
          JSON.stringify([{ field: 'status', from, to }]),
        ]);
        await tell(client, locked[0], 'request.transitioned');
        return { to };
      });
    },
  );

  async function inTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }
  return app;
}

function adf(text: string): string {
  return JSON.stringify({ version: 1, type: 'doc', content: [{ type: 'text', text }] });
}

async function tell(
  client: pg.PoolClient,
  request: { id: string; service_desk_id: string },
  kind: string,
): Promise<void> {
  const topics = [`request:${request.id}`, `service-desk:${request.service_desk_id}`];
  await client.query(eventSql, [topics, { requestId: request.id }, kind]);
}
