import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { mailAdministrators } from '../accounts/mail-administrators.ts';
import type { Provider } from '../providers/store.ts';
import { setupSubmittedMail } from './submitted-mail.ts';

/** That a provider was said to be filled in. */
export interface Submission {
  readonly at: Date;
  /** of the provider's settings; null: not known */
  readonly version: number | null;
  /** how the last test with the link had ended by then; null: there was none */
  readonly test: SubmittedTest | null;
}

export interface SubmittedTest {
  readonly outcome: 'succeeded' | 'refused';
  /** of the settings that were tested */
  readonly version: number;
}

/** Notes that what was asked for is filled in, for an administrator to look at, and whether its test had passed. */
export async function submitSetup(
  { mail, config }: Pick<Platform, 'mail' | 'config'>,
  trx: Database,
  link: { readonly id: string; readonly note: string },
  provider: Provider,
  test: SubmittedTest | null,
  actor: AuditActor,
): Promise<void> {
  await trx
    .updateTable('provider_setup_link')
    .set({
      submitted_at: sql`now()`,
      submitted_version: provider.version,
      submitted_test: test?.outcome ?? null,
      submitted_test_version: test?.version ?? null,
    })
    .where('id', '=', link.id)
    .execute();
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.setup-submitted',
    objectType: 'identity-provider',
    objectId: provider.id,
    objectName: provider.name,
    after: {
      note: link.note,
      version: provider.version,
      test: test?.outcome ?? 'none',
      ...(test && { testedVersion: test.version }),
    },
  });
  await mailAdministrators(mail, trx, setupSubmittedMail, () => ({
    provider: provider.name,
    note: link.note,
    url: new URL(`/admin/sign-in/${provider.id}/setup`, config.url).href,
  }));
}

/** What a customer's IT has handed over. */
export interface SubmittedSetup {
  readonly providerId: string;
  readonly providerName: string;
  /** of the provider as it is now */
  readonly version: number;
  readonly note: string;
  readonly submitted: Submission;
}

/** What customers' IT has filled in and no administrator has enabled yet, the latest first. */
export async function submittedSetups(db: Database): Promise<SubmittedSetup[]> {
  const rows = await db
    .selectFrom('provider_setup_link as link')
    .innerJoin('identity_provider', 'identity_provider.id', 'link.provider_id')
    .distinctOn('link.provider_id')
    .select([
      'link.provider_id as providerId',
      'identity_provider.name as providerName',
      'identity_provider.version',
      'link.note',
      ...submissionColumns,
    ])
    .where('link.submitted_at', 'is not', null)
    .where('identity_provider.is_enabled', '=', false)
    .orderBy('link.provider_id')
    .orderBy('link.submitted_at', 'desc')
    .execute();
  return rows
    .flatMap((row) => {
      const { providerId, providerName, version, note } = row;
      const submitted = toSubmission(row);
      return submitted ? [{ providerId, providerName, version, note, submitted }] : [];
    })
    .sort((one, other) => other.submitted.at.getTime() - one.submitted.at.getTime());
}

/** The columns of a link that hold what was handed over. */
export const submissionColumns = [
  'link.submitted_at',
  'link.submitted_version',
  'link.submitted_test',
  'link.submitted_test_version',
] as const;

/** What was handed over with a link; null: nothing yet. */
export function toSubmission(row: {
  submitted_at: Date | null;
  submitted_version: number | null;
  submitted_test: string | null;
  submitted_test_version: number | null;
}): Submission | null {
  const { submitted_at: at, submitted_version: version, submitted_test_version: testedVersion } = row;
  if (at === null) return null;
  // a check of the column allows no other words
  const outcome = row.submitted_test as SubmittedTest['outcome'] | null;
  return {
    at,
    version,
    test: outcome && testedVersion !== null ? { outcome, version: testedVersion } : null,
  };
}
