import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';
import { Agent, type Response as FetchedResponse, fetch as undiciFetch } from 'undici';

/** Fetches like the platform's `fetch`, but only from where it may. */
export type GuardedFetch = (url: string | URL, init?: GuardedRequest) => Promise<Response>;

/** What a guarded request may say; `redirect` is as in fetch. */
interface GuardedRequest {
  readonly method?: string;
  readonly headers?: Record<string, string> | Headers | [string, string][];
  readonly body?: string | Uint8Array | URLSearchParams | null;
  readonly redirect?: 'follow' | 'manual' | 'error';
  readonly signal?: AbortSignal | null;
}

export interface GuardedFetchOptions {
  /** Private, loopback and link-local addresses may be fetched from (config.allowsPrivateProviders). */
  readonly allowsPrivate: boolean;
  /** Largest response body, in bytes; default 1 MB. */
  readonly maxBytes?: number;
  /** Longest time for the whole exchange, redirects included, in milliseconds; default 10,000. */
  readonly timeoutMs?: number;
}

/** A request was not made, or its response not read, because that would not be safe. */
class RefusedFetch extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RefusedFetch';
  }
}

const maxRedirects = 3;

/**
 * Makes a `fetch` for addresses that others configure or send us (OpenID providers, SAML metadata). It never reaches
 * into our own network unless that is allowed: the address is checked after DNS resolution and on the very lookup that
 * the connection uses, so that a name cannot resolve to something else in between. Redirects are checked the same way.
 * The body is read whole, up to a limit.
 */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const { allowsPrivate, maxBytes = 1024 * 1024, timeoutMs = 10_000 } = options;
  const agent = new Agent({
    connect: allowsPrivate ? { timeout: timeoutMs } : { timeout: timeoutMs, lookup: guardedLookup },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    // Kept connections would outlive the answer of the name server.
    keepAliveTimeout: 1_000,
    keepAliveMaxTimeout: 1_000,
  });

  return async (input, init = {}) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([timeout, init.signal]) : timeout;
    let url = new URL(input);
    let request: GuardedRequest = init;
    for (let redirects = 0; ; redirects += 1) {
      assertMayFetch(url, allowsPrivate);
      const response = await send(agent, url, request, signal);
      const location = redirectTarget(response, url);
      if (!location || init.redirect === 'manual') return readWhole(response, maxBytes);
      await response.body?.cancel();
      if (init.redirect === 'error') throw new RefusedFetch(`${url.origin} answered with a redirect.`);
      if (redirects === maxRedirects) throw new RefusedFetch(`${url.origin} redirects too often.`);
      request = redirected(request, response.status, url, location);
      url = location;
    }
  };
}

async function send(
  agent: Agent,
  url: URL,
  request: GuardedRequest,
  signal: AbortSignal,
): Promise<FetchedResponse> {
  try {
    return await undiciFetch(url, {
      method: request.method ?? 'GET',
      headers: [...new Headers(request.headers)],
      body: request.body ?? null,
      redirect: 'manual',
      dispatcher: agent,
      signal,
    });
  } catch (error) {
    // undici wraps what happened as the cause of "fetch failed".
    const cause = (error as { cause?: unknown }).cause;
    throw cause instanceof RefusedFetch ? cause : error;
  }
}

/** Refuses schemes other than HTTP, and addresses written as numbers, which need no lookup. */
function assertMayFetch(url: URL, allowsPrivate: boolean): void {
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowsPrivate)) {
    throw new RefusedFetch(`${url.protocol.slice(0, -1)} is not allowed: use an https address.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new RefusedFetch('An address with a user name or password in it is not allowed.');
  }
  if (allowsPrivate) return;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw refusedAddress(host);
}

const guardedLookup: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const found: LookupAddress[] = addresses;
    const refused = found.find(({ address }) => !isPublicAddress(address));
    if (refused) return callback(refusedAddress(`${hostname} (${refused.address})`), []);
    const first = found[0];
    if (options.all || !first) return callback(null, found);
    return callback(null, first.address, first.family);
  });
};

function refusedAddress(host: string): RefusedFetch {
  return new RefusedFetch(
    `${host} is an address inside a private network. Set PORTICO_ALLOW_PRIVATE_PROVIDERS=true if identity providers may be there.`,
  );
}

/**
 * Everything that is not the public internet: "this" network, private, shared (RFC 6598), loopback, link-local (with
 * the clouds' metadata services), documentation, benchmarking, multicast, reserved; RFC 6890 and its updates.
 */
const notPublic = new BlockList();
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]) {
  addRange(range, 'ipv4');
}

/** Global unicast is 2000::/3; what is not in it (loopback, unique local, link-local, multicast) is not public. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

// Parts of global unicast that are not public, or that lead to an IPv4 address written inside (Teredo, 6to4).
for (const range of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) addRange(range, 'ipv6');

function addRange(range: string, family: 'ipv4' | 'ipv6'): void {
  const [address = '', prefix] = range.split('/');
  notPublic.addSubnet(address, Number(prefix), family);
}

/** Whether an IP address is on the public internet. IPv4 inside IPv6 (::ffff:10.0.0.1, 64:ff9b::) is never. */
export function isPublicAddress(address: string): boolean {
  const plain = address.split('%', 1)[0] ?? address;
  if (isIPv6(plain)) return globalUnicast.check(plain, 'ipv6') && !notPublic.check(plain, 'ipv6');
  return isIP(plain) === 4 && !notPublic.check(plain, 'ipv4');
}

function redirectTarget(response: FetchedResponse, url: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(response.status)) return undefined;
  const location = response.headers.get('location');
  return location === null ? undefined : new URL(location, url);
}

/** The request that follows a redirect, as fetch would make it: secrets stay with the origin they were meant for. */
function redirected(request: GuardedRequest, status: number, from: URL, to: URL): GuardedRequest {
  const headers = new Headers(request.headers);
  if (from.origin !== to.origin) {
    for (const name of ['authorization', 'cookie', 'proxy-authorization']) headers.delete(name);
  }
  const method = request.method ?? 'GET';
  const becomesGet = status === 303 || (status !== 307 && status !== 308 && method === 'POST');
  if (!becomesGet) {
    if (request.body != null && from.origin !== to.origin) {
      throw new RefusedFetch(`${from.origin} redirects a request with a body to another site.`);
    }
    return { ...request, headers };
  }
  for (const name of ['content-type', 'content-length']) headers.delete(name);
  return { headers, method: method === 'HEAD' ? 'HEAD' : 'GET' };
}

async function readWhole(response: FetchedResponse, maxBytes: number): Promise<Response> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Leaving the loop cancels the rest of the body.
    if (size > maxBytes)
      throw new RefusedFetch(`The response from ${response.url} is larger than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  const mayHaveBody = ![101, 204, 205, 304].includes(response.status);
  const headers = new Headers([...response.headers]);
  // The body is unpacked already.
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(mayHaveBody ? Buffer.concat(chunks) : null, {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}
