import { addMember, createOrganization, type Organization } from '../customers/index.ts';
import { type AccountSummary, startSession } from '../identity/index.ts';
import { createTestApp, type TestApp, type TestAppOptions } from '../testing.ts';
import { type RaisedRequest, raiseRequest } from './requests/raise-request.ts';
import { addDeskOrganization, addDeskPeople } from './service-desks/people.ts';
import { createServiceDesk } from './service-desks/service-desks.ts';
import type { ServiceDesk } from './service-desks/store.ts';

/** Someone in a test, signed in. */
export interface TestPerson {
  readonly account: AccountSummary;
  readonly headers: { cookie: string; origin: string };
}

type Role =
  | 'administrator'
  | 'agent'
  | 'otherAgent'
  | 'reporter'
  | 'member'
  | 'manager'
  | 'customerOfB'
  | 'otherManager';

/** An identity provider in a test, which admits everybody. */
interface TestProvider {
  readonly isEnabled?: boolean;
  readonly shownOn?: 'none' | 'all' | 'listed';
  readonly portalIds?: readonly string[];
}

/** What the API answered. */
export interface TestAnswer<Body> {
  readonly status: number;
  /** parsed JSON; null for other types */
  readonly body: Body;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Two desks, two companies and everyone who may meet there. */
export interface DeskWorld extends Omit<TestApp, 'signIn'> {
  /** restricted to Acme; `agent` works here */
  readonly desk: ServiceDesk;
  /** restricted to Globex; `otherAgent` works here */
  readonly otherDesk: ServiceDesk;
  readonly acme: Organization;
  readonly globex: Organization;
  /** `reporter`, `member` and `manager` are Acme's, `customerOfB` and `otherManager` Globex's */
  readonly people: Readonly<Record<Role, TestPerson>>;
  /** request type ids of `desk` by name */
  readonly types: ReadonlyMap<string, string>;
  /** customfield_NNNNN by name */
  readonly fields: ReadonlyMap<string, string>;
  /** Makes an account and signs it in. */
  person(account?: Parameters<TestApp['createAccount']>[0]): Promise<TestPerson>;
  /** The same person in a session that began at an identity provider, which serves all portals unless other things are said of it. */
  throughCompany(person: TestPerson, provider?: TestProvider): Promise<TestPerson>;
  /** Raises "Report a problem" on `desk`, by `reporter` unless another is given. */
  raise(options?: {
    by?: TestPerson;
    summary?: string;
    values?: Record<string, unknown>;
    at?: Date;
  }): Promise<RaisedRequest>;
  /** Asks the API as a person (null: not signed in). */
  ask<Body = unknown>(
    person: TestPerson | null,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<TestAnswer<Body>>;
  /** Uploads a file to `desk` as a person and returns its temporary id. */
  upload(person: TestPerson, fileName: string, content: string | Buffer): Promise<string>;
}

/** Builds the world. Close it when done. */
export async function createDeskWorld(options: TestAppOptions = {}): Promise<DeskWorld> {
  const app = await createTestApp(options);
  const { db } = app.platform;

  async function person(account: Parameters<TestApp['createAccount']>[0] = {}): Promise<TestPerson> {
    const made = await app.createAccount(account);
    return { account: made, headers: await app.signIn(made) };
  }
  const people = {
    administrator: await person({ displayName: 'Ada Admin', isAdministrator: true }),
    agent: await person({ displayName: 'Anna Agent', email: 'anna@northwind.example' }),
    otherAgent: await person({ displayName: 'Otto Agent' }),
    reporter: await person({ displayName: 'Alice Reporter', email: 'alice@acme.example' }),
    member: await person({ displayName: 'Max Member', email: 'max@acme.example' }),
    manager: await person({ displayName: 'Mona Manager', email: 'mona@acme.example' }),
    customerOfB: await person({ displayName: 'Bob Globex', email: 'bob@globex.example' }),
    otherManager: await person({ displayName: 'Gus Globex', email: 'gus@globex.example' }),
  };
  const acme = await createOrganization(db, { name: 'Acme' });
  const globex = await createOrganization(db, { name: 'Globex' });
  for (const [organization, who, role] of [
    [acme, people.reporter, 'member'],
    [acme, people.member, 'member'],
    [acme, people.manager, 'manager'],
    [globex, people.customerOfB, 'member'],
    [globex, people.otherManager, 'manager'],
  ] as const) {
    await addMember(db, {
      organizationId: organization.id,
      accountId: who.account.id,
      role,
      origin: 'manual',
    });
  }
  const auditActor = { accountId: null, name: null, address: null };
  async function makeDesk(projectKey: string, organization: Organization, agent: TestPerson) {
    const desk = await createServiceDesk(db, {
      projectKey,
      projectName: `${projectKey} project`,
      portalName: `${projectKey} portal`,
      access: 'restricted',
    });
    await addDeskOrganization(db, { desk, auditActor }, organization);
    await addDeskPeople(db, { desk, auditActor }, 'agent', [agent.account]);
    return desk;
  }
  const desk = await makeDesk('NORTH', acme, people.agent);
  const otherDesk = await makeDesk('OTHER', globex, people.otherAgent);
  const typeRows = await db
    .selectFrom('request_type')
    .select(['id', 'name'])
    .where('service_desk_id', '=', desk.id)
    .execute();
  const types = new Map(typeRows.map(({ id, name }) => [name, id]));
  const fieldRows = await db.selectFrom('field').select(['id', 'name']).execute();
  const fields = new Map(fieldRows.map(({ id, name }) => [name, `customfield_${id}`]));

  return {
    ...app,
    desk,
    otherDesk,
    acme,
    globex,
    people,
    types,
    fields,
    person,
    async throughCompany({ account, headers }, { isEnabled = true, shownOn = 'all', portalIds = [] } = {}) {
      const provider = await db
        .insertInto('identity_provider')
        .values({
          protocol: 'saml',
          name: 'Company',
          issuer: '',
          settings: '{}',
          is_enabled: isEnabled,
          admits: 'all',
          shown_on: shownOn,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      for (const id of portalIds) {
        await db
          .insertInto('identity_provider_portal')
          .values({ provider_id: provider.id, portal_id: id })
          .execute();
      }
      const identity = await db
        .insertInto('identity')
        .values({ account_id: account.id, provider_id: provider.id, issuer: 'company', subject: account.id })
        .returning('id')
        .executeTakeFirstOrThrow();
      const { cookie } = await startSession(db, {
        accountId: account.id,
        identityId: identity.id,
        address: null,
        userAgent: null,
        config: app.platform.config,
      });
      return { account, headers: { ...headers, cookie: cookie.split(';', 1)[0] ?? '' } };
    },
    raise({ by = people.reporter, summary = 'The printer is on fire', values = {}, at } = {}) {
      return db.transaction().execute((trx) =>
        raiseRequest(trx, {
          actor: { accountId: by.account.id, isAgent: false },
          serviceDeskId: desk.id,
          requestTypeId: types.get('Report a problem') ?? '',
          values: {
            summary,
            description: 'It burns.\nSince noon.',
            [fields.get('Impact') ?? '']: { value: 'A team' },
            ...values,
          },
          ...(at && { at }),
        }),
      );
    },
    async ask<Body>(
      who: TestPerson | null,
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      url: string,
      body?: object,
      headers: Record<string, string> = {},
    ) {
      const response = await app.app.inject({
        method,
        url,
        headers: { ...who?.headers, ...headers },
        ...(body !== undefined && { payload: body }),
      });
      const isJson = String(response.headers['content-type']).includes('json');
      return {
        status: response.statusCode,
        body: (isJson ? response.json() : null) as Body,
        text: response.payload,
        headers: response.headers,
      };
    },
    async upload(who, fileName, content) {
      const response = await uploadTo(app.app, who, desk.id, fileName, content);
      const { temporaryAttachments } = response.json<{
        temporaryAttachments: { temporaryAttachmentId: string }[];
      }>();
      return temporaryAttachments[0]?.temporaryAttachmentId ?? '';
    },
  };
}

/** Uploads one file as multipart/form-data, the way browsers do. */
export function uploadTo(
  app: TestApp['app'],
  who: TestPerson | null,
  deskId: string,
  fileName: string,
  content: string | Buffer,
  type = 'application/octet-stream',
  {
    url = `/rest/servicedeskapi/servicedesk/${deskId}/attachTemporaryFile`,
    headers = {},
  }: { url?: string; headers?: Record<string, string> } = {},
) {
  const boundary = 'portico-test-boundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: ${type}\r\n\r\n`;
  return app.inject({
    method: 'POST',
    url,
    headers: { ...who?.headers, ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}
