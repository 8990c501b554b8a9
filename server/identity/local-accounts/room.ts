import type { AuditActor } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Forbidden } from '../../platform/http/errors.ts';
import type { AccountSummary } from '../accounts/store.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import type { Viewer } from '../viewer.ts';

/** Somebody who has just made an account with a password, and what they came for. */
export interface JoinedAccount {
  readonly account: AccountSummary;
  /** service_desk.id; null: the site */
  readonly portalId: string | null;
  /** organization.id, of an invitation */
  readonly organizationId: string | null;
  /** who gave them that: whoever invited them, or they themselves */
  readonly actor: AuditActor;
}

/** Gives somebody who has joined what they came for, in the transaction that makes the account. */
export type JoinHook = (trx: Database, joined: JoinedAccount) => Promise<void>;

/**
 * Refuses who is no administrator and may not invite people to the portal and organization; throws by meaning. `organizationId`
 * null: to none.
 */
export type InvitationRule = (
  db: Database,
  viewer: Viewer,
  portalId: string,
  organizationId: string | null,
) => Promise<void>;

/** What local accounts stand on. The rooms to the right fill in the rules when they register. */
export interface LocalAccountsRoom extends SignInRoom {
  readonly joinHooks: JoinHook[];
  readonly invitationRules: InvitationRule[];
}

/** @throws whatever the rules throw; Forbidden when there is none */
export async function requireMayInvite(
  room: Pick<LocalAccountsRoom, 'invitationRules'>,
  db: Database,
  viewer: Viewer,
  portalId: string | null,
  organizationId: string | null,
): Promise<void> {
  if (viewer.isAdministrator) return;
  if (portalId === null || room.invitationRules.length === 0) {
    throw new Forbidden('Agents invite people to their own portals. Name the portal.');
  }
  for (const rule of room.invitationRules) await rule(db, viewer, portalId, organizationId);
}
