import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../platform/http/errors.ts';
import { momentInMail } from '../../platform/mail/dates.ts';
import { mailLocale } from '../../platform/mail/template.ts';
import type { Platform } from '../../platform/platform.ts';
import { accountByAccountId } from '../accounts/store.ts';
import type { Staff } from '../staff.ts';
import type { SignedInViewer } from '../viewer.ts';
import { impersonatedMail, openedInWords } from './mails.ts';
import { impersonationSettings } from './settings.ts';
import {
  type EndReason,
  findImpersonation,
  type Impersonation,
  impersonationByPublicId,
  openedIn,
  unclosedImpersonations,
} from './store.ts';

/** How long one lasts, in minutes. */
export const impersonationMinutes = 30;

/** How long a reason may be, in characters. */
export const reasonLength = { min: 5, max: 500 } as const;

/**
 * Lets an administrator see the portal as a customer, from this session alone.
 *
 * @throws NotFound, Forbidden with the reason why it cannot be this person, Invalid naming `reason`
 */
export async function startImpersonation(
  trx: Database,
  staff: Staff,
  viewer: SignedInViewer,
  { accountId, reason: typed }: { readonly accountId: string; readonly reason: string },
  actor: AuditActor,
): Promise<Impersonation> {
  const reason = typed.trim().replaceAll(/\s+/g, ' ');
  if (reason.length < reasonLength.min) {
    throw Invalid.fields({ reason: 'Write why: it is kept in the audit log, and the person may be told.' });
  }
  const person = await requireCustomer(trx, staff, viewer, accountId);
  const { public_id, until } = await trx
    .insertInto('impersonation')
    .values({
      public_id: randomToken(),
      impersonator_id: viewer.id,
      account_id: person.id,
      session_id: viewer.sessionId,
      reason,
      address: actor.address,
      until: sql<Date>`now() + make_interval(mins => ${impersonationMinutes}::integer)`,
    })
    .returning(['public_id', 'until'])
    .executeTakeFirstOrThrow();
  await recordAudit(trx, {
    actor,
    action: 'impersonation.started',
    objectType: 'account',
    objectId: person.accountId,
    objectName: person.displayName,
    after: { reason, until: until.toISOString() },
  });
  const started = await impersonationByPublicId(trx, public_id);
  if (!started) throw new Error('The impersonation that was just begun is gone');
  return started;
}

/** Customers can be seen as; nobody who works here, and nothing that is no person. */
async function requireCustomer(trx: Database, staff: Staff, viewer: SignedInViewer, accountId: string) {
  const person = await accountByAccountId(trx, accountId);
  if (!person) throw new NotFound('There is no such account.');
  const { displayName: name } = person;
  if (person.id === viewer.id) {
    throw new Forbidden('This is your own account: you see the portal as yourself already.');
  }
  const { kind } = await trx
    .selectFrom('account')
    .select('kind')
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow();
  if (kind !== 'person') {
    throw new Forbidden(`${name} is the account of a program, and sees no portal.`);
  }
  if (!person.isActive) {
    throw new Forbidden(`${name} is deactivated and sees nothing. Reactivate the account first.`);
  }
  if ((await staff.among(trx, [person.id])).has(person.id)) {
    throw new Forbidden(
      `${name} works here. The portal can be seen as customers only, not as agents and administrators.`,
    );
  }
  return person;
}

/**
 * Ends one, by hand.
 *
 * @throws Conflict when it was over already
 */
export async function endByHand(
  platform: Platform,
  impersonation: Impersonation,
  actor: AuditActor,
): Promise<void> {
  await inTransaction(platform.db, async (trx) => {
    if (!(await end(trx, impersonation.id, 'hand'))) throw new Conflict('It was over already.');
    await close(platform, trx, impersonation.id, actor);
  });
}

/** Notes that something has ended one, unless that is noted already. */
export async function noteOver(platform: Platform, id: string, reason: EndReason): Promise<void> {
  await inTransaction(platform.db, async (trx) => {
    await end(trx, id, reason);
    await close(platform, trx, id, null);
  });
}

/** Looks after all whose end is not noted: by the clock, for those whose time is over while nobody asks. */
export async function closeImpersonations(platform: Platform, staff: Staff): Promise<void> {
  const { db, config } = platform;
  for (const id of await unclosedImpersonations(db)) {
    const found = await findImpersonation(db, { staff, config }, { id });
    if (found?.overBy) await noteOver(platform, id, found.overBy);
  }
}

/** One that has lasted its time ended then, whenever that was noticed. */
async function end(trx: Database, id: string, reason: EndReason): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('impersonation')
    .set({ ended_at: sql`least(now(), until)`, end_reason: reason })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Audit entry and mail of one that has ended: once, however many processes notice. */
async function close(
  platform: Platform,
  trx: Database,
  id: string,
  endedBy: AuditActor | null,
): Promise<void> {
  const row = await trx
    .updateTable('impersonation')
    .set({ closed_at: sql`now()` })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .where('ended_at', 'is not', null)
    .returning('public_id')
    .executeTakeFirst();
  const ended = row && (await impersonationByPublicId(trx, row.public_id));
  if (!ended) return;
  const { impersonator, person } = ended;
  const opened = (await openedIn(trx, [id])).get(id) ?? [];
  await recordAudit(trx, {
    actor: endedBy ?? { accountId: impersonator.id, name: impersonator.displayName, address: null },
    action: 'impersonation.ended',
    objectType: 'account',
    objectId: person.accountId,
    objectName: person.displayName,
    after: {
      why: endReasonInWords[ended.endReason ?? 'time'],
      impersonator: impersonator.displayName,
      startedAt: ended.startedAt.toISOString(),
      endedAt: ended.endedAt?.toISOString() ?? null,
      reason: ended.reason,
      requestsOpened: opened.join(', ') || 'none',
    },
  });
  if ((await impersonationSettings(trx)).tellsPerson) await tell(platform, trx, ended, opened);
}

const endReasonInWords: Readonly<Record<EndReason, string>> = {
  hand: 'ended by hand',
  time: 'the time was over',
  session: 'the session of the administrator was over',
  role: 'the administrator lost the role',
  account: 'the person was deactivated, or works here now',
};

async function tell(
  { mail }: Platform,
  trx: Database,
  { person, impersonator, startedAt, endedAt, reason }: Impersonation,
  opened: readonly string[],
): Promise<void> {
  if (person.email === null) return;
  await mail.queue(trx, {
    template: impersonatedMail,
    values: {
      name: person.displayName,
      who: impersonator.displayName,
      from: momentInMail(startedAt, person),
      to: momentInMail(endedAt ?? new Date(), person),
      reason,
      opened: openedInWords(opened, mailLocale(person.locale)),
    },
    to: {
      email: person.email,
      name: person.displayName,
      locale: person.locale,
      accountId: person.id,
    },
  });
}
