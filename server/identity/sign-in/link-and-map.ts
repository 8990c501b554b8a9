import type { AuditActor } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Provider } from '../providers/store.ts';
import type { Assertion } from './assertion.ts';
import type { SignInRoom } from './complete.ts';
import { type LinkedPerson, linkPerson } from './link.ts';
import { noted, type SignInNotes, type SignInResult } from './notes.ts';

/**
 * What a verified assertion does to accounts and memberships: account, identity, and what other rooms add (organizations).
 * The same for a sign-in and for a test, which is undone after.
 *
 * @param provenAccountId account.id that the person has shown to be theirs, whatever the provider speaks for
 * @throws SignInRefused
 */
export async function linkAndMap(
  { staff, hooks }: Pick<SignInRoom, 'staff' | 'hooks'>,
  trx: Database,
  provider: Provider,
  { issuer, assertion }: { readonly issuer: string; readonly assertion: Assertion },
  address: string | null,
  notes: SignInNotes,
  provenAccountId: string | null = null,
): Promise<LinkedPerson> {
  const actor: AuditActor = { accountId: null, name: assertion.displayName ?? assertion.email, address };
  const person = await linkPerson(trx, provider, issuer, assertion, staff, actor, notes, provenAccountId);
  const { account, isNew } = person;
  const { id, name, domains } = provider;
  await noted(notes, 'organizations', async () => {
    for (const hook of hooks) {
      await hook(trx, { account, isNew, provider: { id, name, domains }, assertion, address });
    }
  });
  return person;
}

/** What became of the person, as administrators read it. */
export async function resultOf(
  { previews }: Pick<SignInRoom, 'previews'>,
  trx: Database,
  provider: Provider,
  { account, isNew }: LinkedPerson,
): Promise<SignInResult> {
  const shown = [];
  for (const preview of previews) shown.push(await preview(trx, account, provider));
  return {
    accountId: isNew ? null : account.accountId,
    displayName: account.displayName,
    email: account.email,
    organizations: shown.flatMap(({ organizations = [] }) => organizations),
    portals: shown.flatMap(({ portals = [] }) => portals),
  };
}
