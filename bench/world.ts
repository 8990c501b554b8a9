import { sql } from 'kysely';
import { addDeskPeople, createServiceDesk } from '../server/desk/index.ts';
import { createAccount, startSession } from '../server/identity/index.ts';
import type { Config } from '../server/platform/config/config.ts';
import { type Database, inTransaction } from '../server/platform/database/database.ts';
import type { SignInWorld } from './sign-in-world.ts';

const nobody = { accountId: null, name: null, address: null };

/** The desk that all cases ask of. */
export interface World {
  readonly deskId: string;
  readonly requestTypeId: string;
  readonly queueId: string;
  readonly requestKey: string;
  /** of requests that wait for support */
  readonly openKeys: readonly string[];
  /** ids of the transitions between waiting for support and in progress */
  readonly transitions: { readonly there: string; readonly back: string };
  /** the session cookie of a customer who has raised one request in a thousand */
  readonly customerCookie: string;
  /** the session cookie of an agent of the desk */
  readonly cookie: string;
  readonly signIn: SignInWorld;
}

/**
 * Fills an empty database: one desk from the usual template, one agent, a thousand customers, and `count` requests
 * spread over a year, one in ten of them open.
 */
export async function createWorld(
  db: Database,
  config: Config,
  count: number,
  signIn: SignInWorld,
): Promise<World> {
  const { desk, agent } = await inTransaction(db, async (trx) => {
    const desk = await createServiceDesk(trx, {
      projectKey: 'BENCH',
      projectName: 'Bench',
      portalName: 'Bench',
      access: 'open',
    });
    const agent = await createAccount(trx, { email: 'agent@bench.example', displayName: 'Agent' });
    await addDeskPeople(trx, { desk, auditActor: nobody }, 'agent', [agent]);
    return { desk, agent };
  });
  await fill(db, desk.id, count);
  const customer = await db
    .selectFrom('account')
    .select('id')
    .where('email', '=', 'customer11@bench.example')
    .executeTakeFirstOrThrow();
  const cookieOf = async (accountId: string) => {
    const session = await startSession(db, { accountId, address: null, userAgent: null, config });
    return session.cookie.split(';', 1)[0] ?? '';
  };
  const open = await db
    .selectFrom('request')
    .select('key')
    .where('resolved_at', 'is', null)
    .orderBy('id')
    .limit(5000)
    .execute();
  const requestType = await db
    .selectFrom('request_type')
    .select('id')
    .where('name', '=', 'Ask a question')
    .executeTakeFirstOrThrow();
  const queue = await db
    .selectFrom('queue')
    .select('id')
    .where('name', '=', 'All open')
    .executeTakeFirstOrThrow();
  return {
    deskId: desk.id,
    requestTypeId: requestType.id,
    queueId: queue.id,
    requestKey: `BENCH-${Math.ceil(count / 2)}`,
    openKeys: open.map(({ key }) => key),
    transitions: {
      there: await transitionId(db, 'Start work'),
      back: await transitionId(db, 'Stop work'),
    },
    signIn,
    cookie: await cookieOf(agent.id),
    customerCookie: await cookieOf(customer.id),
  };
}

async function transitionId(db: Database, name: string): Promise<string> {
  const { id } = await db
    .selectFrom('workflow_transition')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return id;
}

/** In bulk, past the rules: a hundred thousand requests one by one would take minutes. */
async function fill(db: Database, deskId: string, count: number): Promise<void> {
  await sql`
    insert into account (email, display_name)
    select 'customer' || n || '@bench.example', 'Customer ' || n from generate_series(1, 1000) n`.execute(db);
  await sql`
    insert into request (service_desk_id, key, request_type_id, status_id, reporter_id, summary, description,
                         description_text, resolution, resolved_at, created_at, updated_at, status_since)
    select ${deskId}, 'BENCH-' || n, type.id, status.id, reporter.id, 'Request number ' || n,
           jsonb_build_object('version', 1, 'type', 'doc', 'content', jsonb_build_array(jsonb_build_object(
             'type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object(
               'type', 'text', 'text', repeat('The machine stopped in the middle of the morning. ', 4)))))),
           repeat('The machine stopped in the middle of the morning. ', 4),
           case when n % 10 > 0 then 'Done' end,
           case when n % 10 > 0 then at + interval '2 days' end, at, at, at
    from generate_series(1, ${count}::integer) n
    cross join lateral (select now() - (${count}::integer - n) * (interval '365 days' / ${count}::integer) as at) as time
    join (select id, row_number() over (order by id) - 1 as i, count(*) over () as size
          from request_type where service_desk_id = ${deskId}) type on type.i = n % type.size
    join (select id from account where email like 'customer%' order by id limit 1) first on true
    join account reporter on reporter.id = first.id + n % 1000
    join status on status.name = case when n % 10 > 0 then 'Resolved' else 'Waiting for support' end`.execute(
    db,
  );
  await sql`update project set last_request_number = ${count} where key = 'BENCH'`.execute(db);
  await sql`vacuum analyze`.execute(db);
}
