import { createHash } from 'node:crypto';
import type { SamlBinding } from '../providers/settings.ts';

/** One address for both directions, or where the answers go when that is another. */
export interface LogoutAddress {
  readonly url: string;
  readonly responseUrl: string | null;
}

/** What an identity provider's metadata says, as far as we use it. Kept as JSON. */
export interface MetadataContent {
  readonly entityId: string;
  /** single sign-on addresses; at least one */
  readonly signOn: { readonly [binding in SamlBinding]?: string };
  /** single logout addresses; may be none */
  readonly logout: { readonly [binding in SamlBinding]?: LogoutAddress };
  /** PEM of those that sign, in the order of the document; at least one */
  readonly certificates: readonly string[];
  readonly wantsSignedRequests: boolean;
  readonly nameIdFormats: readonly string[];
  /** ISO 8601, or null */
  readonly validUntil: string | null;
  readonly cacheSeconds: number | null;
  /** what was left out and why, as sentences */
  readonly notes: readonly string[];
}

/**
 * A hash of what matters: two documents with the same are the same to us, whatever their signatures, ids and dates.
 */
export function hashOfContent(content: MetadataContent): Buffer {
  const { entityId, signOn, logout, certificates, wantsSignedRequests } = content;
  const logoutList = (['redirect', 'post'] as const).map((binding) => [
    logout[binding]?.url ?? null,
    logout[binding]?.responseUrl ?? null,
  ]);
  const what = [
    entityId,
    signOn.redirect ?? null,
    signOn.post ?? null,
    logoutList,
    [...certificates].sort(),
    wantsSignedRequests,
  ];
  return createHash('sha256').update(JSON.stringify(what)).digest();
}
