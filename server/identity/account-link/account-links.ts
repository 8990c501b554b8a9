import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { recordAudit } from '../../platform/audit/audit.ts';
import { sixDigits } from '../../platform/crypto/six-digits.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound, TooManyTries } from '../../platform/http/errors.ts';
import { hit } from '../../platform/http/throttle.ts';
import { momentInMail } from '../../platform/mail/dates.ts';
import { mailRecipient } from '../accounts/mail-recipient.ts';
import { removePassword } from '../accounts/remove-password.ts';
import { type AccountSummary, accountsByIds } from '../accounts/store.ts';
import { type Provider, providerById } from '../providers/store.ts';
import { attemptCookieName, setCookie } from '../sessions/cookies.ts';
import { endSessionsOf } from '../sessions/sessions.ts';
import type { Assertion } from '../sign-in/assertion.ts';
import type { Attempt } from '../sign-in/attempts.ts';
import { browserTokenOf } from '../sign-in/browser.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { linkAndMap, resultOf } from '../sign-in/link-and-map.ts';
import { logEntry } from '../sign-in/log-entry.ts';
import { createNotes, noted } from '../sign-in/notes.ts';
import { openSession } from '../sign-in/open-session.ts';
import { checkPassword } from '../sign-in/password.ts';
import { portalOfPath } from '../sign-in/portal-of-path.ts';
import { rememberProvider } from '../sign-in/remembered.ts';
import { linkCodeMail, linkedMail } from './mails.ts';
import {
  type AccountLink,
  accountLinkSeconds,
  addAccountLink,
  countTry,
  isCode,
  keepCode,
  lockAccountLink,
  removeAccountLink,
} from './store.ts';

/** Codes that are mailed for one sign-in, and to one account in an hour. */
const codesPerLink = 3;
const codesPerAccount = 6;

/** Wrong codes and passwords before the sign-in has to begin anew. */
const triesPerLink = 5;

/** Lets a verified sign-in wait for proof in the browser that it came from. Returns the address of the page that asks for it. */
export async function beginAccountLink(
  { platform }: Pick<SignInRoom, 'platform'>,
  trx: Database,
  request: FastifyRequest,
  reply: FastifyReply,
  link: {
    readonly account: AccountSummary;
    readonly provider: Provider;
    readonly attempt: Attempt;
    readonly issuer: string;
    readonly assertion: Assertion;
  },
): Promise<string> {
  const { config, sealer } = platform;
  const browserToken = browserTokenOf(request, config.url);
  // The attempt was completed by the browser that began it, so it has one.
  if (browserToken === null) throw new Error('The browser of a sign-in has no token');
  const token = await addAccountLink(trx, sealer, {
    browserToken,
    accountId: link.account.id,
    providerId: link.provider.id,
    reference: link.attempt.reference,
    issuer: link.issuer,
    assertion: link.assertion,
    returnTo: link.attempt.returnTo,
    handOverId: link.attempt.handOverId,
  });
  reply.header(
    'set-cookie',
    setCookie(config.url, attemptCookieName(config.url), browserToken, accountLinkSeconds),
  );
  return `/servicedesk/customer/user/link/${token}`;
}

/** What the page that asks for proof shows. */
export interface ShownAccountLink {
  readonly providerName: string;
  readonly email: string;
  /** the mailbox is not enough for those who work here */
  readonly takesCode: boolean;
  readonly codeSentAt: Date | null;
  readonly canSendCode: boolean;
  readonly triesLeft: number;
  readonly expiresAt: Date;
}

/** @throws NotFound when it is over, or of another browser */
export async function showAccountLink(
  room: SignInRoom,
  request: FastifyRequest,
  token: string,
): Promise<ShownAccountLink> {
  return inTransaction(room.platform.db, async (trx) => {
    const { link, account, provider, takesCode } = await requireLink(room, trx, request, token);
    return {
      providerName: provider.name,
      email: account.email ?? link.assertion.email,
      takesCode,
      codeSentAt: link.codeSentAt,
      canSendCode: takesCode && link.codesSent < codesPerLink,
      triesLeft: triesPerLink - link.tries,
      expiresAt: link.expiresAt,
    };
  });
}

/**
 * Mails a code to the account's address.
 * @throws NotFound, Conflict when there were enough, TooManyTries
 */
export async function mailCode(room: SignInRoom, request: FastifyRequest, token: string): Promise<void> {
  const { db, mail } = room.platform;
  const { link: found } = await inTransaction(db, (trx) => requireLink(room, trx, request, token));
  await hit(db, `account-link:codes:${found.accountId}`, codesPerAccount, 3600);
  await inTransaction(db, async (trx) => {
    const { link, account, provider, takesCode } = await requireLink(room, trx, request, token);
    const to = takesCode ? await mailRecipient(trx, account) : null;
    if (!to) {
      throw new Conflict('This account belongs to the support team. Prove it with its password.');
    }
    if (link.codesSent >= codesPerLink) {
      throw new Conflict('Three codes were sent. Look among unwanted mail too, or begin again later.');
    }
    const code = sixDigits();
    await keepCode(trx, link.id, code);
    await mail.queue(trx, {
      template: linkCodeMail,
      values: { name: account.displayName, provider: provider.name, code },
      to,
      portalId: portalOfPath(link.returnTo),
    });
    await recordAudit(trx, {
      actor: {
        accountId: null,
        name: link.assertion.displayName ?? link.assertion.email,
        address: request.ip,
      },
      action: 'account-link.code-sent',
      objectType: 'account',
      objectId: account.accountId,
      objectName: account.displayName,
      after: { provider: provider.name, reference: link.reference },
    });
  });
}

/** How somebody shows that an account is theirs. */
export type Proof = { readonly code: string } | { readonly password: string };

/**
 * Links the sign-in to the account and opens its session, once the account is shown to be the same person's.
 *
 * @returns where to go on
 * @throws Invalid naming `code` or `password`, NotFound, Conflict, TooManyTries; SignInRefused as every sign-in
 */
export async function proveAccount(
  room: SignInRoom,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  proof: Proof,
): Promise<string> {
  const { platform } = room;
  const { db, mail } = platform;
  const { link: found } = await inTransaction(db, (trx) => requireLink(room, trx, request, token));
  if (!(await countTry(db, found.id, triesPerLink))) throw tooMany();
  await requireProof(room, request, found, proof);
  const notes = createNotes();
  notes.reference = found.reference;
  notes.issued = { issuer: found.issuer, assertion: found.assertion };
  const done = await inTransaction(db, async (trx) => {
    // Again and locked: of two that come at once with the same code, one gets through. This try is counted already.
    const { link, provider, account } = await findLink(room, trx, request, token);
    await noted(
      notes,
      'proof',
      () => removeAccountLink(trx, link.id),
      () =>
        'code' in proof
          ? 'The person entered a code that was mailed to the account’s address.'
          : 'The person entered the account’s password.',
    );
    if ('code' in proof) await noteOwnedMailbox(room, trx, request, account);
    const person = await linkAndMap(room, trx, provider, link, request.ip, notes, account.id);
    const opened = await openSession(room, trx, request, {
      account: person.account,
      method: 'provider',
      returnTo: link.returnTo,
      through: {
        provider,
        identityId: person.identityId,
        isNew: person.isNew,
        assertion: link.assertion,
        reference: link.reference,
        handOverId: link.handOverId,
      },
    });
    // Where the owner of the account was before this sign-in.
    const to = await mailRecipient(trx, account);
    if (to) {
      await mail.queue(trx, {
        template: linkedMail,
        values: {
          name: person.account.displayName,
          provider: provider.name,
          when: momentInMail(new Date(), to),
          url: new URL('/servicedesk/customer/user/sessions', platform.config.url).href,
        },
        to,
        portalId: portalOfPath(link.returnTo),
      });
    }
    return { opened, provider, result: await resultOf(room, trx, provider, person) };
  });
  notes.finished = { accountId: found.accountId, result: done.result };
  await logEntry(platform, request, { provider: done.provider, notes }, null);
  for (const cookie of done.opened.cookies) reply.header('set-cookie', cookie);
  reply.header('set-cookie', rememberProvider(platform, done.provider.id));
  return done.opened.path;
}

async function requireProof(
  { platform: { db } }: SignInRoom,
  request: FastifyRequest,
  link: AccountLink,
  proof: Proof,
): Promise<void> {
  if ('code' in proof) {
    if (isCode(link, proof.code.replaceAll(/\s/g, ''))) return;
    throw Invalid.fields({
      code:
        link.codeHash === null
          ? 'No code was sent yet. Ask for one.'
          : 'This is not the code that was sent last. Check it and try again.',
    });
  }
  const account = (await accountsByIds(db, [link.accountId])).get(link.accountId);
  const found = await checkPassword(db, account?.email ?? '', proof.password, request.ip);
  if (found?.account.id !== link.accountId) {
    throw Invalid.fields({ password: 'This is not the password of your account. Check it and try again.' });
  }
}

/**
 * Whoever made the account with somebody else's address may not go on using it once its owner has come (pre-hijacking): while
 * nobody had shown that the mailbox is theirs, a customer's password and all sessions go.
 */
async function noteOwnedMailbox(
  { staff }: SignInRoom,
  trx: Database,
  request: FastifyRequest,
  account: AccountSummary,
): Promise<void> {
  const first = await trx
    .updateTable('account')
    .set({ email_verified_at: sql`now()` })
    .where('id', '=', account.id)
    .where('email_verified_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!first) return;
  await endSessionsOf(trx, account.id);
  if ((await staff.among(trx, [account.id])).has(account.id)) return;
  const actor = { accountId: account.id, name: account.displayName, address: request.ip };
  const reason = 'Its owner has shown that the mailbox is theirs, which nobody had before';
  await removePassword(trx, account, reason, actor);
}

interface FoundLink {
  readonly link: AccountLink;
  readonly account: AccountSummary;
  readonly provider: Provider;
  readonly takesCode: boolean;
}

/** @throws NotFound, and TooManyTries when there is no try left */
async function requireLink(
  room: SignInRoom,
  trx: Database,
  request: FastifyRequest,
  token: string,
): Promise<FoundLink> {
  const found = await findLink(room, trx, request, token);
  if (found.link.tries >= triesPerLink) throw tooMany();
  return found;
}

async function findLink(
  { platform, staff }: SignInRoom,
  trx: Database,
  request: FastifyRequest,
  token: string,
): Promise<FoundLink> {
  const { config, sealer } = platform;
  const link = await lockAccountLink(trx, sealer, token, browserTokenOf(request, config.url));
  if (!link) throw isOver();
  const account = (await accountsByIds(trx, [link.accountId])).get(link.accountId);
  const provider = await providerById(trx, link.providerId);
  if (!account?.isActive || !provider?.isEnabled) throw isOver();
  const isStaff = (await staff.among(trx, [account.id])).has(account.id);
  return { link, account, provider, takesCode: !isStaff };
}

function tooMany(): TooManyTries {
  return new TooManyTries('There were too many tries. Sign in again from the start.', accountLinkSeconds);
}

function isOver(): NotFound {
  return new NotFound('This step is over, or was begun in another browser. Sign in again.');
}
