import type { FastifyRequest } from 'fastify';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { Conflict, Invalid } from '../../platform/http/errors.ts';
import { cleanDisplayName, createAccount } from '../accounts/accounts.ts';
import { domainOf } from '../accounts/email.ts';
import { setPassword } from '../accounts/passwords.ts';
import { accountByEmail } from '../accounts/store.ts';
import { type OpenedSignIn, openSession } from '../sign-in/open-session.ts';
import { invitationOf, takeInvitation } from './invitation-store.ts';
import { audit, requireInvitation } from './invitations.ts';
import { isOver, mailedLinkOf, useMailedLink } from './mailed-links.ts';
import { noteMailbox, requireGoodPassword } from './new-password.ts';
import { signUpRule, takesSignUp } from './policy.ts';
import { providerOfAddress } from './provider-of-address.ts';
import type { LocalAccountsRoom } from './room.ts';

/** What somebody enters who followed the link of a sign-up or an invitation. */
export interface Joining {
  readonly token: string;
  readonly displayName: string;
  readonly password: string;
}

/**
 * Makes the account of a sign-up, now that somebody has shown that the mailbox is theirs, and signs them in. Until then there
 * was none: nobody can put an account under another's address (L08).
 *
 * @throws NotFound when the link does not work, Invalid naming `displayName` or `password`, Conflict when the address has an
 * account or a provider by now, or nobody may sign up there any more
 */
export async function finishSignUp(
  room: LocalAccountsRoom,
  request: FastifyRequest,
  joining: Joining,
): Promise<OpenedSignIn> {
  const { config, db } = room.platform;
  const found = await mailedLinkOf(db, joining.token);
  if (found?.kind !== 'sign-up') throw isOver();
  const displayName = requireName(joining.displayName);
  await requireGoodPassword(joining.password, { email: found.email, displayName, siteName: config.siteName });
  return inTransaction(db, async (trx) => {
    const { email, locale, portalId, returnTo } = await useMailedLink(trx, joining.token, 'sign-up');
    if (!takesSignUp(await signUpRule(trx, portalId), domainOf(email))) {
      throw new Conflict(
        'Nobody can make an account here by themselves any more. Ask the people who run this site.',
        { closed: 'Accounts are not made here any more.' },
      );
    }
    const newcomer = { email, displayName, password: joining.password, locale };
    return join(room, trx, request, newcomer, { portalId, organizationId: null, returnTo }, null);
  });
}

/**
 * Accepts an invitation: makes the account with all that it was invited to, and signs in.
 * @throws as finishSignUp
 */
export async function acceptInvitation(
  room: LocalAccountsRoom,
  request: FastifyRequest,
  joining: Joining,
): Promise<OpenedSignIn> {
  const { config, db } = room.platform;
  const found = await invitationOf(db, joining.token);
  if (!found) throw isOver();
  const displayName = requireName(joining.displayName);
  await requireGoodPassword(joining.password, { email: found.email, displayName, siteName: config.siteName });
  return inTransaction(db, async (trx) => {
    const id = await takeInvitation(trx, joining.token);
    if (id === null) throw isOver();
    const invitation = await requireInvitation(trx, id);
    const { email, locale, portal, organization, invitedBy } = invitation;
    const goals = {
      portalId: portal?.id ?? null,
      organizationId: organization?.id ?? null,
      returnTo: portal ? `/servicedesk/customer/portal/${portal.id}` : null,
    };
    // Memberships come from whoever invited them.
    const giver = invitedBy && { accountId: invitedBy.id, name: invitedBy.name, address: null };
    const newcomer = {
      email,
      displayName,
      password: joining.password,
      locale,
      // whoever invited may be gone by now
      ...(invitation.requiresSecondFactor && {
        secondFactorRequiredBy: giver ?? { accountId: null, name: null, address: null },
      }),
    };
    return join(room, trx, request, newcomer, goals, giver, async (accountId, actor) => {
      await trx.updateTable('invitation').set({ account_id: accountId }).where('id', '=', id).execute();
      await audit(trx, 'invitation.accepted', invitation, actor);
    });
  });
}

interface Newcomer {
  readonly email: string;
  readonly displayName: string;
  readonly password: string;
  readonly locale: string | null;
  readonly secondFactorRequiredBy?: AuditActor;
}

interface Goals {
  readonly portalId: string | null;
  readonly organizationId: string | null;
  readonly returnTo: string | null;
}

async function join(
  room: LocalAccountsRoom,
  trx: Database,
  request: FastifyRequest,
  { password, locale, ...person }: Newcomer,
  { portalId, organizationId, returnTo }: Goals,
  giver: AuditActor | null,
  also?: (accountId: string, actor: AuditActor) => Promise<void>,
): Promise<OpenedSignIn> {
  const { email, displayName } = person;
  const provider = await providerOfAddress(trx, email);
  if (provider) {
    throw new Conflict(
      `People at ${domainOf(email)} sign in through ${provider.name} by now. Do that instead.`,
      { provider: provider.name },
    );
  }
  if (await accountByEmail(trx, email)) {
    throw new Conflict('There is an account with your address by now. Sign in with it.', {
      account: 'The address has an account.',
    });
  }
  const account = await createAccount(trx, person);
  await setPassword(trx, account.id, password);
  await noteMailbox(trx, account.id);
  await trx.updateTable('account').set({ locale }).where('id', '=', account.id).execute();
  await trx.deleteFrom('mailed_link').where('email', '=', email).execute();
  const actor = { accountId: account.id, name: account.displayName, address: request.ip };
  await recordAudit(trx, {
    actor,
    action: 'account.created',
    objectType: 'account',
    objectId: account.accountId,
    objectName: account.displayName,
    after: { email, displayName, through: also ? 'invitation' : 'sign-up' },
  });
  await also?.(account.id, actor);
  for (const hook of room.joinHooks) {
    await hook(trx, { account, portalId, organizationId, actor: giver ?? actor });
  }
  return openSession(room, trx, request, { account, method: 'password', returnTo });
}

function requireName(text: string): string {
  const displayName = cleanDisplayName(text);
  if (!displayName) throw Invalid.fields({ displayName: 'Give your name.' });
  return displayName;
}
