import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAudit } from '../../platform/audit/audit.ts';
import { addressOf } from '../../platform/http/asked-host.ts';
import { RefusedError } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { sendOnward } from '../portal-domains/onward-page.ts';
import type { Provider } from '../providers/store.ts';
import { actorOf } from '../viewer.ts';
import { logEntry } from './log-entry.ts';
import { createNotes, type SignInNotes } from './notes.ts';
import { newReference } from './reference.ts';
import { SignInRefused } from './refusal.ts';
import { safeReturnTo } from './return-to.ts';
import { actorOfTester, testPath } from './test-start.ts';

/** What is known of a sign-in, filled in as it goes on, for the case that it is refused. */
export interface KnownSignIn {
  provider: Provider | null;
  returnTo: string | null;
  /** the portal's host that the sign-in is made for at the site's own: refusals are told there; null: here */
  home: URL | null;
  readonly notes: SignInNotes;
}

/**
 * Runs one step of a sign-in and sends the browser where the step says; null: the step has answered by itself. When the step
 * is refused: one audit event, and back to the sign-in page with the code and a reference under which an administrator finds
 * the event. An error of our own ends there, too, and is told of in the server's log; the sign-in log says so. Errors that tell
 * the browser what to do (too many tries) go on.
 */
export async function redirectOrRefuse(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  step: (known: KnownSignIn) => Promise<string | null>,
): Promise<void> {
  const known: KnownSignIn = { provider: null, returnTo: null, home: null, notes: createNotes() };
  let target: string | null;
  try {
    target = await step(known);
    if (known.notes.finished) await logEntry(platform, request, known, null);
  } catch (error) {
    if (error instanceof SignInRefused) target = await noteRefusal(platform, request, error, known);
    else if (error instanceof RefusedError) throw error;
    else target = await noteFailure(platform, request, error, known);
  }
  if (target === null) return;
  // What happened here is for this browser, once.
  reply.header('cache-control', 'no-store');
  if (known.home && target.startsWith(`${known.home.origin}/`)) return sendOnward(reply, target);
  await reply.redirect(target, 303);
}

/** Records a refusal, and tells where the person can read about it. */
async function noteRefusal(
  platform: Platform,
  request: FastifyRequest,
  refusal: SignInRefused,
  known: KnownSignIn,
): Promise<string> {
  const { provider, notes } = known;
  const { code, detail } = refusal;
  const reference = referenceOf(notes);
  await recordAudit(platform.db, {
    actor: notes.tester ? await actorOfTester(platform.db, notes.tester, request.ip) : actorOf(request),
    action: notes.purpose === 'test' ? 'identity-provider.test-refused' : 'sign-in.refused',
    objectType: 'identity-provider',
    objectId: provider?.id ?? null,
    objectName: provider?.name ?? null,
    after: { code, detail, reference },
  });
  platform.log.info({ refusal: code, reference, provider: provider?.id }, 'sign-in refused');
  await logEntry(platform, request, known, refusal);
  return refusal.wayOut ?? pathOfRefusal(code, reference, known);
}

/** Writes down that a sign-in failed for an error of our own, and tells where the person can read about it. */
async function noteFailure(
  platform: Platform,
  request: FastifyRequest,
  error: unknown,
  known: KnownSignIn,
): Promise<string> {
  const reference = referenceOf(known.notes);
  platform.log.error({ err: error, reference, provider: known.provider?.id }, 'sign-in failed');
  const refusal = new SignInRefused(
    'internal_error',
    `Something went wrong in Portico; the server’s log has it under the reference ${reference}`,
    { cause: error, reason: { key: 'internal-error', found: reference } },
  );
  try {
    return await noteRefusal(platform, request, refusal, known);
  } catch (unwritable) {
    // Such as a database that is gone: the person is told all the same.
    platform.log.error({ err: unwritable, reference }, 'cannot record that a sign-in failed');
    return pathOfRefusal(refusal.code, reference, known);
  }
}

function referenceOf(notes: SignInNotes): string {
  notes.reference ??= newReference();
  return notes.reference;
}

/** Where the person, or the tester, reads why it was refused. */
function pathOfRefusal(
  code: SignInRefused['code'],
  reference: string,
  { provider, returnTo, home, notes }: KnownSignIn,
): string {
  if (notes.tester && provider) return testPath(provider.id, reference, notes.tester);
  const query = new URLSearchParams({ error: code, reference });
  const destination = safeReturnTo(returnTo);
  if (destination) query.set('destination', destination);
  return `${home ? addressOf(home) : ''}/servicedesk/customer/user/login?${query}`;
}
