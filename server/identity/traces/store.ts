import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Assertion } from '../sign-in/assertion.ts';
import type { NotedStep, SignInNotes, SignInResult } from '../sign-in/notes.ts';
import type { RefusalReason } from '../sign-in/refusal.ts';
import { testerColumns } from '../sign-in/test-start.ts';

/** What is kept of a sign-in, a test or a logout. Secrets, tokens and signatures were cut out before. */
export interface Trace {
  /** where the next page of a list begins */
  readonly id: string;
  readonly reference: string;
  readonly providerId: string | null;
  readonly purpose: SignInNotes['purpose'];
  readonly outcome: 'succeeded' | 'refused';
  readonly code: string | null;
  readonly detail: string | null;
  readonly reason: RefusalReason | null;
  readonly email: string | null;
  readonly subject: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly steps: readonly NotedStep[];
  readonly message: string | null;
  readonly issued: SignInNotes['issued'];
  /** reference of the sign-in at the provider that it goes on from */
  readonly begunBy: string | null;
  /** of a test that was begun with a set-up link */
  readonly setupLinkId: string | null;
  readonly result: SignInResult | null;
  readonly finishedAt: Date;
}

/** What is written down when a sign-in has ended. */
export interface NewTrace {
  readonly providerId: string;
  readonly reference: string;
  readonly notes: SignInNotes;
  readonly refusal: {
    readonly code: string;
    readonly detail: string;
    readonly reason: RefusalReason | null;
  } | null;
  readonly address: string;
  readonly userAgent: string | null;
}

/** Longest message that is kept, in characters. */
const longestMessage = 100_000;

/**
 * Writes a trace. A second one under the same reference (a page loaded again) is left out, unless the sign-in succeeded after
 * all: then that is how it ended.
 */
export async function writeTrace(db: Database, trace: NewTrace): Promise<void> {
  const { notes, refusal } = trace;
  const issued = notes.issued && { ...notes.issued, assertion: withoutSecrets(notes.issued.assertion) };
  const values = {
    reference: trace.reference,
    provider_id: trace.providerId,
    purpose: notes.purpose,
    begun_by: notes.begunBy,
    setup_link_id: testerColumns(notes.tester).setup_link_id,
    outcome: refusal ? 'refused' : 'succeeded',
    code: refusal?.code ?? null,
    detail: refusal?.detail ?? null,
    reason: refusal?.reason ? JSON.stringify(refusal.reason) : null,
    account_id: notes.finished?.accountId ?? null,
    email: issued?.assertion.email ?? notes.named?.email ?? null,
    subject: issued?.assertion.subject ?? notes.named?.subject ?? null,
    address: trace.address,
    user_agent: trace.userAgent?.slice(0, 500) ?? null,
    steps: JSON.stringify(notes.steps),
    // A text column takes all but NUL.
    message: notes.message?.slice(0, longestMessage).replaceAll('\0', '') ?? null,
    assertion: issued ? JSON.stringify(issued) : null,
    result: notes.finished?.result ? JSON.stringify(notes.finished.result) : null,
  };
  await db
    .insertInto('sign_in_trace')
    .values(values)
    .onConflict((conflict) =>
      refusal
        ? conflict.column('reference').doNothing()
        : conflict.column('reference').doUpdateSet(values).where('sign_in_trace.outcome', '=', 'refused'),
    )
    .execute();
}

/**
 * An ID token and the name of a session at the provider are good for signing out there: not for the log. Nor is what
 * userinfo of some providers shows beside the person.
 */
function withoutSecrets({
  logoutHint: _hint,
  providerSession: _session,
  ...assertion
}: Assertion): Assertion {
  return { ...assertion, raw: objectWithoutSecrets(assertion.raw) };
}

const secretNames = /token|secret|password|^code$/i;

function objectWithoutSecrets(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        return [name, objectWithoutSecrets(value as Record<string, unknown>)];
      }
      return [name, secretNames.test(name) && value !== null ? '(cut out)' : value];
    }),
  );
}

export interface TraceFilter {
  readonly providerId: string;
  readonly outcome?: 'succeeded' | 'refused' | undefined;
  readonly purpose?: Trace['purpose'] | undefined;
  /** part of e-mail address, subject, address or reference */
  readonly text?: string | undefined;
  /** of the last trace of the page before */
  readonly beforeId?: string | undefined;
  readonly limit: number;
}

/** Traces of a provider, newest first. */
export async function listTraces(db: Database, filter: TraceFilter): Promise<Trace[]> {
  const { providerId, outcome, purpose, text, beforeId, limit } = filter;
  const pattern = text && `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .selectFrom('sign_in_trace')
    .selectAll()
    .where('provider_id', '=', providerId)
    .$if(outcome !== undefined, (query) => query.where('outcome', '=', outcome ?? ''))
    .$if(purpose !== undefined, (query) => query.where('purpose', '=', purpose ?? ''))
    .$if(Boolean(pattern), (query) =>
      query.where((eb) =>
        eb.or([
          eb('email', 'ilike', pattern ?? ''),
          eb('subject', 'ilike', pattern ?? ''),
          eb('address', 'ilike', pattern ?? ''),
          eb('reference', 'ilike', pattern ?? ''),
        ]),
      ),
    )
    .$if(beforeId !== undefined, (query) => query.where('id', '<', beforeId ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toTrace);
}

/** The trace of this reference at this provider, or null. */
export async function findTrace(db: Database, providerId: string, reference: string): Promise<Trace | null> {
  const row = await db
    .selectFrom('sign_in_trace')
    .selectAll()
    .where('provider_id', '=', providerId)
    .where('reference', '=', reference.toUpperCase())
    .executeTakeFirst();
  return row ? toTrace(row) : null;
}

/** Whether a test or sign-in of this reference has begun and not ended. */
export async function isTraceExpected(db: Database, providerId: string, reference: string): Promise<boolean> {
  const test = await db
    .selectFrom('sign_in_test')
    .select('reference')
    .where('provider_id', '=', providerId)
    .where('reference', '=', reference.toUpperCase())
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  if (test) return true;
  const attempt = await db
    .selectFrom('sign_in_attempt')
    .select('id')
    .where('provider_id', '=', providerId)
    .where('reference', '=', reference.toUpperCase())
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return attempt !== undefined;
}

/** The newest trace of a provider that says who somebody is, or null. */
export async function newestIssued(db: Database, providerId: string): Promise<Trace | null> {
  const row = await db
    .selectFrom('sign_in_trace')
    .selectAll()
    .where('provider_id', '=', providerId)
    .where('assertion', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toTrace(row) : null;
}

/** Forgets traces that are older than so many days. */
export async function sweepTraces(db: Database, days: number): Promise<void> {
  await db
    .deleteFrom('sign_in_trace')
    .where('finished_at', '<', sql<Date>`now() - make_interval(days => ${days})`)
    .execute();
  await db.deleteFrom('sign_in_test').where('expires_at', '<', sql<Date>`now()`).execute();
}

// All of the json columns are written by writeTrace alone.
function toTrace(row: {
  id: string;
  reference: string;
  provider_id: string | null;
  purpose: string;
  outcome: string;
  code: string | null;
  detail: string | null;
  reason: unknown;
  email: string | null;
  subject: string | null;
  address: string | null;
  user_agent: string | null;
  steps: unknown;
  message: string | null;
  assertion: unknown;
  begun_by: string | null;
  setup_link_id: string | null;
  result: unknown;
  finished_at: Date;
}): Trace {
  return {
    id: row.id,
    reference: row.reference,
    providerId: row.provider_id,
    purpose: row.purpose as Trace['purpose'],
    outcome: row.outcome as Trace['outcome'],
    code: row.code,
    detail: row.detail,
    reason: row.reason as Trace['reason'],
    email: row.email,
    subject: row.subject,
    address: row.address,
    userAgent: row.user_agent,
    steps: row.steps as Trace['steps'],
    message: row.message,
    issued: row.assertion as Trace['issued'],
    begunBy: row.begun_by,
    setupLinkId: row.setup_link_id,
    result: row.result as Trace['result'],
    finishedAt: row.finished_at,
  };
}
