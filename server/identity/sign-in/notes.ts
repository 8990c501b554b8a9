import type { Assertion } from './assertion.ts';
import type { Tester } from './test-start.ts';

/** One check of a sign-in, as administrators read it in the sign-in log. */
export interface NotedStep {
  /** a stable name, such as `signature` or `audience`; the web has the words */
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** what was found, in a sentence; never a token, a signature value or a secret */
  readonly detail: string | null;
}

/** What a sign-in makes of a person, or would make. */
export interface SignInResult {
  /** account_id of the account that was found; null: a new one */
  readonly accountId: string | null;
  readonly displayName: string;
  readonly email: string | null;
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly portals: readonly { readonly id: string; readonly name: string }[];
}

/** What is noted while a sign-in goes on, for the sign-in log. Written down when it ends, however it ends. */
export interface SignInNotes {
  /** under which the sign-in is spoken of; null before it was begun here */
  reference: string | null;
  /** test: signs nobody in; idp-initiated: a response that nobody had asked for */
  purpose: 'sign-in' | 'test' | 'logout' | 'idp-initiated';
  /** of a test */
  tester: Tester | null;
  /** reference of the sign-in at the provider that this one goes on from */
  begunBy: string | null;
  /** set when it has come to its end: account.id of who was signed in (null for a test), and what became of them */
  finished: { readonly accountId: string | null; readonly result: SignInResult | null } | null;
  readonly steps: NotedStep[];
  /** what the provider sent, decoded, with signature values, tokens and secrets cut out */
  message: string | null;
  /** whom a message names that signs nobody in, such as a logout message */
  named: { readonly subject: string | null; readonly email: string | null } | null;
  /** what the verified response said, and who said it */
  issued: { readonly issuer: string; readonly assertion: Assertion } | null;
}

/** Empty notes. */
export function createNotes(): SignInNotes {
  return {
    reference: null,
    purpose: 'sign-in',
    tester: null,
    begunBy: null,
    finished: null,
    steps: [],
    message: null,
    named: null,
    issued: null,
  };
}

/** What of the notes goes on to a later request of the same sign-in. */
export type CarriedNotes = Pick<SignInNotes, 'steps' | 'message'>;

/** Goes on with the notes of an earlier request. */
export function carryOn(notes: SignInNotes, earlier: CarriedNotes | null): void {
  if (!earlier) return;
  notes.steps.unshift(...earlier.steps);
  notes.message ??= earlier.message;
}

/**
 * Runs a check and notes how it went. What it throws goes on; a refusal's detail is noted.
 *
 * @param describe says what a check that passed has found
 */
export async function noted<T>(
  notes: SignInNotes,
  name: string,
  check: () => T | Promise<T>,
  describe: (found: T) => string | null = () => null,
): Promise<T> {
  try {
    const found = await check();
    notes.steps.push({ name, outcome: 'passed', detail: storable(describe(found)) });
    return found;
  } catch (error) {
    // Refusals have a detail that may be shown; other errors are not for the log.
    const detail = error instanceof Error && 'detail' in error ? String(error.detail) : null;
    notes.steps.push({ name, outcome: 'failed', detail });
    throw error;
  }
}

/** A sentence with words from outside in it, without the control characters that no database column takes. */
function storable(detail: string | null): string | null {
  return detail === null ? null : detail.replaceAll(/\p{Cc}+/gu, ' ').toWellFormed();
}
