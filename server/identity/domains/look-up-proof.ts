import { Resolver } from 'node:dns/promises';
import { proofRecord } from '../providers/domains.ts';

/** How long name servers may take, in milliseconds, and how often they are asked. */
const timeoutMs = 3000;
const tries = 2;

/** What the name servers say about a claim: it is proved, or why not, as a sentence. */
export type Proof = { readonly isProved: true } | { readonly isProved: false; readonly problem: string };

/**
 * Looks for the TXT record that proves a claim. A record proves it when it is, as a whole, what we asked for: one that
 * merely contains it may have been put there by somebody who can write a part of a record.
 *
 * @param servers name servers to ask; empty: the machine's own
 */
export async function lookUpProof(
  servers: readonly string[],
  claim: { readonly domain: string; readonly token: string },
): Promise<Proof> {
  const { recordName, recordValue } = proofRecord(claim);
  const resolver = new Resolver({ timeout: timeoutMs, tries });
  if (servers.length > 0) resolver.setServers(servers);
  let records: string[];
  try {
    // Long records travel in pieces (RFC 1035, section 3.3.14).
    records = (await resolver.resolveTxt(recordName)).map((pieces) => pieces.join(''));
  } catch (error) {
    return { isProved: false, problem: problemOf(error, recordName) };
  }
  if (records.includes(recordValue)) return { isProved: true };
  const found = records
    .map((record) => `“${record.slice(0, 80)}”`)
    .slice(0, 3)
    .join(', ');
  return {
    isProved: false,
    problem: `The TXT record at ${recordName} says ${found || 'nothing'}, not what it should. Copy the value again.`,
  };
}

function problemOf(error: unknown, recordName: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOTFOUND' || code === 'ENODATA') {
    return `There is no TXT record at ${recordName} yet. A new record may take an hour until everybody sees it.`;
  }
  return `The name servers did not answer for ${recordName} (${String(code ?? 'unknown error')}). Try again in a moment.`;
}
