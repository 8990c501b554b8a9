import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { allProviders } from '../providers/store.ts';
import { addProvider } from '../testing-sign-in.ts';
import { portalsClosedTo, providersServing } from './serving.ts';

let portico: TestApp;
const portals: string[] = [];
let defaultId: string;

beforeAll(async () => {
  portico = await createTestApp();
  const { db } = portico.platform;
  for (const key of ['ONE', 'TWO']) {
    const project = await db
      .insertInto('project')
      .values({ key, name: key })
      .returning('id')
      .executeTakeFirstOrThrow();
    const desk = await db
      .insertInto('service_desk')
      .values({ project_id: project.id, portal_name: key, access: 'open' })
      .returning('id')
      .executeTakeFirstOrThrow();
    portals.push(desk.id);
  }
  let count = 0;
  for (const isEnabled of [true, false])
    for (const admits of ['all', 'domains'] as const)
      for (const shownOn of ['none', 'listed', 'all'] as const)
        for (const hasDomain of [true, false]) {
          count += 1;
          const { id } = await addProvider(portico, {
            protocol: 'oidc',
            name: `${isEnabled ? 'on' : 'off'} ${admits} ${shownOn} ${hasDomain ? 'domain' : 'no domain'}`,
            domains: [`company${count}.example`],
            isEnabled,
            admits,
            shownOn,
            portalIds: portals.slice(0, 1),
            oidc: { issuer: `http://company${count}.example`, clientId: 'portico', clientSecret: 'secret' },
          });
          if (hasDomain) continue;
          await db
            .updateTable('identity_provider_domain')
            .set({ verified_at: null, verified_by: null })
            .where('provider_id', '=', id)
            .execute();
        }
  defaultId =
    (await allProviders(db)).find(({ name }) => name === 'on all listed no domain')?.id ?? 'not found';
  await db
    .insertInto('portal_sign_in')
    .values(
      portals.map((portal_id, index) => ({
        portal_id,
        requires_provider: true,
        default_provider_id: index === 1 ? defaultId : null,
      })),
    )
    .execute();
});

afterAll(() => portico?.close());

async function serving(portal: 0 | 1): Promise<string[]> {
  const all = await allProviders(portico.platform.db);
  const found = providersServing(all, portals[portal] ?? '', portal === 1 ? defaultId : null);
  return found.map(({ name }) => name).sort();
}

test('a portal is served by enabled providers that can admit somebody and that its people come to', async () => {
  expect(await serving(0)).toEqual([
    'on all all domain',
    'on all all no domain',
    'on all listed domain',
    'on all listed no domain',
    'on all none domain',
    'on domains all domain',
    'on domains listed domain',
    'on domains none domain',
  ]);
  expect(await serving(1)).toEqual([
    'on all all domain',
    'on all all no domain',
    'on all listed no domain',
    'on all none domain',
    'on domains all domain',
    'on domains none domain',
  ]);
});

test('sessions open just the portals that their provider serves, and those of passwords none', async () => {
  const { db } = portico.platform;
  const closedTo = async (providerId: string | null) =>
    (await portalsClosedTo(providerId).execute(db)).rows.map(({ portal_id }) => portal_id).sort();
  expect(await closedTo(null)).toEqual(portals);
  for (const { id, name } of await allProviders(db)) {
    const expected = [];
    for (const portal of [0, 1] as const) {
      if (!(await serving(portal)).includes(name)) expected.push(portals[portal]);
    }
    expect(await closedTo(id), name).toEqual(expected);
  }
  await sql`update portal_sign_in set requires_provider = false`.execute(db);
  expect(await closedTo(null)).toEqual([]);
});
