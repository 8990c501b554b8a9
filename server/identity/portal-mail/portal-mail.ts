import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { normalizeEmail } from '../../platform/mail/address.ts';
import { headerText } from '../../platform/mail/template.ts';
import { portalSignIn } from '../portal-sign-in/store.ts';

/** Who mail of a portal is from. */
export interface PortalMail {
  /** beside the site's address; null: the portal's name */
  readonly senderName: string | null;
  /** null: where the site's answers go */
  readonly replyTo: string | null;
}

export interface KeptPortalMail extends PortalMail {
  readonly portalId: string;
  readonly portalName: string;
  /** 0: nothing was ever decided */
  readonly version: number;
}

export const longestSenderName = 80;

/** Who mail of a portal is from. @throws NotFound */
export async function requirePortalMail(db: Database, portalId: string): Promise<KeptPortalMail> {
  const portal = await portalSignIn(db, portalId);
  if (!portal) throw noPortal();
  const row = await db
    .selectFrom('portal_mail')
    .select(['sender_name', 'reply_to', 'version'])
    .where('portal_id', '=', portalId)
    .executeTakeFirst();
  return {
    portalId,
    portalName: portal.portalName,
    senderName: row?.sender_name ?? null,
    replyTo: row?.reply_to ?? null,
    version: row?.version ?? 0,
  };
}

/**
 * Changes who mail of a portal is from.
 *
 * @param version that was seen
 * @throws NotFound, Invalid naming fields, Conflict when it was changed meanwhile
 */
export async function changePortalMail(
  trx: Database,
  portalId: string,
  version: number,
  input: PortalMail,
  actor: AuditActor,
): Promise<KeptPortalMail> {
  if (!/^\d{1,18}$/.test(portalId)) throw noPortal();
  // A row that is not there yet cannot be locked; its portal can.
  await trx.selectFrom('service_desk').select('id').where('id', '=', portalId).forUpdate().execute();
  const before = await requirePortalMail(trx, portalId);
  if (before.version !== version) {
    throw new Conflict(
      'Somebody else has changed who mail of this portal is from since you opened it. Load it again before you save.',
    );
  }
  const after = checked(input);
  const columns = { sender_name: after.senderName, reply_to: after.replyTo };
  await trx
    .insertInto('portal_mail')
    .values({ portal_id: portalId, ...columns })
    .onConflict((conflict) =>
      conflict
        .column('portal_id')
        .doUpdateSet({ ...columns, version: sql`portal_mail.version + 1`, updated_at: sql`now()` }),
    )
    .execute();
  await recordAudit(trx, {
    actor,
    action: 'portal-mail.changed',
    objectType: 'portal-mail',
    objectId: portalId,
    objectName: before.portalName,
    before: { senderName: before.senderName, replyTo: before.replyTo },
    after: { ...after },
  });
  return requirePortalMail(trx, portalId);
}

function checked({ senderName, replyTo }: PortalMail): PortalMail {
  const errors: Record<string, string> = {};
  const name = headerText(senderName ?? '') || null;
  if (name !== null && name.length > longestSenderName) {
    errors['senderName'] = `A sender’s name has at most ${longestSenderName} characters.`;
  } else if (name !== null && /[@<>]/.test(name)) {
    // Mail programs show the name alone: an address in it would look as if the mail came from there.
    errors['senderName'] = 'Leave out @, < and >: the name stands before the address that mail comes from.';
  }
  const typed = replyTo?.trim() ?? '';
  const address = typed === '' ? null : normalizeEmail(typed);
  if (typed !== '' && address === null) {
    errors['replyTo'] = 'Enter one e-mail address, such as support@example.com, or leave it empty.';
  }
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
  return { senderName: name, replyTo: address };
}

function noPortal(): NotFound {
  return new NotFound('There is no such portal.');
}
