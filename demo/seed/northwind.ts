import { addMember, createOrganization } from '../../server/customers/index.ts';
import { addDeskOrganization, addDeskPeople, createServiceDesk } from '../../server/desk/index.ts';
import {
  type AccountSummary,
  changeSignUpPolicy,
  createAccount,
  setPassword,
} from '../../server/identity/index.ts';
import type { Database } from '../../server/platform/database/database.ts';
import { auditActor } from './audit-actor.ts';
import { writeOfficeHours } from './calendars.ts';
import { writeCannedResponses } from './canned-responses.ts';
import { companies, emailOf } from './companies.ts';
import { writeFilters } from './filters.ts';
import { type Forms, readForms } from './forms.ts';
import { makeInstallationForm } from './installation-form.ts';
import { desksOfCompany } from './plan.ts';
import { makePurchaseForm } from './purchases.ts';
import { writeQueues } from './queues.ts';
import { administrator, agents, type DeskKey, desks } from './staff.ts';

/** Northwind as it is in the database: what requests are written with. */
export interface Northwind {
  /** account.id by e-mail address */
  readonly accountIds: ReadonlyMap<string, string>;
  /** service_desk.id by project key */
  readonly deskIds: ReadonlyMap<string, string>;
  readonly forms: Forms;
}

/** To whose portal people can be invited. */
const invitingDesk: DeskKey = 'SUP';
/** Where a form shows what forms can do. */
const installingDesk: DeskKey = 'FLD';
/** Where queues stand in sections. */
const queuedDesk: DeskKey = 'SUP';
/** Where somebody of the customer must agree before something is bought. */
export const buyingDesk: DeskKey = 'SUP';

/**
 * Makes Northwind's people, service desks and customers.
 * @param since when they began to use Portico
 */
export async function writeNorthwind(
  trx: Database,
  since: Date,
  passwordOf: (email: string) => string,
): Promise<void> {
  const staff = new Map<string, AccountSummary>();
  for (const { name, email } of [administrator, ...agents]) {
    const isAdministrator = email === administrator.email;
    const account = await createAccount(trx, { email, displayName: name, isAdministrator, createdAt: since });
    await setPassword(trx, account.id, passwordOf(email));
    staff.set(email, account);
  }
  const made = new Map<DeskKey, Parameters<typeof addDeskPeople>[1]>();
  for (const desk of desks) {
    const membership = { desk: await createServiceDesk(trx, { ...desk, auditActor, at: since }), auditActor };
    made.set(desk.projectKey, membership);
    await writeOfficeHours(trx, membership.desk.id);
    if (desk.projectKey === installingDesk) await makeInstallationForm(trx, membership.desk.id);
    if (desk.projectKey === queuedDesk) await writeQueues(trx, membership.desk.id);
    if (desk.projectKey === buyingDesk) await makePurchaseForm(trx, membership.desk.id);
    // Companies have logins of their own; whoever has none can be invited here.
    if (desk.projectKey === invitingDesk) {
      const invited = { who: 'invited', domains: [] } as const;
      await changeSignUpPolicy(trx, membership.desk.id, 0, invited, auditActor);
    }
    const team = agents.filter((agent) => agent.desks.includes(desk.projectKey));
    const accounts = team.flatMap(({ email }) => staff.get(email) ?? []);
    await addDeskPeople(trx, membership, 'agent', accounts);
    if (desk.projectKey === invitingDesk && accounts[0]) {
      await writeCannedResponses(trx, membership.desk.id, accounts[0].id);
      await writeFilters(trx, accounts[0].id);
    }
  }
  for (const company of companies) {
    const { name, domain, people } = company;
    const organization = await createOrganization(trx, { name, domains: [domain], createdAt: since });
    for (const desk of desks.filter(({ access }) => access === 'restricted')) {
      const membership = made.get(desk.projectKey);
      if (membership && desksOfCompany(company).includes(desk.projectKey)) {
        await addDeskOrganization(trx, membership, organization);
      }
    }
    for (const [rank, displayName] of people.entries()) {
      const email = emailOf(displayName, domain);
      const account = await createAccount(trx, { email, displayName, createdAt: since });
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
}

/** Reads what requests are written with. */
export async function readNorthwind(db: Database): Promise<Northwind> {
  const accounts = await db.selectFrom('account').select(['id', 'email']).execute();
  const deskRows = await db
    .selectFrom('service_desk')
    .innerJoin('project', 'project.id', 'service_desk.project_id')
    .select(['service_desk.id', 'project.key'])
    .execute();
  return {
    accountIds: new Map(accounts.map(({ id, email }) => [email ?? '', id])),
    deskIds: new Map(deskRows.map(({ id, key }) => [key, id])),
    forms: await readForms(db),
  };
}
