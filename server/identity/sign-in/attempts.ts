import { type Selectable, sql } from 'kysely';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import type { SignInAttempt } from '../../platform/database/schema.ts';
import type { Assertion } from './assertion.ts';
import { type CarriedNotes, carryOn, type SignInNotes } from './notes.ts';
import { newReference } from './reference.ts';
import { SignInRefused } from './refusal.ts';
import { type StartedTest, type Tester, testerColumns, testerOf } from './test-start.ts';

/**
 * One journey to an identity provider and back. States: begun → answered (the response was verified, or the code taken for
 * exchange) → completed (a session was opened). Each step happens once, in this order, before `expires_at`; what cannot
 * take its step is refused as attempt_unknown, and what is over is swept away.
 */
export interface Attempt {
  /** SAML RelayState, OAuth state */
  readonly id: string;
  readonly providerId: string;
  /** SAML request id, OpenID nonce */
  readonly challenge: string;
  readonly sealedVerifier: string | null;
  /** path of this site, or empty for the default */
  readonly returnTo: string;
  /** the portal's host at which it was begun and must end; null: the site's own */
  readonly host: string | null;
  /** sign_in_hand_over.id, when it is made for another host */
  readonly handOverId: string | null;
  readonly browserHash: Buffer;
  readonly createdAt: Date;
  readonly answeredAt: Date | null;
  readonly assertion: Assertion | null;
  /** test: a complete round trip that signs nobody in */
  readonly purpose: 'sign-in' | 'test';
  /** of a test */
  readonly tester: Tester | null;
  readonly reference: string;
  /** reference of the sign-in at the provider that this one goes on from */
  readonly begunBy: string | null;
  /** of its earlier requests */
  readonly notes: CarriedNotes | null;
}

/** How long a person may take at the provider, in seconds. */
export const attemptSeconds = 600;

export interface NewAttempt {
  readonly id: string;
  readonly providerId: string;
  readonly challenge: string;
  readonly sealedVerifier?: string;
  readonly returnTo: string | null;
  /** the portal's host that was asked; null: the site's own */
  readonly host: string | null;
  /** sign_in_hand_over.id, when it is made for another host */
  readonly handOverId?: string | null;
  /** value of the attempt cookie */
  readonly browserToken: string;
  /** absent: somebody wants to sign in */
  readonly test?: StartedTest | null;
  /** reference of the sign-in at the provider that this one goes on from */
  readonly begunBy?: string | null;
}

/** Notes that a browser leaves for a provider. */
export async function beginAttempt(db: Database, attempt: NewAttempt): Promise<void> {
  await db
    .insertInto('sign_in_attempt')
    .values({
      id: attempt.id,
      provider_id: attempt.providerId,
      browser_hash: hashToken(attempt.browserToken),
      challenge: attempt.challenge,
      sealed_verifier: attempt.sealedVerifier ?? null,
      return_to: attempt.returnTo ?? '',
      host: attempt.host,
      hand_over_id: attempt.handOverId ?? null,
      purpose: attempt.test ? 'test' : 'sign-in',
      ...testerColumns(attempt.test?.tester),
      reference: attempt.test?.reference ?? newReference(),
      begun_by: attempt.begunBy ?? null,
      expires_at: new Date(Date.now() + attemptSeconds * 1000),
    })
    .execute();
}

/** An id for a new attempt. */
export const newAttemptId = randomToken;

/**
 * The living attempt of this id at this provider, begun at this host.
 * @throws SignInRefused attempt_unknown
 */
export async function findAttempt(
  db: Database,
  id: string | null,
  providerId: string,
  host: string | null,
): Promise<Attempt> {
  const row =
    id === null || !/^[\w-]{43}$/.test(id)
      ? undefined
      : await db
          .selectFrom('sign_in_attempt')
          .selectAll()
          .where('id', '=', id)
          .where('expires_at', '>', sql<Date>`now()`)
          .executeTakeFirst();
  if (!row)
    throw new SignInRefused('attempt_unknown', 'No sign-in was begun under this state, or it has expired');
  if (row.provider_id !== providerId) {
    throw new SignInRefused('attempt_unknown', `The sign-in was begun at provider ${row.provider_id}`);
  }
  if (row.host !== host) {
    throw new SignInRefused(
      'attempt_unknown',
      `The sign-in was begun at ${row.host ?? 'the site’s own host'}, and has to end there: the provider sent the browser to another of our addresses than the one that it was asked for`,
    );
  }
  return toAttempt(row);
}

/**
 * Takes the attempt's one answer in the browser that left, in one step: of two that come at once, one gets it.
 * @returns null when there is nothing to take here: `findAttempt` and `requireSameBrowser` say what was missing
 */
export async function takeAttempt(
  db: Database,
  id: string | null,
  providerId: string,
  host: string | null,
  browserToken: string | null,
): Promise<Attempt | null> {
  if (id === null || browserToken === null) return null;
  const row = await db
    .updateTable('sign_in_attempt')
    .set({ answered_at: sql`now()` })
    .where('id', '=', id)
    .where('provider_id', '=', providerId)
    .where('host', 'is not distinct from', host)
    .where('browser_hash', '=', hashToken(browserToken))
    .where('answered_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returningAll()
    .executeTakeFirst();
  return row ? toAttempt(row) : null;
}

function toAttempt(row: Selectable<SignInAttempt>): Attempt {
  return {
    id: row.id,
    providerId: row.provider_id,
    challenge: row.challenge,
    sealedVerifier: row.sealed_verifier,
    returnTo: row.return_to,
    host: row.host,
    handOverId: row.hand_over_id,
    browserHash: row.browser_hash,
    createdAt: row.created_at,
    answeredAt: row.answered_at,
    // Written by answerAttempt alone.
    assertion: row.assertion as Assertion | null,
    purpose: row.purpose === 'test' ? 'test' : 'sign-in',
    tester: testerOf(row),
    reference: row.reference ?? newReference(),
    begunBy: row.begun_by,
    notes: row.notes as CarriedNotes | null,
  };
}

/** Lets the notes of a request belong to the attempt that it goes on with. */
export function noteAttempt(notes: SignInNotes, attempt: Attempt): void {
  notes.reference = attempt.reference;
  notes.purpose = attempt.purpose;
  notes.tester = attempt.tester;
  notes.begunBy = attempt.begunBy;
  carryOn(notes, attempt.notes);
}

/**
 * Takes the attempt's one answer. Of two that come at once, one gets through.
 * @throws SignInRefused attempt_unknown
 */
export async function answerAttempt(
  trx: Database,
  id: string,
  assertion: Assertion,
  { steps, message }: CarriedNotes,
): Promise<void> {
  const row = await trx
    .updateTable('sign_in_attempt')
    .set({
      answered_at: sql`now()`,
      assertion: JSON.stringify(assertion),
      notes: JSON.stringify({ steps, message }),
    })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new SignInRefused('attempt_unknown', 'The sign-in was answered before');
}

/**
 * Closes an answered attempt, so that it opens one session and no second, and forgets what the provider said.
 * @throws SignInRefused attempt_unknown
 */
export async function completeAttempt(trx: Database, id: string): Promise<void> {
  const row = await trx
    .updateTable('sign_in_attempt')
    .set({ completed_at: sql`now()`, assertion: null, sealed_verifier: null, notes: null })
    .where('id', '=', id)
    .where('answered_at', 'is not', null)
    .where('completed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!row)
    throw new SignInRefused('attempt_unknown', 'The sign-in was not answered yet, or completed before');
}

/**
 * The browser that returns must be the one that left.
 * @throws SignInRefused attempt_unknown
 */
export function requireSameBrowser(attempt: Attempt, browserToken: string | null): void {
  if (browserToken === null || !hashToken(browserToken).equals(attempt.browserHash)) {
    throw new SignInRefused(
      'attempt_unknown',
      'The sign-in was begun in another browser, or its cookie is gone',
    );
  }
}
