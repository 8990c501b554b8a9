import {
  allowInsecureRequests,
  Configuration,
  type CustomFetch,
  clockTolerance,
  customFetch,
  discovery,
  None,
  type ServerMetadata,
} from 'openid-client';
import { createGuardedFetch, type GuardedFetch } from '../../platform/http/guarded-fetch.ts';
import type { Platform } from '../../platform/platform.ts';
import type { OAuth2Provider, OidcProvider } from '../providers/store.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { clientAuthentication } from './client-authentication.ts';
import { createProviderKeys, type ProviderKeys } from './keys.ts';
import { discoveryRefusal } from './refusals.ts';

/** How long a provider's discovery document is believed, in milliseconds. */
const believedMs = 15 * 60_000;

/**
 * How long it is remembered that a provider could not be discovered, in milliseconds: while it is dead, people are told so at
 * once, and not each after the time-out.
 */
const failedMs = 30_000;

/** Longest that a provider may take to answer, in seconds. */
const timeoutSeconds = 10;

/** What an OpenID provider says of itself. */
export interface DiscoveredProvider {
  /** its discovery document, checked to be that of the configured issuer */
  readonly metadata: ServerMetadata;
  readonly keys: ProviderKeys;
}

/** What is known of OpenID providers' addresses and keys. */
export interface OidcProviders {
  /** Fetches as the providers' own addresses may be fetched. */
  readonly fetch: GuardedFetch;
  /**
   * What the provider says of itself in its discovery document. It is asked once for all who want to know at the same time,
   * and after a failure not again for 30 seconds, unless its settings change or it is forgotten.
   *
   * @throws SignInRefused provider_unreachable, or provider_error when the document is not that of the issuer
   */
  discovered(provider: OidcProvider): Promise<DiscoveredProvider>;
  /** Forgets what is known of a provider: the next sign-in asks it anew. */
  forget(providerId: string): void;
}

const ofPlatform = new WeakMap<Platform, OidcProviders>();

/**
 * What this process knows of OpenID providers.
 * @param fetch with which the first caller wants it to be found out; else the guarded one
 */
export function oidcProviders(platform: Platform, fetch?: GuardedFetch): OidcProviders {
  let providers = ofPlatform.get(platform);
  if (!providers) {
    const allowsPrivate = platform.config.allowsPrivateProviders;
    providers = createOidcProviders(fetch ?? createGuardedFetch({ allowsPrivate }), allowsPrivate);
    ofPlatform.set(platform, providers);
  }
  return providers;
}

/**
 * Keeps what it knows in memory. Every process can get it again for itself, and it goes with the provider's version: changed
 * settings take hold in all processes at once.
 */
function createOidcProviders(fetch: GuardedFetch, allowsPrivate: boolean): OidcProviders {
  const known = new Map<string, Known>();
  return {
    fetch,
    discovered(provider) {
      const entry = known.get(provider.id);
      if (entry?.version === provider.version && entry.until > Date.now()) {
        return entry.failure ? Promise.reject(again(entry.failure, entry.until)) : entry.found;
      }
      const found = discover(fetch, allowsPrivate, provider);
      const added: Known = {
        version: provider.version,
        until: Date.now() + believedMs,
        found,
        failure: null,
      };
      known.set(provider.id, added);
      found.catch((error: unknown) => {
        added.until = error instanceof SignInRefused ? Date.now() + failedMs : 0;
        added.failure = error instanceof SignInRefused ? error : null;
      });
      return found;
    },
    forget(providerId) {
      known.delete(providerId);
    },
  };
}

interface Known {
  readonly version: number;
  /** when it is to be found out anew */
  until: number;
  readonly found: Promise<DiscoveredProvider>;
  failure: SignInRefused | null;
}

/** A failure of a moment ago, for somebody else: errors are not shared between sign-ins. */
function again({ code, detail, reason }: SignInRefused, until: number): SignInRefused {
  const seconds = Math.max(1, Math.ceil((until - Date.now()) / 1000));
  return new SignInRefused(code, `${detail} (found a moment ago; it is asked again in ${seconds} seconds)`, {
    ...(reason && { reason }),
  });
}

async function discover(
  fetch: GuardedFetch,
  allowsPrivate: boolean,
  provider: OidcProvider,
): Promise<DiscoveredProvider> {
  let metadata: ServerMetadata;
  try {
    const client = await discovery(new URL(provider.issuer), provider.settings.clientId, undefined, None(), {
      timeout: timeoutSeconds,
      [customFetch]: fetchForLibrary(fetch),
      execute: allowsPrivate ? [allowInsecureRequests] : [],
    });
    metadata = client.serverMetadata();
  } catch (error) {
    throw discoveryRefusal(error, provider.issuer);
  }
  const { issuer, jwks_uri: keysAddress } = metadata;
  // The library lets some hosts answer for another issuer than the one asked. One provider here is one issuer, always.
  if (new URL(issuer).href !== new URL(provider.issuer).href) {
    throw new SignInRefused('provider_error', `The provider calls itself ${issuer}, not ${provider.issuer}`, {
      reason: { key: 'issuer', found: issuer.slice(0, 500), expected: provider.issuer },
    });
  }
  if (typeof keysAddress !== 'string' || !URL.canParse(keysAddress)) {
    throw new SignInRefused('provider_error', 'The discovery document names no address of keys (jwks_uri)', {
      reason: { key: 'discovery', expected: 'jwks_uri' },
    });
  }
  return { metadata, keys: createProviderKeys(fetch, keysAddress) };
}

/**
 * The library's client for one exchange with a provider.
 *
 * It does not verify signatures: that is `ProviderKeys`' part, which takes a new key at once where the library would refuse
 * it for up to a minute.
 */
export function clientFor(
  platform: Platform,
  provider: OidcProvider | OAuth2Provider,
  metadata: ServerMetadata,
  fetch: CustomFetch,
): Configuration {
  const client = new Configuration(
    metadata,
    provider.settings.clientId,
    { [clockTolerance]: provider.clockSkewSeconds },
    clientAuthentication(platform, provider),
  );
  client.timeout = timeoutSeconds;
  client[customFetch] = fetch;
  if (platform.config.allowsPrivateProviders) allowInsecureRequests(client);
  return client;
}

/** Lets the library fetch through our guard. It sends forms as URLSearchParams, and nothing else as a body. */
export function fetchForLibrary(guarded: GuardedFetch): CustomFetch {
  return (url, { body, headers, method, redirect, signal }) => {
    if (body != null && !(body instanceof URLSearchParams))
      throw new TypeError('Only forms are sent to providers');
    return guarded(url, { body: body ?? null, headers, method, redirect, signal: signal ?? null });
  };
}
