import type { Assertion } from './assertion.ts';

/** One check of a sign-in, as administrators read it in the sign-in log. */
export interface NotedStep {
  /** a stable name, such as `signature` or `audience`; the web has the words */
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** what was found, in a sentence; never a token, a signature value or a secret */
  readonly detail: string | null;
}

/** What is noted while a sign-in goes on, for the sign-in log. Written down when it ends, however it ends. */
export interface SignInNotes {
  readonly steps: NotedStep[];
  /** what the provider sent, decoded, with signature values, tokens and secrets cut out */
  message: string | null;
  /** what the verified response said, and who said it */
  issued: { readonly issuer: string; readonly assertion: Assertion } | null;
}

/** Empty notes. */
export function createNotes(): SignInNotes {
  return { steps: [], message: null, issued: null };
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
    notes.steps.push({ name, outcome: 'passed', detail: describe(found) });
    return found;
  } catch (error) {
    // Refusals have a detail that may be shown; other errors are not for the log.
    const detail = error instanceof Error && 'detail' in error ? String(error.detail) : null;
    notes.steps.push({ name, outcome: 'failed', detail });
    throw error;
  }
}
