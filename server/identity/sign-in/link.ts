import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict } from '../../platform/http/errors.ts';
import { ProofNeeded } from '../account-link/proof-needed.ts';
import { cleanDisplayName, createAccount } from '../accounts/accounts.ts';
import { removePassword } from '../accounts/remove-password.ts';
import { type AccountSummary, accountByEmail, accountsByIds } from '../accounts/store.ts';
import type { Provider } from '../providers/store.ts';
import { endSessionsOf } from '../sessions/sessions.ts';
import type { Staff } from '../staff.ts';
import {
  describeAdmission,
  describeDomain,
  noteIncompleteGroups,
  requireDomain,
  requireGroup,
  requireNobodyElses,
  speaksFor,
} from './admission.ts';
import type { Assertion } from './assertion.ts';
import { noted, type SignInNotes } from './notes.ts';
import { SignInRefused } from './refusal.ts';

/** The person that a verified assertion belongs to. */
export interface LinkedPerson {
  readonly account: AccountSummary;
  readonly identityId: string;
  readonly isNew: boolean;
}

/**
 * Finds or makes the account of a verified assertion. In this order:
 *
 * 1. The provider must be allowed to sign the person in (admission.ts): by the domain of the e-mail address, since a
 *    company's administrator can write any address into the company's own directory (the "nOAuth" class of takeovers),
 *    and by group.
 * 2. The identity (provider, issuer, subject) is known: its account, whatever its e-mail address is by now.
 * 3. An account has the e-mail address: it is linked if the provider is authoritative for the domain, or the person has
 *    proved that it is theirs; unless it is staff whom the provider may not sign in, or is known to this provider as
 *    somebody else.
 * 4. An account is created, if the provider may.
 *
 * @param provenAccountId account.id that the person has shown to be theirs
 * @throws SignInRefused; ProofNeeded when step 3 lacks nothing but the proof
 */
export async function linkPerson(
  trx: Database,
  provider: Provider,
  issuer: string,
  assertion: Assertion,
  staff: Staff,
  actor: AuditActor,
  notes: SignInNotes,
  provenAccountId: string | null,
): Promise<LinkedPerson> {
  await noted(
    notes,
    'domain',
    () => requireDomain(trx, provider, assertion),
    () => describeDomain(provider, assertion),
  );
  await noted(
    notes,
    'admission',
    () => requireGroup(provider, assertion),
    () => describeAdmission(provider, assertion),
  );
  await noteIncompleteGroups(trx, provider, assertion, actor);
  return noted(
    notes,
    'account',
    () => linkAdmitted(trx, provider, issuer, assertion, staff, actor, provenAccountId),
    ({ account, isNew }) => `${account.displayName}, ${isNew ? 'a new account' : 'an account that is known'}`,
  );
}

async function linkAdmitted(
  trx: Database,
  provider: Provider,
  issuer: string,
  assertion: Assertion,
  staff: Staff,
  actor: AuditActor,
  provenAccountId: string | null,
): Promise<LinkedPerson> {
  await lockPerson(trx, provider, issuer, assertion);

  const known = await trx
    .selectFrom('identity')
    .select(['id', 'account_id'])
    .where('provider_id', '=', provider.id)
    .where('issuer', '=', issuer)
    .where('subject', '=', assertion.subject)
    .executeTakeFirst();
  if (known) {
    const account = (await accountsByIds(trx, [known.account_id])).get(known.account_id);
    if (!account) throw new Error(`identity ${known.id} has no account`);
    await requireAdmitted(trx, provider, account, staff);
    await requireNobodyElses(trx, provider, account);
    return {
      account: await followProvider(trx, account, assertion, actor),
      identityId: await noteSignIn(trx, known.id, assertion),
      isNew: false,
    };
  }

  const existing = await accountByEmail(trx, assertion.email);
  if (existing) {
    await requireAdmitted(trx, provider, existing, staff);
    await requireUnknownToProvider(trx, provider, existing);
    // An e-mail address links by itself only when it comes from the company that gives the address out.
    const isAuthoritative = existing.email !== null && speaksFor(provider, existing.email);
    if (isAuthoritative) await dropEarlierAccess(trx, provider, existing, staff, actor);
    else if (existing.id !== provenAccountId) throw new ProofNeeded(existing);
    return {
      account: await followProvider(trx, existing, assertion, actor),
      identityId: await addIdentity(trx, provider, issuer, assertion, existing, actor),
      isNew: false,
    };
  }

  if (!provider.createsAccounts) {
    throw new SignInRefused(
      'creation_disabled',
      `${assertion.email} has no account, and this provider creates none`,
    );
  }
  const account = await createFrom(trx, assertion);
  await recordAudit(trx, {
    actor: { ...actor, accountId: account.id, name: account.displayName },
    action: 'account.created',
    objectType: 'account',
    objectId: account.accountId,
    objectName: account.displayName,
    after: { email: account.email, displayName: account.displayName, createdBy: provider.name },
  });
  return {
    account,
    identityId: await addIdentity(trx, provider, issuer, assertion, account, actor),
    isNew: true,
  };
}

/** Lets sign-ins of one person, and of one e-mail address, wait for each other; others do not wait. */
async function lockPerson(
  trx: Database,
  provider: Provider,
  issuer: string,
  assertion: Assertion,
): Promise<void> {
  const identity = `identity:${provider.id}:${issuer}:${assertion.subject}`;
  const email = `account-email:${assertion.email}`;
  // In this order, everywhere: two that wait for each other's would wait for ever.
  await sql`
    select pg_advisory_xact_lock(hashtextextended(${identity}, 0)),
           pg_advisory_xact_lock(hashtextextended(${email}, 0))
  `.execute(trx);
}

async function requireAdmitted(
  trx: Database,
  provider: Provider,
  account: AccountSummary,
  staff: Staff,
): Promise<void> {
  if (!account.isActive) throw new SignInRefused('account_inactive', `${account.displayName} is deactivated`);
  if (provider.admitsStaff) return;
  if ((await staff.among(trx, [account.id])).has(account.id)) {
    throw new SignInRefused(
      'staff_not_admitted',
      `${account.displayName} is an agent or administrator, and this provider may sign in customers only`,
    );
  }
}

async function requireUnknownToProvider(
  trx: Database,
  provider: Provider,
  account: AccountSummary,
): Promise<void> {
  const other = await trx
    .selectFrom('identity')
    .select('id')
    .where('provider_id', '=', provider.id)
    .where('account_id', '=', account.id)
    .executeTakeFirst();
  if (other) {
    throw new SignInRefused(
      'account_exists',
      `${account.email} belongs to an account that this provider knows under another subject`,
    );
  }
}

/**
 * Whoever used the account before its owner proved to be the company's person may not go on using it: sessions end, and so
 * do identities at providers that do not speak for the address, and a customer's password. Staff keep theirs, given by an
 * administrator: it is the way in when a provider is down.
 */
async function dropEarlierAccess(
  trx: Database,
  provider: Provider,
  account: AccountSummary,
  staff: Staff,
  actor: AuditActor,
): Promise<void> {
  await endSessionsOf(trx, account.id);
  const dropped = await trx
    .deleteFrom('identity')
    .where('account_id', '=', account.id)
    .where('provider_id', '<>', provider.id)
    .returning(['issuer', 'subject'])
    .execute();
  for (const { issuer, subject } of dropped) {
    await recordAudit(trx, {
      actor,
      action: 'identity.removed',
      objectType: 'account',
      objectId: account.accountId,
      objectName: account.displayName,
      before: { issuer, subject },
      after: { reason: `${provider.name} is authoritative for ${account.email}` },
    });
  }
  if ((await staff.among(trx, [account.id])).has(account.id)) return;
  await removePassword(trx, account, 'The account now signs in through its identity provider', actor);
}

/** Takes over name and e-mail address from the provider; an address that another account has is left as it was. */
async function followProvider(
  trx: Database,
  account: AccountSummary,
  assertion: Assertion,
  actor: AuditActor,
): Promise<AccountSummary> {
  const displayName = assertion.displayName ? cleanDisplayName(assertion.displayName) : '';
  const changes: { display_name?: string; email?: string } = {};
  if (displayName !== '' && displayName !== account.displayName) changes.display_name = displayName;
  if (assertion.email !== account.email && !(await accountByEmail(trx, assertion.email))) {
    changes.email = assertion.email;
  }
  if (Object.keys(changes).length === 0) return account;
  await trx
    .updateTable('account')
    .set({ ...changes, updated_at: sql`now()` })
    .where('id', '=', account.id)
    .execute();
  const after = {
    ...account,
    displayName: changes.display_name ?? account.displayName,
    email: changes.email ?? account.email,
  };
  await recordAudit(trx, {
    actor,
    action: 'account.changed',
    objectType: 'account',
    objectId: account.accountId,
    objectName: after.displayName,
    before: { displayName: account.displayName, email: account.email },
    after: { displayName: after.displayName, email: after.email },
  });
  return after;
}

async function createFrom(trx: Database, assertion: Assertion): Promise<AccountSummary> {
  const name = cleanDisplayName(assertion.displayName ?? '');
  const fallback = assertion.email.slice(0, assertion.email.lastIndexOf('@'));
  try {
    return await createAccount(trx, { email: assertion.email, displayName: name || fallback });
  } catch (error) {
    // An administrator created it between our look and now: the next try finds and links it.
    if (!(error instanceof Conflict)) throw error;
    throw new SignInRefused('account_exists', `${assertion.email} was given an account at the same moment`, {
      cause: error,
    });
  }
}

async function addIdentity(
  trx: Database,
  provider: Provider,
  issuer: string,
  assertion: Assertion,
  account: AccountSummary,
  actor: AuditActor,
): Promise<string> {
  const { id } = await trx
    .insertInto('identity')
    .values({
      provider_id: provider.id,
      issuer,
      subject: assertion.subject,
      account_id: account.id,
      claims: JSON.stringify(assertion.raw),
      last_sign_in_at: sql`now()`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  // The address was verified, by the provider or by the person's proof.
  await trx
    .updateTable('account')
    .set({ email_verified_at: sql`now()` })
    .where('id', '=', account.id)
    .where('email', '=', assertion.email)
    .where('email_verified_at', 'is', null)
    .execute();
  await recordAudit(trx, {
    actor: { ...actor, accountId: account.id, name: account.displayName },
    action: 'identity.linked',
    objectType: 'account',
    objectId: account.accountId,
    objectName: account.displayName,
    after: { provider: provider.name, issuer, subject: assertion.subject },
  });
  return id;
}

async function noteSignIn(trx: Database, identityId: string, assertion: Assertion): Promise<string> {
  await trx
    .updateTable('identity')
    .set({ last_sign_in_at: sql`now()`, claims: JSON.stringify(assertion.raw) })
    .where('id', '=', identityId)
    .execute();
  return identityId;
}
