import type { FastifyRequest } from 'fastify';
import { recordAudit } from '../../platform/audit/audit.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { mailLocale } from '../../platform/mail/template.ts';
import type { Platform } from '../../platform/platform.ts';
import { normalizeEmail } from '../accounts/email.ts';
import { accountsByIds } from '../accounts/store.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { type OpenedSignIn, openSession } from '../sign-in/open-session.ts';
import { portalOfPath } from '../sign-in/portal-of-path.ts';
import { safeReturnTo } from '../sign-in/return-to.ts';
import { isOver, mailedLinkOf, makeMailedLink, useMailedLink } from './mailed-links.ts';
import { noResetMail, resetMail, ways } from './mails.ts';
import { noteMailbox, replacePassword, requireGoodPassword } from './new-password.ts';
import { accountToWrite, signInAddress, wayOf } from './recipient.ts';
import { countMailRequest } from './sign-up.ts';

const newPasswordPath = '/servicedesk/customer/user/new-password';

/** The job that answers a forgotten password by mail. */
export const resetJob = 'identity.answer-password-reset';

export interface ResetJob {
  readonly email: string;
  readonly returnTo: string | null;
  readonly address: string;
  /** of ours that was asked, and that links lead to; absent in jobs of before: the site's own */
  readonly site?: string;
  /** service_desk.id of a portal's host */
  readonly portalId?: string | null;
}

/**
 * Takes note that somebody has forgotten a password. The answer comes by mail; what is done here, and how long it takes, is the
 * same whether the address has an account or not.
 *
 * @throws Invalid naming `email`, TooManyTries
 */
export async function requestReset(
  { db, jobs }: Platform,
  request: FastifyRequest,
  { email: typed, destination }: { readonly email: string; readonly destination: string | null },
): Promise<void> {
  const email = normalizeEmail(typed);
  if (!email) {
    throw Invalid.fields({ email: 'This is not an e-mail address. Write it like name@company.com.' });
  }
  await countMailRequest(db, 'password-reset', email, request.ip);
  const job: ResetJob = {
    email,
    returnTo: safeReturnTo(destination),
    address: request.ip,
    site: request.site.href,
    portalId: request.portalHost?.portalId ?? null,
  };
  await inTransaction(db, (trx) => jobs.add(trx, resetJob, job));
}

/**
 * Mails a link to the owner of the account, or how they sign in when they have no password. Strangers are not written to: the
 * address may be anybody's.
 */
export async function answerReset(platform: Platform, job: ResetJob): Promise<void> {
  const { config, db, mail } = platform;
  const { email, returnTo, address, site = config.url.href } = job;
  await inTransaction(db, async (trx) => {
    const known = await accountToWrite(trx, email);
    if (!known) return;
    const { account, locale } = known;
    const { kind, name } = wayOf(known);
    await recordAudit(trx, {
      actor: { accountId: null, name: null, address },
      action: 'account.password-reset-requested',
      objectType: 'account',
      objectId: account.accountId,
      objectName: account.displayName,
      after: { linkSent: kind === 'password' },
    });
    const portalId = job.portalId ?? portalOfPath(returnTo);
    const to = { email, name: account.displayName, locale, accountId: account.id };
    if (kind !== 'password') {
      await mail.queue(trx, {
        template: noResetMail,
        values: {
          name: account.displayName,
          how: ways[kind][mailLocale(locale)](name),
          url: signInAddress(site, returnTo),
        },
        to,
        portalId,
      });
      return;
    }
    // Only the newest works.
    await trx.deleteFrom('mailed_link').where('account_id', '=', account.id).execute();
    const token = await makeMailedLink(trx, {
      kind: 'password-reset',
      email,
      accountId: account.id,
      displayName: null,
      locale: null,
      portalId: null,
      returnTo,
    });
    const url = `${new URL(newPasswordPath, site).href}#${token}`;
    await mail.queue(trx, { template: resetMail, values: { name: account.displayName, url }, to, portalId });
  });
}

/**
 * Gives the account of a link its new password, and signs in as the password alone would: a second factor that is asked for
 * comes next.
 *
 * @throws NotFound when the link does not work, Invalid naming `password`, TooManyTries while the account is locked
 */
export async function finishReset(
  room: SignInRoom,
  request: FastifyRequest,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<OpenedSignIn> {
  const { config, db } = room.platform;
  const found = await mailedLinkOf(db, token);
  const owner = (await accountsByIds(db, [found?.accountId ?? '0'])).get(found?.accountId ?? '');
  if (!found || !owner) throw isOver();
  await requireGoodPassword(password, { ...owner, siteName: config.siteName });
  return inTransaction(db, async (trx) => {
    const link = await useMailedLink(trx, token, 'password-reset');
    await trx
      .selectFrom('account')
      .select('id')
      .where('id', '=', link.accountId ?? '')
      .forUpdate()
      .execute();
    const account = (await accountsByIds(trx, [link.accountId ?? ''])).get(link.accountId ?? '');
    // The mailbox that the link went to must still be that of the account.
    if (!account?.isActive || account.email !== link.email) throw isOver();
    await noteMailbox(trx, account.id);
    await replacePassword(room.platform, trx, account, password, {
      action: 'account.password-reset',
      actor: { accountId: account.id, name: account.displayName, address: request.ip },
      keepSessionId: null,
      portalId: request.portalHost?.portalId ?? portalOfPath(link.returnTo),
    });
    return openSession(room, trx, request, { account, method: 'password', returnTo: link.returnTo });
  });
}
