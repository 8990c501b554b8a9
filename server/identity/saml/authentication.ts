import { noted, type SignInNotes } from '../sign-in/notes.ts';
import { childrenNamed, type Tag } from './lint.ts';
import { assertionNs, invalid } from './parts.ts';
import type { ExpectedStatements } from './statements.ts';
import { requireTime, since } from './times.ts';

/**
 * Checks how and when the person signed in at the provider: that they did, and what was asked for in the request, which is
 * only worth something when the answer is looked at.
 *
 * @throws SignInRefused response_invalid
 */
export async function checkAuthentication(
  assertion: Tag,
  { request, clockSkewMs }: Pick<ExpectedStatements, 'request' | 'clockSkewMs'>,
  notes: SignInNotes,
): Promise<void> {
  const statements = childrenNamed(assertion, assertionNs, 'AuthnStatement');
  if (statements.length === 0)
    throw invalid('The assertion does not say that anybody signed in', { key: 'shape' });
  if (!request || (request.authnContexts.length === 0 && !request.forcesSignIn)) return;
  await noted(
    notes,
    'authentication',
    () => {
      if (request.authnContexts.length > 0) requireContext(statements, request.authnContexts);
      if (request.forcesSignIn) requireFresh(statements, request.sentAt.getTime() - clockSkewMs);
    },
    () => contextsOf(statements).join(', '),
  );
}

function requireContext(statements: readonly Tag[], wanted: readonly string[]): void {
  const contexts = contextsOf(statements);
  if (contexts.some((context) => wanted.includes(context))) return;
  const found = contexts.join(', ').slice(0, 200) || 'none';
  throw invalid(`The person signed in by ${found}, which was not asked for`, {
    key: 'authn-context',
    found,
    expected: wanted.join(', '),
  });
}

function requireFresh(statements: readonly Tag[], earliest: number): void {
  const instants = statements.map((statement) => requireTime(statement, 'AuthnInstant'));
  const latest = Math.max(...instants);
  if (latest >= earliest) return;
  const found = since(latest, Date.now());
  throw invalid(`The person was not asked to sign in again: they last did at ${found}`, {
    key: 'authn-instant',
    found,
    expected: `after ${new Date(earliest).toISOString()}`,
  });
}

/** How the person signed in there, as the provider says: AuthnContextClassRef (SAML 2.0 Core, section 2.7.2.2). */
export function contextsOf(statements: readonly Tag[]): string[] {
  return statements
    .flatMap((statement) => childrenNamed(statement, assertionNs, 'AuthnContext'))
    .flatMap((context) => childrenNamed(context, assertionNs, 'AuthnContextClassRef'))
    .map(({ text }) => text.trim().slice(0, 200));
}
