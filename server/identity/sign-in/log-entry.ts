import type { FastifyRequest } from 'fastify';
import type { Platform } from '../../platform/platform.ts';
import type { Provider } from '../providers/store.ts';
import { writeTrace } from '../traces/store.ts';
import type { SignInNotes } from './notes.ts';
import type { RefusalReason } from './refusal.ts';

/** Why something was refused, as the sign-in log keeps it. */
interface LoggedRefusal {
  readonly code: string;
  readonly detail: string;
  readonly reason: RefusalReason | null;
}

/**
 * Writes an entry of the sign-in log of a provider, where one is known. That it cannot be written must not stand between a
 * person and their requests.
 */
export async function logEntry(
  { db, log }: Platform,
  request: FastifyRequest,
  { provider, notes }: { readonly provider: Provider | null; readonly notes: SignInNotes },
  refusal: LoggedRefusal | null,
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
