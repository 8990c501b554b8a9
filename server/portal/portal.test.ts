import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember, createOrganization } from '../customers/index.ts';
import {
  addDeskOrganization,
  addDeskPeople,
  createServiceDesk,
  type RaisedRequest,
  raiseRequest,
  type ServiceDesk,
} from '../desk/index.ts';
import { type AccountSummary, startSession } from '../identity/index.ts';
import { createTestApp, type TestApp } from '../testing.ts';

interface Person {
  readonly account: AccountSummary;
  readonly headers: Record<string, string>;
}

let site: TestApp;
let acmeDesk: ServiceDesk;
let openDesk: ServiceDesk;
let unlistedDesk: ServiceDesk;
let alice: Person;
let bob: Person;
let agent: Person;
let raised: RaisedRequest;

const nobody: Person['headers'] = {};

async function person(displayName: string): Promise<Person> {
  const account = await site.createAccount({ displayName });
  return { account, headers: await site.signIn(account) };
}

beforeAll(async () => {
  site = await createTestApp();
  const { db } = site.platform;
  alice = await person('Alice');
  bob = await person('Bob');
  agent = await person('Anna');
  acmeDesk = await createServiceDesk(db, {
    projectKey: 'ACME',
    projectName: 'Acme care',
    portalName: 'Acme Support',
    description: 'For Acme only',
    access: 'restricted',
    accentColor: 'teal',
  });
  openDesk = await createServiceDesk(db, {
    projectKey: 'OPEN',
    projectName: 'Everyone',
    portalName: 'Everyone’s Support',
    access: 'open',
  });
  unlistedDesk = await createServiceDesk(db, {
    projectKey: 'QUIET',
    projectName: 'Quiet',
    portalName: 'Quiet Support',
    access: 'open',
  });
  await db.updateTable('service_desk').set({ is_listed: false }).where('id', '=', unlistedDesk.id).execute();
  const acme = await createOrganization(db, { name: 'Acme' });
  await addMember(db, {
    organizationId: acme.id,
    accountId: alice.account.id,
    role: 'member',
    origin: 'manual',
  });
  const auditActor = { accountId: null, name: null, address: null };
  await addDeskOrganization(db, { desk: acmeDesk, auditActor }, acme);
  await addDeskPeople(db, { desk: acmeDesk, auditActor }, 'agent', [agent.account]);
  const type = await db
    .selectFrom('request_type')
    .select('id')
    .where('service_desk_id', '=', acmeDesk.id)
    .where('name', '=', 'Ask a question')
    .executeTakeFirstOrThrow();
  raised = await raiseRequest(db, {
    actor: { accountId: alice.account.id, isAgent: false },
    serviceDeskId: acmeDesk.id,
    requestTypeId: type.id,
    values: { summary: 'How do I print?' },
  });
});
afterAll(() => site.close());

async function get(url: string, headers: Person['headers']) {
  const { statusCode, body } = await site.app.inject({ url, headers });
  return { status: statusCode, text: body };
}

async function portalIds(headers: Person['headers']): Promise<string[]> {
  const { text } = await get('/rest/portico/1/portal', headers);
  return (JSON.parse(text) as { values: { id: string }[] }).values.map(({ id }) => id).sort();
}

test('nobody in particular sees the portals that are listed', async () => {
  expect(await portalIds(nobody)).toEqual([acmeDesk.id, openDesk.id].sort());
  const { text } = await get('/rest/portico/1/portal', nobody);
  expect(JSON.parse(text).values).toContainEqual({
    id: acmeDesk.id,
    name: 'Acme Support',
    description: 'For Acme only',
    accentColor: 'teal',
    projectKey: 'ACME',
    mayRaise: false,
  });
});

test('a customer sees the portals that are open to them, listed or not, and may raise requests there', async () => {
  expect(await portalIds(alice.headers)).toEqual([acmeDesk.id, openDesk.id, unlistedDesk.id].sort());
  expect(await portalIds(bob.headers)).toEqual([openDesk.id, unlistedDesk.id].sort());
  const { text } = await get(`/rest/portico/1/portal/${acmeDesk.id}`, alice.headers);
  expect(JSON.parse(text)).toMatchObject({ name: 'Acme Support', mayRaise: true });
});

test('a portal that is not theirs is not there, with the same words as one that does not exist', async () => {
  const theirs = await get(`/rest/portico/1/portal/${acmeDesk.id}`, bob.headers);
  const none = await get('/rest/portico/1/portal/99999', bob.headers);
  expect(theirs).toEqual(none);
  expect(theirs.status).toBe(404);
  expect((await get(`/rest/portico/1/portal/${unlistedDesk.id}`, nobody)).status).toBe(404);
  expect((await get('/rest/portico/1/portal/ACME', alice.headers)).status).toBe(404);
});

test('the page of a request is 404 for a customer of another company, as for a request that does not exist', async () => {
  for (const page of [`/servicedesk/customer/portal/${acmeDesk.id}/`, '/browse/']) {
    expect((await get(page + raised.key, alice.headers)).status).toBe(200);
    expect((await get(page + raised.key, agent.headers)).status).toBe(200);
    const theirs = await get(page + raised.key, bob.headers);
    const none = await get(`${page}ACME-999`, bob.headers);
    expect(theirs.status).toBe(404);
    expect(none.status).toBe(404);
    expect(theirs.text).toBe(none.text);
    expect((await get(page + raised.key, nobody)).status).toBe(200);
    expect((await get(`${page}nonsense`, alice.headers)).status).toBe(404);
  }
});

test('the pages of a portal are 404 for those who may not use it', async () => {
  for (const page of ['', '/group/1/create/1']) {
    const address = (id: string) => `/servicedesk/customer/portal/${id}${page}`;
    expect((await get(address(acmeDesk.id), alice.headers)).status).toBe(200);
    expect((await get(address(acmeDesk.id), bob.headers)).status).toBe(404);
    expect((await get(address('99999'), alice.headers)).status).toBe(404);
    expect((await get(address('ACME'), alice.headers)).status).toBe(404);
    expect((await get(address(acmeDesk.id), nobody)).status).toBe(200);
  }
});

test('at a portal’s own host there are that portal’s requests alone, with links that stay there', async () => {
  const { db, config } = site.platform;
  const at = async (serviceDesk: ServiceDesk, host: string) => {
    const domain = { host, portal_id: serviceDesk.id, is_main: true, check_key: 'key' };
    await db.insertInto('portal_domain').values(domain).execute();
    const session = { accountId: alice.account.id, address: null, userAgent: null, config, host };
    const { cookie } = await startSession(db, session);
    return { host, cookie: cookie.split(';', 1)[0] ?? '' };
  };
  const own = await at(acmeDesk, 'help.acme.example');
  const other = await at(openDesk, 'help.open.example');
  const list = '/rest/servicedeskapi/request';
  const keys = async (headers: Person['headers']) =>
    (JSON.parse((await get(list, headers)).text) as { values: { issueKey: string }[] }).values.map(
      ({ issueKey }) => issueKey,
    );
  expect(await keys(own)).toEqual([raised.key]);
  expect(await keys(other)).toEqual([]);
  expect((await get(`${list}/${raised.key}`, other)).status).toBe(404);
  const shown = await get(`${list}/${raised.key}`, own);
  const origin = `http://help.acme.example:${config.url.port}`;
  expect(JSON.parse(shown.text)._links.web).toBe(
    `${origin}/servicedesk/customer/portal/${acmeDesk.id}/${raised.key}`,
  );
  expect(shown.text).not.toContain(config.url.origin);
  expect(await portalIds(own)).toEqual([acmeDesk.id]);
});
