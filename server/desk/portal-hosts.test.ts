import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSession } from '../identity/index.ts';
import { raiseRequest } from './requests/raise-request.ts';
import { createDeskWorld, type DeskWorld } from './testing.ts';

const host = 'help.north.example';
let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld({ config: { url: new URL('https://portico.example') } });
  await world.platform.db
    .insertInto('portal_domain')
    .values({ host, portal_id: world.desk.id, sign_in_at: 'domain', is_main: true, check_key: 'k' })
    .execute();
});
afterAll(() => world.close());

async function raiseElsewhere(): Promise<{ id: string; key: string }> {
  const { db } = world.platform;
  const type = await db
    .selectFrom('request_type')
    .select('id')
    .where('service_desk_id', '=', world.otherDesk.id)
    .where('name', '=', 'Report a problem')
    .executeTakeFirstOrThrow();
  return db.transaction().execute((trx) =>
    raiseRequest(trx, {
      actor: { accountId: world.people.customerOfB.account.id, isAgent: false },
      serviceDeskId: world.otherDesk.id,
      requestTypeId: type.id,
      values: {
        summary: 'Elsewhere',
        description: 'Elsewhere',
        [world.fields.get('Impact') ?? '']: { value: 'A team' },
      },
    }),
  );
}

test('at the host of a portal there is nothing of requests of others, whoever may see them', async () => {
  const { people, platform, ask } = world;
  const here = await world.raise();
  const elsewhere = await raiseElsewhere();
  const { cookie } = await startSession(platform.db, {
    accountId: people.administrator.account.id,
    address: null,
    userAgent: null,
    config: platform.config,
    host,
  });
  const headers = { host, origin: `https://${host}`, cookie: cookie.split(';', 1)[0] ?? '' };
  const at = async (key: string, part: string) =>
    (await ask(null, 'GET', `/rest/servicedeskapi/request/${key}${part}`, undefined, headers)).status;
  for (const part of ['', '/comment', '/attachment', '/participant', '/approval', '/status', '/transition']) {
    expect(await at(here.key, part), part).toBe(200);
    expect(await at(elsewhere.key, part), part).toBe(404);
    expect(await at(elsewhere.id, part), part).toBe(404);
  }
  const typesOf = async (deskId: string) =>
    (await ask(null, 'GET', `/rest/servicedeskapi/servicedesk/${deskId}/requesttype`, undefined, headers))
      .status;
  expect(await typesOf(world.desk.id)).toBe(200);
  expect(await typesOf(world.otherDesk.id)).toBe(404);
});
