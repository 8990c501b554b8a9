import { type AccountSummary, createAccount } from '../../identity/index.ts';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { addDeskPeople } from './people.ts';

/** Somebody who is to be served. */
export interface NewCustomer {
  readonly email: string;
  readonly displayName: string;
  /** whose named customer they become; null: that of no desk in particular */
  readonly desk: { readonly id: string; readonly projectKey: string } | null;
  readonly auditActor: AuditActor;
}

/**
 * Makes an account for somebody who has none, so that requests can be raised for them. They sign in through their company, or once an
 * administrator has given them a password; whoever is to choose one is invited instead.
 *
 * @throws Invalid naming `email` or `displayName`
 * @throws Conflict naming `email` when there is an account with the e-mail address
 */
export async function createCustomer(trx: Database, customer: NewCustomer): Promise<AccountSummary> {
  const { email, displayName, desk, auditActor } = customer;
  const account = await createAccount(trx, { email, displayName });
  await recordAudit(trx, {
    actor: auditActor,
    action: 'account.created',
    objectType: 'account',
    objectId: account.accountId,
    objectName: account.displayName,
    after: { email: account.email, displayName: account.displayName, isAdministrator: false },
  });
  if (desk) await addDeskPeople(trx, { desk, auditActor }, 'customer', [account]);
  return account;
}
