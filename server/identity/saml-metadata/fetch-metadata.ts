import type { GuardedFetch } from '../../platform/http/guarded-fetch.ts';
import { problemOfAddress } from '../providers/validate-address.ts';
import { MetadataProblem } from './problem.ts';

/** Metadata as it came from an address. */
export interface FetchedMetadata {
  readonly xml: string;
  /** every step of the way was protected: HTTPS, or inside this very machine */
  readonly isProtected: boolean;
}

const maxRedirects = 3;

/**
 * Fetches metadata. Redirects are followed here, so that each step can be judged; `fetch` checks that none leads into
 * private networks.
 *
 * @throws MetadataProblem
 */
export async function fetchMetadata(
  fetch: GuardedFetch,
  address: string,
  allowsPrivate: boolean,
): Promise<FetchedMetadata> {
  let url = address;
  let isProtected = true;
  for (let redirects = 0; ; redirects += 1) {
    const problem = problemOfAddress(url, allowsPrivate);
    if (problem) {
      throw new MetadataProblem(
        redirects === 0 ? problem : `The address leads on to ${url.slice(0, 200)}. ${problem}`,
      );
    }
    isProtected &&= isProtectedAddress(new URL(url));
    const response = await ask(fetch, url);
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) {
      return { xml: await readBody(response, url), isProtected };
    }
    if (redirects === maxRedirects) throw new MetadataProblem(`${hostOf(address)} redirects too often.`);
    url = URL.canParse(location, url) ? new URL(location, url).href : location;
  }
}

/** HTTPS, or this very machine: nobody on the way can have put in something else. */
export function isProtectedAddress(url: URL): boolean {
  if (url.protocol === 'https:') return true;
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

async function ask(fetch: GuardedFetch, url: string): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { accept: 'application/samlmetadata+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1' },
      redirect: 'manual',
    });
  } catch (error) {
    throw new MetadataProblem(problemOfFailure(error, hostOf(url)), { cause: error });
  }
}

async function readBody(response: Response, url: string): Promise<string> {
  if (response.status !== 200) {
    const name = `${response.status} ${response.statusText}`.trim();
    const advice =
      response.status === 401 || response.status === 403
        ? 'Metadata must be readable without signing in.'
        : 'Check the address in a browser.';
    throw new MetadataProblem(`${hostOf(url)} answered ${name} instead of metadata. ${advice}`);
  }
  const bytes = await response.arrayBuffer();
  const start = Buffer.from(bytes.slice(0, 2)).toString('hex');
  const encoding = start === 'fffe' ? 'utf-16le' : start === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new MetadataProblem(`What ${hostOf(url)} answered is not text in UTF-8.`);
  }
}

const networkProblems: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no server of that name',
  EAI_AGAIN: 'The name could not be looked up',
  ECONNREFUSED: 'The server refuses connections',
  ECONNRESET: 'The server ended the connection',
  CERT_HAS_EXPIRED: 'The HTTPS certificate of the server has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The HTTPS certificate of the server is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'The HTTPS certificate of the server is not from a known authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The HTTPS certificate of the server cannot be verified',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The HTTPS certificate of the server is for another name',
};

function problemOfFailure(error: unknown, host: string): string {
  if (!(error instanceof Error)) return `${host} could not be reached.`;
  if (error.name === 'RefusedFetch') return error.message;
  if (error.name === 'TimeoutError') return `${host} did not answer in time.`;
  const { code } = Object(error.cause ?? error) as { code?: unknown };
  const known = typeof code === 'string' ? networkProblems[code] : undefined;
  return known ? `${host} could not be reached: ${known}.` : `${host} could not be reached.`;
}

function hostOf(url: string): string {
  return new URL(url).host;
}
