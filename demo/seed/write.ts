import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { addMember, createOrganization } from '../../server/customers/index.ts';
import {
  addComment,
  addDeskOrganization,
  addDeskPeople,
  assignRequest,
  createServiceDesk,
  raiseRequest,
  type ServiceDesk,
  transitionRequest,
  uploadFiles,
} from '../../server/desk/index.ts';
import { type AccountSummary, createAccount } from '../../server/identity/index.ts';
import type { Database } from '../../server/platform/database/database.ts';
import type { Platform } from '../../server/platform/platform.ts';
import { companies, emailOf } from './companies.ts';
import { type FormKeys, formKeys, transitionId, valuesOf } from './forms.ts';
import { desksOfCompany, type PlannedRequest } from './plan.ts';
import { administrator, agents, type DeskKey, desks } from './staff.ts';
import type { PlannedStep } from './steps.ts';

/** What the seed is written with. */
export interface SeedTarget {
  readonly trx: Database;
  readonly platform: Pick<Platform, 'files' | 'config'>;
  /** when Northwind began to use Portico: before the first request */
  readonly since: Date;
  readonly passwordOf: (email: string) => string;
}

/** People and desks as they are in the database; people by e-mail address. */
interface Northwind {
  readonly accounts: ReadonlyMap<string, AccountSummary>;
  readonly desks: ReadonlyMap<DeskKey, ServiceDesk>;
  readonly forms: FormKeys;
}

const auditActor = { accountId: null, name: 'Demo data', address: null };

/** Makes Northwind's people, customers and service desks. */
export async function writeNorthwind({ trx, since, passwordOf }: SeedTarget): Promise<Northwind> {
  const accounts = new Map<string, AccountSummary>();
  for (const { name, email } of [administrator, ...agents]) {
    const isAdministrator = email === administrator.email;
    const password = passwordOf(email);
    accounts.set(
      email,
      await createAccount(trx, { email, displayName: name, password, isAdministrator, createdAt: since }),
    );
  }
  const deskByKey = new Map<DeskKey, ServiceDesk>();
  for (const desk of desks) {
    const made = await createServiceDesk(trx, { ...desk, auditActor, at: since });
    deskByKey.set(desk.projectKey, made);
    const team = agents.filter((agent) => agent.desks.includes(desk.projectKey));
    await addDeskPeople(
      trx,
      { desk: made, auditActor },
      'agent',
      team.map(({ email }) => known(accounts, email)),
    );
  }
  for (const company of companies) {
    const { name, domain, people } = company;
    const organization = await createOrganization(trx, { name, domains: [domain], createdAt: since });
    for (const key of desksOfCompany(company)) {
      const desk = known(deskByKey, key);
      if (desk.access === 'restricted') await addDeskOrganization(trx, { desk, auditActor }, organization);
    }
    for (const [rank, displayName] of people.entries()) {
      const email = emailOf(displayName, domain);
      const account = await createAccount(trx, { email, displayName, createdAt: since });
      accounts.set(email, account);
      await addMember(trx, {
        organizationId: organization.id,
        accountId: account.id,
        role: rank === 0 ? 'manager' : 'member',
        origin: 'domain',
        originRule: domain,
        createdAt: since,
      });
    }
  }
  return { accounts, desks: deskByKey, forms: await formKeys(trx) };
}

/** Raises the planned requests and lets happen to them what is planned, everything in order of time. */
export async function writeRequests(
  target: SeedTarget,
  northwind: Northwind,
  requests: readonly PlannedRequest[],
): Promise<void> {
  const ids = new Map<PlannedRequest, string>();
  const happenings = requests.flatMap((request) => [
    { at: request.at, happen: async () => void ids.set(request, await raise(target, northwind, request)) },
    ...request.steps.map((step) => ({
      at: step.at,
      happen: () => takeStep(target.trx, northwind, request, known(ids, request), step),
    })),
  ]);
  happenings.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { happen } of happenings) await happen();
}

/**
 * Forgets the events of this transaction: what is brought in happened long ago, and nobody who watches wants to hear of
 * it now.
 */
export async function forgetEvents(trx: Database): Promise<void> {
  await trx.deleteFrom('event').where('xid', '=', sql<string>`pg_current_xact_id()`).execute();
}

async function raise(
  { trx, platform }: SeedTarget,
  { accounts, desks: deskByKey, forms }: Northwind,
  request: PlannedRequest,
): Promise<string> {
  const { id: serviceDeskId } = known(deskByKey, request.desk);
  const actor = { accountId: known(accounts, request.reporter).id, isAgent: false };
  const { file } = request;
  const uploads = file
    ? await uploadFiles(
        { ...platform, db: trx },
        { accountId: actor.accountId, serviceDeskId },
        Readable.from([{ content: Readable.from([file.content]), fileName: file.name }]),
      )
    : [];
  const { requestTypeId, values } = valuesOf(
    forms,
    request,
    uploads.map((upload) => upload.id),
  );
  const raised = await raiseRequest(trx, { actor, serviceDeskId, requestTypeId, values, at: request.at });
  return raised.id;
}

async function takeStep(
  trx: Database,
  { accounts }: Northwind,
  request: PlannedRequest,
  requestId: string,
  step: PlannedStep,
): Promise<void> {
  const isAgent = step.actor !== request.reporter;
  const base = { requestId, actor: { accountId: known(accounts, step.actor).id, isAgent }, at: step.at };
  if (step.kind === 'assign') {
    await assignRequest(trx, { ...base, assigneeId: known(accounts, step.assignee).id });
  } else if (step.kind === 'comment') {
    await addComment(trx, { ...base, body: step.body, isPublic: step.isPublic });
  } else {
    await transitionRequest(trx, {
      ...base,
      transitionId: await transitionId(trx, requestId, step.kind),
      asCustomer: !isAgent,
    });
  }
}

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The seed has no ${String(key)}`);
  return value;
}
