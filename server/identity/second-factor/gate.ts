import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { mailSettings } from '../../platform/mail/settings.ts';
import type { AccountSummary } from '../accounts/store.ts';
import { hidesPasswordsEverywhere } from '../portal-sign-in/store.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { isTrustedDevice } from './devices.ts';
import { type Factor, factorsOf } from './factors.ts';
import { requireUnlockedBy } from './prove.ts';
import { demandOn } from './requirement.ts';
import { factorSettings } from './settings.ts';

/** Somebody whose first factor was verified, as the gate sees them. */
export interface FirstFactor {
  readonly account: AccountSummary;
  /** asked only when rules may depend on it */
  readonly isStaff: () => Promise<boolean>;
  readonly method: 'password' | 'provider' | 'passkey';
  readonly providerId: string | null;
  /** how they signed in there, as the provider says: `amr`, `acr`, AuthnContext */
  readonly methods: readonly string[];
  readonly portalId: string | null;
}

/** What the gate says. */
export type GateAnswer =
  /** in, with what counts as the second factor; `isAsked`: they should set one up, and can put it off */
  | { readonly isOpen: true; readonly factor: Factor | null; readonly isAsked: boolean }
  /** the second factor first */
  | { readonly isOpen: false };

/**
 * Decides whether somebody whose first factor was verified is in. Asked at every sign-in, whatever it began with, before there
 * is a session.
 *
 * @throws TooManyTries while too many wrong second factors keep the account locked
 */
export async function askGate(
  room: SignInRoom,
  trx: Database,
  request: FastifyRequest,
  first: FirstFactor,
): Promise<GateAnswer> {
  const { account, method } = first;
  const facts = await gateFacts(trx, account.id);
  requireUnlockedBy(facts.lockedSeconds);
  // A passkey that verified the person is both: something they have, and something they know or are.
  if (method === 'passkey') return { isOpen: true, factor: 'passkey', isAsked: false };
  // Most sign-ins, on most sites: no rule, and nothing set up.
  if (!facts.hasRules && !facts.hasFactor && method === 'provider') {
    return { isOpen: true, factor: null, isAsked: false };
  }
  const { config } = room.platform;
  const settings = await factorSettings(trx);
  const demand = await demandOn(
    trx,
    {
      accountId: account.id,
      isStaff: await first.isStaff(),
      providerId: first.providerId,
      portalId: first.portalId,
    },
    room.organizationsOf,
  );
  const isBreakGlass = method === 'password' && (await hidesPasswordsEverywhere(trx));
  const isRequired = demand.requirement === 'required' || isBreakGlass;
  const own = await factorsOf(trx, account.id);
  const usable = own.filter(({ kind }) => (kind === 'totp' ? settings.allowsTotp : settings.allowsPasskeys));
  if (!isRequired && (demand.requirement === 'off' || usable.length === 0)) {
    return { isOpen: true, factor: null, isAsked: false };
  }
  if (await isDoneByProvider(trx, first)) return { isOpen: true, factor: 'provider', isAsked: false };
  if (settings.rememberDays > 0 && (await isTrustedDevice(trx, config, request, account.id))) {
    return { isOpen: true, factor: 'device', isAsked: false };
  }
  if (usable.length > 0) return { isOpen: false };
  if (await isLetOff(trx, account.id, demand.requirement === 'required' ? demand.graceDays : 0)) {
    return { isOpen: true, factor: null, isAsked: true };
  }
  // With nothing set up there is the mailbox. The way in when providers fail must not depend on mail that nobody delivers.
  if (isBreakGlass && demand.requirement !== 'required') {
    const canMail = settings.allowsMail && account.email !== null && (await mailSettings(trx)) !== null;
    return canMail ? { isOpen: false } : { isOpen: true, factor: null, isAsked: true };
  }
  return { isOpen: false };
}

/** What decides most sign-ins, in one statement. */
async function gateFacts(trx: Database, accountId: string) {
  return trx
    .selectFrom('account')
    .select([
      sql<
        number | null
      >`case when locked_until > now() then ceil(extract(epoch from locked_until - now()))::integer end`.as(
        'lockedSeconds',
      ),
      sql<boolean>`exists(select from factor_policy)`.as('hasRules'),
      sql<boolean>`exists(select from totp_factor t where t.account_id = account.id and t.confirmed_at is not null)
        or exists(select from passkey p where p.account_id = account.id)`.as('hasFactor'),
    ])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
}

/**
 * What providers say when a second factor was used: RFC 8176 `amr` values, Entra's claim, the REFEDS profile and what SAML
 * calls such contexts.
 */
const saysSecondFactor = new Set([
  'mfa',
  'otp',
  'hwk',
  'swk',
  'sc',
  'fido',
  'http://schemas.microsoft.com/claims/multipleauthn',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'https://refeds.org/profile/mfa',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorUnregistered',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI',
]);

async function isDoneByProvider(trx: Database, { providerId, methods }: FirstFactor): Promise<boolean> {
  if (providerId === null || !methods.some((method) => saysSecondFactor.has(method))) return false;
  const row = await trx
    .selectFrom('identity_provider')
    .select('trusts_factor')
    .where('id', '=', providerId)
    .executeTakeFirst();
  return row?.trusts_factor ?? false;
}

/** Whether somebody without a second factor may still put it off; the time begins when they are first asked. */
async function isLetOff(trx: Database, accountId: string, graceDays: number): Promise<boolean> {
  const row = await trx
    .updateTable('account')
    .set({ factor_asked_at: sql`coalesce(factor_asked_at, now())` })
    .where('id', '=', accountId)
    .returning([
      sql<boolean>`factor_asked_at + make_interval(days => ${graceDays}) > now()`.as('isInTime'),
      sql<boolean>`coalesce(factor_skipped_until > now(), false)`.as('isSkipped'),
    ])
    .executeTakeFirstOrThrow();
  return row.isInTime || row.isSkipped;
}
