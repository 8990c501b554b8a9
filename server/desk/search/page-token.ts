import { createHash } from 'node:crypto';
import type { Sealer } from '../../platform/crypto/seal.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Place } from './keyset.ts';

/** Whose token it is, and for which query: it is good for nothing else. */
interface TokenOf {
  /** account.id */
  readonly viewerId: string;
  readonly jql: string;
}

/**
 * Writes down where somebody stands in the results of a query. Sealed: it holds what the last request is sorted by, which may be more
 * than was asked for of it.
 */
export function pageToken(sealer: Sealer, of: TokenOf, place: Place): string {
  return sealer.seal(JSON.stringify([place.values, place.types]), contextOf(of));
}

/**
 * Reads it back.
 * @throws Invalid when it is damaged, or of another query or person
 */
export function placeOf(sealer: Sealer, of: TokenOf, token: string): Place {
  try {
    const [values, types] = JSON.parse(sealer.open(token, contextOf(of)));
    return { values, types };
  } catch {
    throw staleToken();
  }
}

/** What is said of a token that leads nowhere. */
export function staleToken(): Invalid {
  return new Invalid(
    'The nextPageToken is not of this query, or is damaged. Send the token of the last answer with the same jql, or begin again without one.',
  );
}

function contextOf({ viewerId, jql }: TokenOf): string {
  const query = createHash('sha256').update(jql.trim()).digest('base64url');
  return `search:${viewerId}:${query}`;
}
