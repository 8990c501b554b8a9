import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { momentInMail } from '../../platform/mail/dates.ts';
import { mailLocale } from '../../platform/mail/template.ts';
import type { Platform } from '../../platform/platform.ts';
import { accountByEmail } from '../accounts/store.ts';
import { portalAddress } from '../portal-domains/store.ts';
import { portalSignIn } from '../portal-sign-in/store.ts';
import {
  addInvitation,
  endInvitation,
  type Invitation,
  invitationById,
  renewInvitation,
} from './invitation-store.ts';
import { invitationMail } from './mails.ts';
import { signUpRule } from './policy.ts';
import { providerOfAddress } from './provider-of-address.ts';
import { mostAddresses, readAddresses } from './read-addresses.ts';

const invitationPath = '/servicedesk/customer/user/invitation';

/** Whom somebody invites, and to what. */
export interface InvitationOrder {
  /** as it was pasted */
  readonly addresses: string;
  readonly portalId: string | null;
  readonly organizationId: string | null;
  readonly note: string;
  readonly locale: 'en' | 'de';
  /** whoever accepts must have a second factor */
  readonly requiresSecondFactor: boolean;
  readonly days: number;
}

/** Who invites. */
export interface Inviter {
  readonly actor: AuditActor;
  /** account.id */
  readonly id: string;
  readonly displayName: string;
  readonly isAdministrator: boolean;
}

/** What has become of each line. */
export interface InvitationOutcome {
  readonly invited: readonly Invitation[];
  readonly refused: readonly { readonly text: string; readonly problem: string }[];
}

/**
 * Invites people. Those who cannot be invited are named with the reason, and do not keep the others from it.
 *
 * @throws Invalid naming `addresses`, `portalId` or `organizationId`; Conflict where the portal takes no invitations
 */
export async function invite(
  platform: Platform,
  trx: Database,
  order: InvitationOrder,
  inviter: Inviter,
): Promise<InvitationOutcome> {
  const addresses = readAddresses(order.addresses);
  if (addresses.length === 0) throw Invalid.fields({ addresses: 'Enter at least one e-mail address.' });
  if (addresses.length > mostAddresses) {
    throw Invalid.fields({
      addresses: `These are ${addresses.length} addresses. Invite at most ${mostAddresses} at a time.`,
    });
  }
  await requireOpenPortal(trx, order.portalId, inviter.isAdministrator);
  await requireOrganization(trx, order.organizationId);
  const invited: Invitation[] = [];
  const refused: { text: string; problem: string }[] = [];
  for (const { text, email } of addresses) {
    const problem = email === null ? 'This is not an e-mail address.' : await obstacle(trx, email);
    if (email === null || problem !== null) {
      refused.push({ text, problem: problem ?? '' });
      continue;
    }
    const token = randomToken();
    const invitation = await addInvitation(trx, { ...order, email, token, invitedBy: inviter.id });
    if (!invitation) {
      refused.push({ text, problem: 'Has been invited there already. Send that invitation again instead.' });
      continue;
    }
    await mailInvitation(platform, trx, invitation, token, inviter.displayName);
    await audit(trx, 'invitation.created', invitation, inviter.actor);
    invited.push(invitation);
  }
  return { invited, refused };
}

/**
 * Mails an invitation again, with another link; the earlier one does not work any more.
 * @throws Conflict when it was accepted or withdrawn, or somebody signs in another way by now
 */
export async function resendInvitation(
  platform: Platform,
  trx: Database,
  { id, email, portal }: Invitation,
  days: number,
  inviter: Inviter,
): Promise<Invitation> {
  await requireOpenPortal(trx, portal?.id ?? null, inviter.isAdministrator);
  const problem = await obstacle(trx, email);
  if (problem !== null) throw new Conflict(`${email}: ${problem}`);
  const token = randomToken();
  if (!(await renewInvitation(trx, id, token, days))) throw waitsNoMore();
  const renewed = await requireInvitation(trx, id);
  await mailInvitation(platform, trx, renewed, token, inviter.displayName);
  await audit(trx, 'invitation.sent-again', renewed, inviter.actor);
  return renewed;
}

/**
 * Withdraws an invitation: its link does not work any more.
 * @throws Conflict when it was accepted or withdrawn already
 */
export async function revokeInvitation(
  trx: Database,
  { id }: Invitation,
  actor: AuditActor,
): Promise<Invitation> {
  if (!(await endInvitation(trx, id))) throw waitsNoMore();
  const revoked = await requireInvitation(trx, id);
  await audit(trx, 'invitation.revoked', revoked, actor);
  return revoked;
}

/** @throws NotFound, also for ids that are none */
export async function requireInvitation(db: Database, id: string): Promise<Invitation> {
  const invitation = await invitationById(db, id);
  if (!invitation) throw new NotFound('There is no such invitation.');
  return invitation;
}

/** Records what happened to an invitation; of its link nothing. */
export async function audit(
  trx: Database,
  action: string,
  { id, email, portal, organization, requiresSecondFactor, expiresAt }: Invitation,
  actor: AuditActor,
): Promise<void> {
  await recordAudit(trx, {
    actor,
    action,
    objectType: 'invitation',
    objectId: id,
    objectName: email,
    after: {
      portal: portal?.name ?? null,
      organization: organization?.name ?? null,
      ...(requiresSecondFactor && { requiresSecondFactor }),
      expiresAt: expiresAt.toISOString(),
    },
  });
}

/** Why an address cannot be invited, as a sentence, or null. */
async function obstacle(trx: Database, email: string): Promise<string | null> {
  const provider = await providerOfAddress(trx, email);
  if (provider) return `Signs in through ${provider.name} and needs no invitation.`;
  return (await accountByEmail(trx, email)) ? 'Has an account already.' : null;
}

/** Administrators let in whom they like, except where a password opens nothing. */
async function requireOpenPortal(
  trx: Database,
  portalId: string | null,
  isAdministrator: boolean,
): Promise<void> {
  if (portalId === null) return;
  const portal = await portalSignIn(trx, portalId);
  if (!portal) throw Invalid.fields({ portalId: 'There is no such portal.' });
  if (portal.requiresProvider) {
    throw new Conflict('', {
      portalId: `${portal.portalName} is open only to people who sign in through their company. An account with a password does not open it.`,
    });
  }
  if (!isAdministrator && (await signUpRule(trx, portalId)).who === 'nobody') {
    throw new Conflict('', {
      portalId: `${portal.portalName} takes no invitations. An administrator can change that: the portal’s tab “Signing in”.`,
    });
  }
}

async function requireOrganization(trx: Database, organizationId: string | null): Promise<void> {
  if (organizationId === null) return;
  const row = await trx
    .selectFrom('organization')
    .select('id')
    .where('id', '=', organizationId)
    .executeTakeFirst();
  if (!row) throw Invalid.fields({ organizationId: 'There is no such organization.' });
}

async function mailInvitation(
  { config, mail }: Platform,
  trx: Database,
  { email, portal, note, locale, expiresAt }: Invitation,
  token: string,
  inviter: string,
): Promise<void> {
  const portalId = portal?.id ?? null;
  const site = await portalAddress(trx, config, portalId);
  const quoted = mailLocale(locale) === 'de' ? `„${note}“` : `“${note}”`;
  await mail.queue(trx, {
    template: invitationMail,
    values: {
      inviter,
      note: note === '' ? '' : quoted,
      // nothing is known yet of where they are
      until: momentInMail(expiresAt, { locale, timeZone: null }),
      url: `${new URL(invitationPath, site).href}#${token}`,
    },
    to: { email, name: null, locale, accountId: null },
    portalId,
  });
}

function waitsNoMore(): Conflict {
  return new Conflict('This invitation was accepted or withdrawn already.');
}
