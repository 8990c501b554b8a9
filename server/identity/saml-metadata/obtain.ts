import { Invalid } from '../../platform/http/errors.ts';
import type { GuardedFetch } from '../../platform/http/guarded-fetch.ts';
import type { MetadataContent } from './content.ts';
import { fetchMetadata } from './fetch-metadata.ts';
import { MetadataProblem } from './problem.ts';
import { readMetadata } from './read-metadata.ts';

/** What an administrator gives: metadata or its address. */
export interface MetadataSource {
  readonly xml?: string;
  readonly url?: string;
  readonly entityId?: string;
}

export interface ObtainedMetadata {
  readonly xml: string;
  readonly content: MetadataContent;
  /** the address that it came from, or null */
  readonly url: string | null;
}

/**
 * Fetches what is at an address, or takes what was given, and reads it.
 * @throws Invalid naming `xml` or `url`, or `entityId` when that would help
 */
export async function obtainMetadata(
  fetch: GuardedFetch,
  { xml, url, entityId }: MetadataSource,
  allowsPrivate: boolean,
): Promise<ObtainedMetadata> {
  const address = url?.trim() ?? '';
  const isGiven = (xml?.trim() ?? '') !== '';
  if ((address !== '') === isGiven) {
    throw Invalid.fields({ url: 'Give either the address of the metadata or the metadata itself.' });
  }
  const chosen = entityId?.trim() ? { entityId: entityId.trim() } : {};
  try {
    const text = isGiven ? (xml ?? '') : (await fetchMetadata(fetch, address, allowsPrivate)).xml;
    const content = readMetadata(text, { allowsPrivate, ...chosen });
    return { xml: text, content, url: isGiven ? null : address };
  } catch (error) {
    if (!(error instanceof MetadataProblem)) throw error;
    const field = error.isOfEntityId ? 'entityId' : isGiven ? 'xml' : 'url';
    throw Invalid.fields({ [field]: error.message });
  }
}
