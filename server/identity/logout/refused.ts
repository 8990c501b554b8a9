import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Provider } from '../providers/store.ts';
import { LintError } from '../saml/lint.ts';
import { newReference } from '../sign-in/reference.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { actorOf } from '../viewer.ts';

/** The page that says that one is signed out; it has a sentence for a problem that is named. */
export const signedOutPath = '/servicedesk/customer/user/signed-out';

/** A logout message that is not obeyed. `detail` is for administrators, and never holds a token or a message. */
export class LogoutRefused extends Error {
  readonly detail: string;

  constructor(detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'LogoutRefused';
    this.detail = detail
      .replaceAll(/\p{Cc}+/gu, ' ')
      .toWellFormed()
      .slice(0, 1000);
  }
}

/** Why a check said no, when it did so on purpose; null for an error of another kind. */
export function refusalIn(error: unknown): LogoutRefused | null {
  if (error instanceof LogoutRefused) return error;
  if (error instanceof SignInRefused) return new LogoutRefused(error.detail, { cause: error });
  if (error instanceof LintError) return new LogoutRefused(error.message, { cause: error });
  return null;
}

/**
 * Records that a logout message was refused.
 * @returns the reference under which administrators find it
 */
export async function noteRefusal(
  { db, log }: Platform,
  request: FastifyRequest,
  provider: Provider | null,
  { detail }: LogoutRefused,
): Promise<string> {
  const reference = newReference();
  await recordAudit(db, {
    actor: actorOf(request),
    action: 'sign-out.refused',
    objectType: 'identity-provider',
    objectId: provider?.id ?? null,
    objectName: provider?.name ?? null,
    after: { detail, reference },
  });
  log.info({ reference, provider: provider?.id }, 'logout message refused');
  return reference;
}

/**
 * Runs a step of signing out that a browser takes, and sends the browser where it says; null: it has answered by itself. A
 * refusal is audited, and the person is told on a page.
 */
export async function sendOnOrRefuse(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  step: (known: { provider: Provider | null }) => Promise<string | null>,
): Promise<void> {
  const known: { provider: Provider | null } = { provider: null };
  let target: string | null;
  try {
    target = await step(known);
  } catch (error) {
    const refusal = refusalIn(error);
    if (!refusal) throw error;
    const reference = await noteRefusal(platform, request, known.provider, refusal);
    target = `${signedOutPath}?${new URLSearchParams({ problem: 'refused', reference })}`;
  }
  if (target === null) return;
  reply.header('cache-control', 'no-store');
  await reply.redirect(target, 303);
}
