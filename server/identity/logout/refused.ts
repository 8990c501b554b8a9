import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Provider } from '../providers/store.ts';
import { LintError } from '../saml/lint.ts';
import { logEntry } from '../sign-in/log-entry.ts';
import { createNotes, noted, type SignInNotes } from '../sign-in/notes.ts';
import { newReference } from '../sign-in/reference.ts';
import { type RefusalReason, SignInRefused } from '../sign-in/refusal.ts';
import { actorOf } from '../viewer.ts';

/** The page that says that one is signed out; it has a sentence for a problem that is named. */
export const signedOutPath = '/servicedesk/customer/user/signed-out';

/** A logout message that is not obeyed. `detail` is for administrators, and never holds a token or a message. */
export class LogoutRefused extends Error {
  readonly detail: string;
  /** what exactly was wrong, for the fix in the sign-in log */
  readonly reason: RefusalReason | null;

  constructor(detail: string, options?: ErrorOptions & { reason?: RefusalReason | null }) {
    super(detail, options);
    this.name = 'LogoutRefused';
    this.detail = onOneLine(detail).slice(0, 1000);
    this.reason = options?.reason ?? null;
  }
}

function onOneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').toWellFormed();
}

/** Of a provider that is switched off nobody is signed in. */
export function disabled({ name }: Provider): LogoutRefused {
  return new LogoutRefused(`${name} is disabled`, { reason: { key: 'logout-disabled' } });
}

/** What is known of a sign-out that a provider has a part in, filled in as it goes on, for the sign-in log. */
export interface KnownSignOut {
  provider: Provider | null;
  readonly notes: SignInNotes;
}

/** Nothing is known yet. */
export function unknownSignOut(): KnownSignOut {
  return { provider: null, notes: { ...createNotes(), purpose: 'logout' } };
}

/**
 * Runs a check of a logout message and notes how it went.
 *
 * @param describe says what a check that passed has found
 * @throws LogoutRefused where it says no on purpose, whatever says so
 */
export function checked<T>(
  { notes }: KnownSignOut,
  name: string,
  check: () => T | Promise<T>,
  describe?: (found: T) => string | null,
): Promise<T> {
  const throughUs = async () => {
    try {
      return await check();
    } catch (error) {
      throw refusalIn(error) ?? error;
    }
  };
  return noted(notes, name, throughUs, describe);
}

/** Why a check said no, when it did so on purpose; null for an error of another kind. */
export function refusalIn(error: unknown): LogoutRefused | null {
  if (error instanceof LogoutRefused) return error;
  if (error instanceof SignInRefused)
    return new LogoutRefused(error.detail, { cause: error, reason: error.reason });
  if (error instanceof LintError)
    return new LogoutRefused(error.message, { cause: error, reason: { key: 'logout-shape' } });
  return null;
}

/**
 * Records that a logout message was refused, in the audit log and the sign-in log.
 * @returns the reference under which administrators find it
 */
export async function noteRefusal(
  platform: Platform,
  request: FastifyRequest,
  known: KnownSignOut,
  refusal: LogoutRefused,
): Promise<string> {
  const { provider, notes } = known;
  const { detail, reason, cause } = refusal;
  const reference = newReference();
  notes.reference = reference;
  await recordAudit(platform.db, {
    actor: actorOf(request),
    action: 'sign-out.refused',
    objectType: 'identity-provider',
    objectId: provider?.id ?? null,
    objectName: provider?.name ?? null,
    after: { detail, reference },
  });
  platform.log.info({ reference, provider: provider?.id }, 'logout message refused');
  const code = cause instanceof SignInRefused ? cause.code : 'logout_refused';
  await logEntry(platform, request, known, { code, detail, reason });
  return reference;
}

/** Records in the sign-in log that a logout message was obeyed. */
export async function noteObeyed(
  platform: Platform,
  request: FastifyRequest,
  known: KnownSignOut,
): Promise<void> {
  known.notes.reference = newReference();
  await logEntry(platform, request, known, null);
}

/**
 * Runs a step of signing out that a browser takes, and sends the browser where it says; null: it has answered by itself. A
 * refusal is written down, and the person is told on a page.
 */
export async function sendOnOrRefuse(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  step: (known: KnownSignOut) => Promise<string | null>,
): Promise<void> {
  const known = unknownSignOut();
  let target: string | null;
  try {
    target = await step(known);
  } catch (error) {
    const refusal = refusalIn(error);
    if (!refusal) throw error;
    const reference = await noteRefusal(platform, request, known, refusal);
    target = `${signedOutPath}?${new URLSearchParams({ problem: 'refused', reference })}`;
  }
  if (target === null) return;
  reply.header('cache-control', 'no-store');
  await reply.redirect(target, 303);
}
