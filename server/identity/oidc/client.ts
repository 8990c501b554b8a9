import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  type CustomFetch,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client';
import type { Platform } from '../../platform/platform.ts';
import { type OidcProvider, secretContext } from '../providers/store.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { discoveryRefusal } from './refusals.ts';

/** How long a provider's discovery document is believed, in milliseconds. */
const believedMs = 15 * 60_000;

/** Longest that a provider may take to answer, in seconds. */
const timeoutSeconds = 10;

/** How far the provider's clock may be off, in seconds. */
const clockToleranceSeconds = 60;

/** OpenID clients by provider, with what is known of the providers' addresses and keys. */
export interface OidcClients {
  /**
   * The client of a provider, made from its discovery document. Signing keys are fetched when a token is to be checked,
   * and again when one comes that was signed with an unknown key.
   * @throws SignInRefused provider_unreachable, or provider_error when the document is not that of the issuer
   */
  clientOf(provider: OidcProvider): Promise<Configuration>;
  /** Forgets what is known of a provider: the next sign-in asks it anew. */
  forget(providerId: string): void;
}

/**
 * Keeps clients in memory. It is knowledge that every process can get again for itself, and it goes with the provider's
 * version: changed settings take hold in all processes at once.
 */
export function createOidcClients(platform: Platform, fetch: CustomFetch): OidcClients {
  const known = new Map<string, { version: number; until: number; client: Promise<Configuration> }>();
  return {
    clientOf(provider) {
      const entry = known.get(provider.id);
      if (entry?.version === provider.version && entry.until > Date.now()) return entry.client;
      const client = discover(platform, fetch, provider);
      known.set(provider.id, { version: provider.version, until: Date.now() + believedMs, client });
      client.catch(() => known.delete(provider.id));
      return client;
    },
    forget(providerId) {
      known.delete(providerId);
    },
  };
}

async function discover(
  { config, sealer }: Platform,
  fetch: CustomFetch,
  provider: OidcProvider,
): Promise<Configuration> {
  const secret = provider.sealedSecret && sealer.open(provider.sealedSecret, secretContext(provider.id));
  let client: Configuration;
  try {
    client = await discovery(
      new URL(provider.issuer),
      provider.settings.clientId,
      { [clockTolerance]: clockToleranceSeconds },
      secret ? withSecret(secret) : None(),
      {
        timeout: timeoutSeconds,
        [customFetch]: fetch,
        // The library trusts the connection that an ID token came over; we want the token's signature to hold as well.
        execute: config.allowsPrivateProviders
          ? [enableNonRepudiationChecks, allowInsecureRequests]
          : [enableNonRepudiationChecks],
      },
    );
  } catch (error) {
    throw discoveryRefusal(error);
  }
  const { issuer } = client.serverMetadata();
  // The library lets some hosts answer for another issuer than the one asked. One provider here is one issuer, always.
  if (new URL(issuer).href !== new URL(provider.issuer).href) {
    throw new SignInRefused('provider_error', `The provider calls itself ${issuer}, not ${provider.issuer}`);
  }
  return client;
}

/** Shows the client secret in the way that the provider supports; HTTP Basic unless it says otherwise (RFC 8414). */
function withSecret(secret: string): ClientAuth {
  const basic = ClientSecretBasic(secret);
  const post = ClientSecretPost(secret);
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const authenticate = methods.includes('client_secret_basic') ? basic : post;
    authenticate(server, client, body, headers);
  };
}
