import type { FastifyRequest } from 'fastify';
import { recordAudit } from '../../platform/audit/audit.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { backOff } from '../../platform/http/back-off.ts';
import { networkOf } from '../../platform/http/client-address.ts';
import { Forbidden, Invalid } from '../../platform/http/errors.ts';
import { hit } from '../../platform/http/throttle.ts';
import { mailLocale } from '../../platform/mail/template.ts';
import type { Platform } from '../../platform/platform.ts';
import { cleanDisplayName } from '../accounts/accounts.ts';
import { domainOf, normalizeEmail } from '../accounts/email.ts';
import { loginPath } from '../providers/addresses.ts';
import type { Provider } from '../providers/store.ts';
import { safeReturnTo } from '../sign-in/return-to.ts';
import { makeMailedLink } from './mailed-links.ts';
import { knownMail, signUpMail, ways } from './mails.ts';
import { signUpRule, takesSignUp } from './policy.ts';
import { providerOfAddress } from './provider-of-address.ts';
import { accountToWrite, portalOrSite, signInAddress, wayOf } from './recipient.ts';

/** Where links of mails lead: what follows the # is never sent to any server, and so is in no log. */
export const signUpPath = '/servicedesk/customer/user/sign-up/finish';

/** What somebody types who wants an account. */
export interface SignUp {
  readonly email: string;
  readonly displayName: string;
  /** service_desk.id; null: the site */
  readonly portalId: string | null;
  readonly destination: string | null;
  /** in which they read the page */
  readonly locale: string | null;
}

/** The job that answers a sign-up by mail. */
export const signUpJob = 'identity.answer-sign-up';

export interface SignUpJob {
  readonly email: string;
  readonly displayName: string;
  readonly portalId: string | null;
  readonly returnTo: string | null;
  readonly locale: string | null;
  /** from where it was asked */
  readonly address: string;
  /** of ours that was asked, and that links lead to; absent in jobs of before: the site's own */
  readonly site?: string;
}

/** An office may share an address; its requests of an hour for mail count together. */
const perNetwork = { limit: 30, seconds: 3600 };
/** Nobody's mailbox is filled by others. */
const perAddress = { free: 3, firstSeconds: 60, maxSeconds: 3600 };

/** Counts that somebody asks for mail to an address, whether it has an account or not. @throws TooManyTries */
export async function countMailRequest(db: Database, kind: string, email: string, address: string) {
  await hit(db, `mailed-link:network:${networkOf(address)}`, perNetwork.limit, perNetwork.seconds);
  await backOff(db, `mailed-link:${kind}:${email}`, perAddress);
}

/**
 * Takes a sign-up. People whose company has a provider are sent there. Everybody else is answered by mail: what is done here,
 * and how long it takes, is the same whether the address has an account or not.
 *
 * @returns the provider and where its sign-in begins, or null
 * @throws Invalid naming `email` or `displayName`, NotFound, Forbidden, TooManyTries
 */
export async function requestSignUp(
  { db, jobs }: Platform,
  request: FastifyRequest,
  { email: typed, displayName: name, portalId, destination, locale }: SignUp,
): Promise<{ readonly provider: Provider; readonly url: string } | null> {
  const email = normalizeEmail(typed);
  const displayName = cleanDisplayName(name);
  if (!email || !displayName) {
    throw Invalid.fields({
      ...(!email && { email: 'This is not an e-mail address. Write it like name@company.com.' }),
      ...(!displayName && { displayName: 'Give your name.' }),
    });
  }
  const returnTo = safeReturnTo(destination);
  const rule = await signUpRule(db, portalId);
  if (rule.who === 'nobody' || rule.who === 'invited') {
    throw new Forbidden(
      'Nobody can make an account here by themselves. Ask the people who run this site to invite you.',
    );
  }
  const provider = await providerOfAddress(db, email);
  if (provider) {
    const query = returnTo === null ? '' : `?${new URLSearchParams({ destination: returnTo })}`;
    return { provider, url: `${loginPath(provider)}${query}` };
  }
  const domain = domainOf(email);
  if (!takesSignUp(rule, domain)) {
    throw Invalid.fields({
      email: `People with addresses at ${domain} cannot make an account here. Use the address of your company, or ask the people who run this site.`,
      // tells this from an address that is none, for pages that have words of their own
      domain: `${domain} is not among the domains that may.`,
    });
  }
  await countMailRequest(db, 'sign-up', email, request.ip);
  const job: SignUpJob = {
    email,
    displayName,
    portalId,
    returnTo,
    locale,
    address: request.ip,
    site: request.site.href,
  };
  await inTransaction(db, (trx) => jobs.add(trx, signUpJob, job));
  return null;
}

/** Writes to whoever has the mailbox: how to finish the account, or that there is one. */
export async function answerSignUp(platform: Platform, job: SignUpJob): Promise<void> {
  const { config, db, mail } = platform;
  const { email, portalId, returnTo, site = config.url.href } = job;
  await inTransaction(db, async (trx) => {
    const portal = await portalOrSite(trx, config, portalId);
    const known = await accountToWrite(trx, email);
    await recordAudit(trx, {
      actor: { accountId: null, name: null, address: job.address },
      action: 'account.sign-up-requested',
      objectType: 'account',
      objectId: known?.account.accountId ?? null,
      objectName: email,
      after: { portal, hasAccount: known !== null },
    });
    if (known) {
      const { account, locale } = known;
      const { kind, name } = wayOf(known);
      await mail.queue(trx, {
        template: knownMail,
        values: {
          name: account.displayName,
          how: ways[kind][mailLocale(locale)](name),
          url: signInAddress(site, returnTo),
        },
        to: { email, name: account.displayName, locale, accountId: account.id },
        portalId,
      });
      return;
    }
    const token = await makeMailedLink(trx, {
      kind: 'sign-up',
      email,
      accountId: null,
      displayName: job.displayName,
      locale: job.locale,
      portalId,
      returnTo,
    });
    await mail.queue(trx, {
      template: signUpMail,
      values: { url: `${new URL(signUpPath, site).href}#${token}` },
      to: { email, name: null, locale: job.locale, accountId: null },
      portalId,
    });
  });
}
