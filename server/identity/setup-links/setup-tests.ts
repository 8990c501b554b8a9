import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, NotFound } from '../../platform/http/errors.ts';
import { isComplete, type Provider } from '../providers/store.ts';
import { prepareTest } from '../sign-in/test-start.ts';
import { findTrace, isTraceExpected, type Trace } from '../traces/store.ts';
import type { SetupLink } from './links.ts';
import { outsideOutcome } from './outside-view.ts';

/** A test that was begun with a set-up link. */
export interface SetupTest {
  readonly reference: string;
  /** of the settings with which it began */
  readonly version: number;
  /** as whoever has the link is told; null: it has not ended */
  readonly outcome: Trace['outcome'] | null;
}

/**
 * Makes ready a test of the link's own provider: a complete round trip that signs nobody in.
 *
 * @param browserToken of the browser that asks, and alone can begin it
 * @returns the token for the address that the tester opens, once
 * @throws Conflict when there is nothing yet that could be tested
 */
export async function beginSetupTest(
  trx: Database,
  link: SetupLink,
  provider: Provider,
  browserToken: string,
  actor: AuditActor,
): Promise<{ token: string; reference: string }> {
  if (!isComplete(provider)) {
    throw new Conflict(
      'Something is still missing. Fill in what your provider is known by, save, and test then.',
    );
  }
  const { token, reference } = await prepareTest(trx, provider.id, { setupLinkId: link.id }, browserToken);
  await trx
    .insertInto('provider_setup_test')
    .values({ reference, setup_link_id: link.id, version: provider.version })
    .execute();
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.setup-test-begun',
    objectType: 'identity-provider',
    objectId: provider.id,
    objectName: provider.name,
    after: { note: link.note, version: provider.version, reference },
  });
  return { token, reference };
}

/**
 * What came of a test: of this very link, and of no other.
 *
 * @returns null while it has not ended
 * @throws NotFound when the link began no such test, or it is kept no longer
 */
export async function setupTestTrace(
  db: Database,
  link: SetupLink,
  reference: string,
): Promise<Trace | null> {
  const own = await db
    .selectFrom('provider_setup_test')
    .select('reference')
    .where('setup_link_id', '=', link.id)
    .where('reference', '=', reference)
    .executeTakeFirst();
  const trace = own && (await findTrace(db, link.providerId, own.reference));
  if (trace?.setupLinkId === link.id) return trace;
  if (own && (await isTraceExpected(db, link.providerId, own.reference))) return null;
  throw new NotFound('There is no such test of this link, or it did not end in time. Begin another one.');
}

/** The test that was begun last with a link, or null. */
export async function lastSetupTest(
  db: Database,
  link: SetupLink,
  provider: Provider,
): Promise<SetupTest | null> {
  const row = await db
    .selectFrom('provider_setup_test')
    .select(['reference', 'version'])
    .where('setup_link_id', '=', link.id)
    .orderBy('begun_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const trace = await findTrace(db, provider.id, row.reference);
  return { ...row, outcome: trace?.setupLinkId === link.id ? outsideOutcome(trace, provider) : null };
}
