import { sql } from 'kysely';
import { hashToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';

export type InvitationState = 'pending' | 'expired' | 'accepted' | 'revoked';

/** Somebody who was asked to make an account. The token of its link is in the mail alone. */
export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly portal: { readonly id: string; readonly name: string } | null;
  readonly organization: { readonly id: string; readonly name: string } | null;
  readonly note: string;
  readonly locale: string;
  /** of whoever accepts it */
  readonly requiresSecondFactor: boolean;
  readonly state: InvitationState;
  readonly invitedBy: { readonly id: string; readonly name: string } | null;
  readonly createdAt: Date;
  /** when it was mailed last */
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  /** account.account_id of whoever accepted it */
  readonly accountId: string | null;
}

export interface NewInvitation {
  readonly email: string;
  readonly portalId: string | null;
  readonly organizationId: string | null;
  readonly note: string;
  readonly locale: string;
  readonly requiresSecondFactor: boolean;
  readonly token: string;
  /** account.id */
  readonly invitedBy: string;
  readonly days: number;
}

/** Adds an invitation. Null when one of the same address to the same portal waits already. */
export async function addInvitation(trx: Database, invitation: NewInvitation): Promise<Invitation | null> {
  const row = await trx
    .insertInto('invitation')
    .values({
      email: invitation.email,
      portal_id: invitation.portalId,
      organization_id: invitation.organizationId,
      note: invitation.note,
      locale: invitation.locale,
      requires_second_factor: invitation.requiresSecondFactor,
      token_hash: hashToken(invitation.token),
      invited_by: invitation.invitedBy,
      expires_at: sql`now() + make_interval(days => ${invitation.days})`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row ? invitationById(trx, row.id) : null;
}

export async function invitationById(db: Database, id: string): Promise<Invitation | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const row = await invitations(db).where('invitation.id', '=', id).executeTakeFirst();
  return row ? toInvitation(row) : null;
}

/** The invitation of a token, if it can be accepted, or null. */
export async function invitationOf(db: Database, token: string): Promise<Invitation | null> {
  const row = await invitations(db)
    .where('invitation.token_hash', '=', hashToken(token))
    .where('invitation.expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return row ? toInvitation(row) : null;
}

export interface InvitationQuery {
  readonly portalId: string | null;
  readonly state: InvitationState | null;
  /** part of the address */
  readonly query: string;
  readonly start: number;
  readonly limit: number;
}

/** Invitations, newest first. */
export async function listInvitations(
  db: Database,
  { portalId, state, query, start, limit }: InvitationQuery,
): Promise<Invitation[]> {
  const pattern = `%${query
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await invitations(db)
    .$if(portalId !== null, (rows) => rows.where('invitation.portal_id', '=', portalId))
    .$if(state !== null, (rows) => rows.where(stateColumn, '=', state))
    .where('invitation.email', 'like', pattern)
    .orderBy('invitation.id', 'desc')
    .offset(start)
    .limit(limit)
    .execute();
  return rows.map(toInvitation);
}

/** Gives a waiting invitation another link, in place of the one that was mailed before. False when it waits no more. */
export async function renewInvitation(
  trx: Database,
  id: string,
  token: string,
  days: number,
): Promise<boolean> {
  const row = await trx
    .updateTable('invitation')
    .set({
      token_hash: hashToken(token),
      sent_at: sql`now()`,
      expires_at: sql`now() + make_interval(days => ${days})`,
    })
    .where('id', '=', id)
    .where('token_hash', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends a waiting invitation. False when it waits no more. */
export async function endInvitation(trx: Database, id: string): Promise<boolean> {
  const row = await trx
    .updateTable('invitation')
    .set({ token_hash: null, revoked_at: sql`now()` })
    .where('id', '=', id)
    .where('token_hash', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses the link of a token up: of two who come at once, in whatever process, one gets the invitation; else null. */
export async function takeInvitation(trx: Database, token: string): Promise<string | null> {
  const row = await trx
    .updateTable('invitation')
    .set({ token_hash: null, accepted_at: sql`now()` })
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

const stateColumn = sql<InvitationState>`case
  when invitation.accepted_at is not null then 'accepted'
  when invitation.revoked_at is not null then 'revoked'
  when invitation.expires_at <= now() then 'expired' else 'pending' end`;

function invitations(db: Database) {
  return db
    .selectFrom('invitation')
    .leftJoin('service_desk as portal', 'portal.id', 'invitation.portal_id')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .leftJoin('account as inviter', 'inviter.id', 'invitation.invited_by')
    .leftJoin('account as guest', 'guest.id', 'invitation.account_id')
    .select([
      'invitation.id',
      'invitation.email',
      'invitation.note',
      'invitation.locale',
      'invitation.requires_second_factor',
      'invitation.created_at',
      'invitation.sent_at',
      'invitation.expires_at',
      'invitation.accepted_at',
      'portal.id as portal_id',
      'portal.portal_name',
      'organization.id as organization_id',
      'organization.name as organization_name',
      'inviter.id as inviter_id',
      'inviter.display_name as inviter_name',
      'guest.account_id as guest_id',
      stateColumn.as('state'),
    ]);
}

type InvitationRow = Awaited<ReturnType<ReturnType<typeof invitations>['executeTakeFirstOrThrow']>>;

function toInvitation(row: InvitationRow): Invitation {
  return {
    id: row.id,
    email: row.email,
    portal: named(row.portal_id, row.portal_name),
    organization: named(row.organization_id, row.organization_name),
    note: row.note,
    locale: row.locale,
    requiresSecondFactor: row.requires_second_factor,
    state: row.state,
    invitedBy: named(row.inviter_id, row.inviter_name),
    createdAt: row.created_at,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    acceptedAt: row.accepted_at,
    accountId: row.guest_id,
  };
}

function named(id: string | null, name: string | null) {
  return id === null || name === null ? null : { id, name };
}
