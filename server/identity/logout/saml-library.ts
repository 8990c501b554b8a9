import type { SAML } from '@node-saml/node-saml';
import type { OwnKey } from '../provider-keys/keys.ts';
import type { SamlProvider } from '../providers/store.ts';
import { libraryFor, type OwnRequest } from '../saml/library.ts';

/** What the library is to do for single logout. */
export interface LogoutUse {
  readonly url: URL;
  readonly provider: SamlProvider;
  /** the message of ours that is made; or the request that an answer has to name. null: none */
  readonly own: OwnRequest | null;
  /** where a message of ours goes, and what its Destination says */
  readonly target?: string;
  readonly signingKey?: OwnKey;
}

/** The SAML library, told everything, for single logout (SAML 2.0 Profiles, section 4.4). */
export function logoutLibrary({ url, provider, own, target, signingKey }: LogoutUse): SAML {
  const { logoutUrl = '' } = provider.settings;
  return libraryFor({
    url,
    // The binding of sign-on would decide whether the messages of logout are compressed.
    provider: {
      ...provider,
      settings: { ...provider.settings, signOnBinding: 'redirect', logoutUrl: target ?? logoutUrl },
    },
    request: own,
    wantsSignedAssertion: true,
    wantsSignedResponse: true,
    ...(signingKey && { signingKey }),
  });
}
