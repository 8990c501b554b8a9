import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Provider } from '../providers/store.ts';
import { writeTrace } from '../traces/store.ts';
import { actorOf } from '../viewer.ts';
import { createNotes, type SignInNotes } from './notes.ts';
import { newReference } from './reference.ts';
import { safeReturnTo } from './return-to.ts';

/** Why a sign-in through a provider was refused. The sign-in page has a sentence for each. */
export type RefusalCode =
  | 'provider_unknown'
  | 'provider_disabled'
  /** also expired, begun in another browser, or answered before */
  | 'attempt_unknown'
  | 'response_invalid'
  | 'response_expired'
  | 'assertion_reused'
  | 'email_missing'
  | 'email_unverified'
  | 'domain_not_owned'
  /** another account has the e-mail address and may not be linked */
  | 'account_exists'
  | 'account_inactive'
  | 'creation_disabled'
  | 'staff_not_admitted'
  | 'provider_unreachable'
  | 'provider_error'
  /** not in one of the groups that the provider's people must be in */
  | 'group_not_allowed'
  /** the provider left groups out (Entra above 150 or 200), so that it is unknown whether the person is in one */
  | 'groups_incomplete'
  /** began at the provider, where that is not switched on */
  | 'idp_initiated_off'
  /** signed or encrypted with what is too weak, and no exception for it */
  | 'algorithm_weak'
  /** the person or the provider ended it there */
  | 'sign_in_cancelled';

/**
 * What exactly was wrong, for those who can mend it: a stable word, with what was found and what should have been. The
 * test of a provider makes a likely fix of it (traces/explain.ts).
 */
export interface RefusalReason {
  readonly key: string;
  readonly found?: string;
  readonly expected?: string;
}

/** A sign-in that was refused. `detail` is for administrators: it names the check, and never a token or an assertion. */
export class SignInRefused extends Error {
  readonly code: RefusalCode;
  readonly detail: string;
  readonly reason: RefusalReason | null;

  constructor(code: RefusalCode, detail: string, options?: ErrorOptions & { reason?: RefusalReason }) {
    super(`${code}: ${detail}`, options);
    const { reason } = options ?? {};
    this.reason = reason
      ? {
          key: reason.key,
          ...(reason.found !== undefined && { found: onOneLine(reason.found) }),
          ...(reason.expected !== undefined && { expected: onOneLine(reason.expected) }),
        }
      : null;
    this.name = 'SignInRefused';
    this.code = code;
    this.detail = onOneLine(detail);
  }
}

/** A text with words from outside in it: without control characters, some of which no database column takes. */
function onOneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').toWellFormed();
}

/** What is known of a sign-in, filled in as it goes on, for the case that it is refused. */
export interface KnownSignIn {
  provider: Provider | null;
  returnTo: string | null;
  readonly notes: SignInNotes;
}

/**
 * Runs one step of a sign-in and sends the browser where the step says; null: the step has answered by itself. When the step
 * is refused: one audit event, and back to the sign-in page with the code and a reference under which an administrator finds
 * the event. Errors that are no refusals go on.
 */
export async function redirectOrRefuse(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  step: (known: KnownSignIn) => Promise<string | null>,
): Promise<void> {
  const known: KnownSignIn = { provider: null, returnTo: null, notes: createNotes() };
  let target: string | null;
  try {
    target = await step(known);
    if (known.notes.finished) await trace(platform, request, known, null);
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    target = await noteRefusal(platform, request, error, known);
  }
  if (target === null) return;
  // What happened here is for this browser, once.
  reply.header('cache-control', 'no-store');
  await reply.redirect(target, 303);
}

/** Records a refusal, and tells where the person can read about it. */
async function noteRefusal(
  platform: Platform,
  request: FastifyRequest,
  refusal: SignInRefused,
  known: KnownSignIn,
): Promise<string> {
  const { provider, returnTo, notes } = known;
  const { code, detail } = refusal;
  const reference = notes.reference ?? newReference();
  notes.reference = reference;
  await recordAudit(platform.db, {
    actor: actorOf(request),
    action: notes.purpose === 'test' ? 'identity-provider.test-refused' : 'sign-in.refused',
    objectType: 'identity-provider',
    objectId: provider?.id ?? null,
    objectName: provider?.name ?? null,
    after: { code, detail, reference },
  });
  platform.log.info({ refusal: code, reference, provider: provider?.id }, 'sign-in refused');
  await trace(platform, request, known, refusal);
  if (notes.purpose === 'test' && provider) return testPath(provider.id, reference);
  const query = new URLSearchParams({ error: code, reference });
  const destination = safeReturnTo(returnTo);
  if (destination) query.set('destination', destination);
  return `/servicedesk/customer/user/login?${query}`;
}

/** Where an administrator reads what came of a test. */
export function testPath(providerId: string, reference: string): string {
  return `/admin/sign-in/${providerId}/tests/${reference}`;
}

/** Writes the sign-in log. That it cannot be written must not stand between a person and their requests. */
async function trace(
  { db, log }: Platform,
  request: FastifyRequest,
  { provider, notes }: KnownSignIn,
  refusal: SignInRefused | null,
): Promise<void> {
  if (!provider || notes.reference === null) return;
  try {
    await writeTrace(db, {
      providerId: provider.id,
      reference: notes.reference,
      notes,
      refusal,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? null,
    });
  } catch (error) {
    log.error({ err: error, reference: notes.reference }, 'cannot write the sign-in log');
  }
}
